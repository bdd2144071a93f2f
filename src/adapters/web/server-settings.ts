import { isLoopback } from './allowed-hosts.js';
import { refuseUnknownSettings } from './known-settings.js';
import { openIdOf, type OpenIdTold } from './openid-settings.js';
import { withSecretsOfFiles } from './secret-files.js';
import { SettingError } from './setting-error.js';
import { tracesOf, type TracesTold } from './trace-settings.js';

export { SettingError };

/** Everything that the people who run a server can set. */
export interface ServerSettings {
  /** A path of an SQLite file, or a postgres:// address. */
  readonly database: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly host: string;
  /** Names besides its own that it answers to. */
  readonly allowedHosts: readonly string[];
  readonly introspectionToken: string | null;
  /** The address at which people reach it where that is not its own, such as https://headwater.example; without a / at its end. */
  readonly publicUrl: string | null;
  /** A proxy in front tells where requests come from. */
  readonly behindProxy: boolean;
  /** The OpenID Connect provider that people may sign in with; null for none. */
  readonly openId: OpenIdTold | null;
  /** Whether a password lets in here; with a provider it need not. */
  readonly passwordsLetIn: boolean;
  /** The file of passwords that became known elsewhere, which nobody may choose; null where there is none. */
  readonly knownPasswords: string | null;
  readonly mostBodyBytes: number;
  /** Requests that are answered at the same time; more are told to come again. */
  readonly mostAtOnce: number;
  /** Requests of one member, or of one token, within an hour. */
  readonly mostPerHour: number;
  readonly log: 'PLAIN' | 'JSON';
  /** Whether refusals of the gate can be passed over for a time. */
  readonly overrides: boolean;
  /** Null where there are none; a token of null lets everybody read them. */
  readonly metrics: { readonly token: string | null } | null;
  /** Where traces go; null: they are not told. */
  readonly traces: TracesTold | null;
  /** Where the documents lie that clients name by identifiers, and whether nothing else is answered; null: any document is. */
  readonly trusted: { readonly folder: string; readonly only: boolean } | null;
  /** Whether queries that are asked for again and again run as compiled code. */
  readonly executor: 'COMPILED' | 'REFERENCE';
  /** Limits of one request that differ from the defaults. */
  readonly limits: Partial<Record<LimitName, number>>;
}

type LimitName = 'depth' | 'aliases' | 'directives' | 'tokens' | 'cost' | 'answerFields';

