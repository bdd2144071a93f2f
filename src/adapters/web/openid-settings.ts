import { isLoopback } from './allowed-hosts.js';
import { SettingError } from './setting-error.js';

/** The OpenID Connect provider that people may sign in with. */
export interface OpenIdTold {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly name: string;
  readonly hosts: readonly string[];
  /** Ways of signing in there of which one is asked for, as `acr` or `amr` of the ID token tells them; none: any will do. */
  readonly strengths: readonly string[];
}

/** What the environment tells of the provider; null where it names none, SettingError where it cannot be used. */
export function openIdOf(
  environment: Readonly<Record<string, string | undefined>>,
  { host, publicUrl }: { readonly host: string; readonly publicUrl: string | null },
): OpenIdTold | null {
  const told = (name: string) => environment[`HEADWATER_OPENID_${name}`]?.trim() || null;
  const issuer = told('ISSUER');
  if (issuer === null) return null;
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))))
    throw new SettingError(`HEADWATER_OPENID_ISSUER is "${issuer}"; an https:// address was expected.`);
  const clientId = told('CLIENT_ID');
  if (clientId === null)
    throw new SettingError(
      'HEADWATER_OPENID_ISSUER is set: set HEADWATER_OPENID_CLIENT_ID to the id that the provider gave this server.',
    );
  if (publicUrl === null && !isLoopback(host))
    throw new SettingError(
      'HEADWATER_OPENID_ISSUER is set: set HEADWATER_PUBLIC_URL to the address that people come back to from the provider.',
    );
  const list = (name: string) => (told(name) ?? '').split(',').flatMap((one) => one.trim() || []);
  const [hosts, strengths] = [list('HOSTS'), list('STRENGTH')];
  const unusable = strengths.find((one) => !/^[\x21-\x7e]{1,200}$/.test(one));
  if (unusable !== undefined)
    throw new SettingError(
      `HEADWATER_OPENID_STRENGTH names "${unusable}"; values of acr or amr without blanks were expected, such as mfa.`,
    );
  const clientSecret = told('CLIENT_SECRET');
  return { issuer, clientId, clientSecret, name: told('NAME') ?? url.host, hosts, strengths };
}