const LIMIT_VARIABLES: Readonly<Record<LimitName, string>> = {
  depth: 'HEADWATER_MAX_DEPTH',
  aliases: 'HEADWATER_MAX_ALIASES',
  directives: 'HEADWATER_MAX_DIRECTIVES',
  tokens: 'HEADWATER_MAX_TOKENS',
  cost: 'HEADWATER_MAX_COST',
  answerFields: 'HEADWATER_MAX_ANSWER_FIELDS',
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings that the environment tells, defaults for all else; throws SettingError where one cannot be used. */
export function readServerSettings(surroundings: Environment): ServerSettings {
  refuseUnknownSettings(surroundings);
  const environment = withSecretsOfFiles(surroundings);
  const limits: Partial<Record<LimitName, number>> = {};
  for (const name of Object.keys(LIMIT_VARIABLES) as LimitName[]) {
    const variable = LIMIT_VARIABLES[name];
    const text = told(environment, variable);
    if (text !== null) limits[name] = wholeNumber(variable, text, 1, Number.MAX_SAFE_INTEGER);
  }
  const bytes = told(environment, 'HEADWATER_MAX_BODY_BYTES') ?? String(16 * 1024 * 1024);
  const host = told(environment, 'HOST') ?? '127.0.0.1';
  return {
    database: told(environment, 'HEADWATER_DATABASE') ?? 'data/headwater.db',
    port: wholeNumber('PORT', told(environment, 'PORT') ?? '3000', 0, 65_535),
    host,
    allowedHosts: allowedHostsOf(environment, host),
    introspectionToken: told(environment, 'HEADWATER_INTROSPECTION_TOKEN'),
    publicUrl: publicUrlOf(environment),
    openId: openIdOf(environment, { host, publicUrl: publicUrlOf(environment) }),
    passwordsLetIn: passwordsLetIn(environment),
    behindProxy: oneOf(environment, 'HEADWATER_BEHIND_PROXY', ['off', 'on']) === 'on',
    knownPasswords: told(environment, 'HEADWATER_KNOWN_PASSWORDS'),
    mostBodyBytes: wholeNumber('HEADWATER_MAX_BODY_BYTES', bytes, 1, 1024 ** 3),
    mostAtOnce: wholeNumber(
      'HEADWATER_MAX_AT_ONCE',
      told(environment, 'HEADWATER_MAX_AT_ONCE') ?? '200',
      1,
      1_000_000,
    ),
    mostPerHour: wholeNumber(
      'HEADWATER_MAX_PER_HOUR',
      told(environment, 'HEADWATER_MAX_PER_HOUR') ?? '20000',
      1,
      1_000_000_000,
    ),
    log: oneOf(environment, 'HEADWATER_LOG', ['plain', 'json']) === 'json' ? 'JSON' : 'PLAIN',
    overrides: oneOf(environment, 'HEADWATER_OVERRIDES', ['off', 'on']) === 'on',
    metrics: metricsOf(environment, host),
    traces: tracesOf(environment, oneOf(environment, 'HEADWATER_TRACES', ['off', 'on']) === 'on'),
    trusted: trustedOf(environment),
    executor:
      oneOf(environment, 'HEADWATER_EXECUTOR', ['compiled', 'reference']) === 'reference'
        ? 'REFERENCE'
        : 'COMPILED',
    limits,
  };
}

/** Where passwords let nobody in there has to be a provider that does. */
function passwordsLetIn(environment: Environment): boolean {
  if (oneOf(environment, 'HEADWATER_SIGN_IN', ['any', 'provider']) !== 'provider') return true;
  if (told(environment, 'HEADWATER_OPENID_ISSUER') !== null) return false;
  throw new SettingError(
    'HEADWATER_SIGN_IN is "provider", and there is none: set HEADWATER_OPENID_ISSUER to the address of yours.',
  );
}

/** A folder of trusted documents means that nothing else is answered, unless that is said. */
function trustedOf(environment: Environment): ServerSettings['trusted'] {
  const folder = told(environment, 'HEADWATER_TRUSTED_DOCUMENTS');
  const only = oneOf(environment, 'HEADWATER_TRUSTED_ONLY', ['on', 'off']) === 'on';
  return folder === null ? null : { folder, only };
}

/** Whoever can reach a server beyond this machine would read its metrics: there they need a token. */
function metricsOf(environment: Environment, host: string): ServerSettings['metrics'] {
  if (oneOf(environment, 'HEADWATER_METRICS', ['off', 'on']) !== 'on') return null;
  const token = told(environment, 'HEADWATER_METRICS_TOKEN');
  if (token === null && !isLoopback(host)) {
    throw new SettingError(
      `HEADWATER_METRICS is on and ${host} can be reached from other machines: set HEADWATER_METRICS_TOKEN to a secret of your own.`,
    );
  }
  return { token };
}

/** Those that are told; where the server would not answer to every name, that of its public address is one of its own. */
function allowedHostsOf(environment: Environment, host: string): readonly string[] {
  const names = (told(environment, 'HEADWATER_ALLOWED_HOSTS') ?? '')
    .split(',')
    .flatMap((name) => name.trim() || []);
  const url = publicUrlOf(environment);
  return url !== null && (isLoopback(host) || names.length > 0) ? [...names, new URL(url).hostname] : names;
}

function publicUrlOf(environment: Environment): string | null {
  const text = told(environment, 'HEADWATER_PUBLIC_URL');
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '')
    return url.origin;
  throw new SettingError(
    `HEADWATER_PUBLIC_URL is "${text}"; an address such as https://headwater.example was expected, without a path.`,
  );
}

/** Whether only people at this machine can reach it. */
export function isPrivate({
  host,
  publicUrl,
  behindProxy,
}: Pick<ServerSettings, 'host' | 'publicUrl' | 'behindProxy'>): boolean {
  return isLoopback(host) && publicUrl === null && !behindProxy;
}

/** The first of them where nothing is told. */
function oneOf(environment: Environment, name: string, allowed: readonly string[]): string | undefined {
  const text = told(environment, name)?.toLowerCase();
  if (text === undefined) return allowed[0];
  if (allowed.includes(text)) return text;
  throw new SettingError(`${name} is "${text}"; it must be ${allowed.join(' or ')}.`);
}

function told(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new SettingError(`${name} is "${text}"; it must be a whole number from ${least} to ${most}.`);
}
