import { nearestName } from '../../domain/index.js';
import { SettingError } from './setting-error.js';

/** Every setting of the server by its name. */
export const KNOWN_SETTINGS: readonly string[] = [
  'HEADWATER_ALLOWED_HOSTS',
  'HEADWATER_BEHIND_PROXY',
  'HEADWATER_DATABASE',
  'HEADWATER_DATABASE_FILE',
  'HEADWATER_EXECUTOR',
  'HEADWATER_INTROSPECTION_TOKEN',
  'HEADWATER_INTROSPECTION_TOKEN_FILE',
  'HEADWATER_KNOWN_PASSWORDS',
  'HEADWATER_LOG',
  'HEADWATER_MAX_ALIASES',
  'HEADWATER_MAX_ANSWER_FIELDS',
  'HEADWATER_MAX_AT_ONCE',
  'HEADWATER_MAX_BODY_BYTES',
  'HEADWATER_MAX_COST',
  'HEADWATER_MAX_DEPTH',
  'HEADWATER_MAX_DIRECTIVES',
  'HEADWATER_MAX_PER_HOUR',
  'HEADWATER_MAX_TOKENS',
  'HEADWATER_METRICS',
  'HEADWATER_METRICS_TOKEN',
  'HEADWATER_METRICS_TOKEN_FILE',
  'HEADWATER_OPENID_CLIENT_ID',
  'HEADWATER_OPENID_CLIENT_SECRET',
  'HEADWATER_OPENID_CLIENT_SECRET_FILE',
  'HEADWATER_OPENID_HOSTS',
  'HEADWATER_OPENID_ISSUER',
  'HEADWATER_OPENID_NAME',
  'HEADWATER_OPENID_STRENGTH',
  'HEADWATER_OVERRIDES',
  'HEADWATER_PUBLIC_URL',
  'HEADWATER_SIGN_IN',
  'HEADWATER_TRACES',
  'HEADWATER_TRUSTED_DOCUMENTS',
  'HEADWATER_TRUSTED_ONLY',
];

/** What programs beside the server read: clients, and the tests of this project. */
const OF_OTHERS = /^HEADWATER_(TOKEN|TEST_POSTGRES|GOLDEN|SEED|BUILT)$/;

/** What Kubernetes and Docker tell of a service that is called headwater. */
const OF_A_SERVICE = /^HEADWATER_(SERVICE_(HOST|PORT(_.+)?)|PORT_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)$/;
const PORT_OF_A_SERVICE = /^(tcp|udp|sctp):\/\//;

/** The settings that have other names than those that begin like all. */
const NEAR_BY = new Map([
  ['HEADWATER_PORT', 'PORT'],
  ['HEADWATER_HOST', 'HOST'],
]);

/** Throws SettingError where the environment sets something that looks like a setting and is none: misspelt, it would be off without a word. */
export function refuseUnknownSettings(environment: Readonly<Record<string, string | undefined>>): void {
  const unknown = Object.keys(environment)
    .sort()
    .find((name) => isUnknown(name, environment[name]?.trim() ?? ''));
  if (unknown === undefined) return;
  const near = NEAR_BY.get(unknown) ?? nearestName(unknown, KNOWN_SETTINGS);
  const meant = near === null ? '' : ` Did you mean ${near}?`;
  throw new SettingError(
    `${unknown} is set, and there is no setting of that name.${meant} docs/running.md tells every setting; take away those that are none.`,
  );
}

function isUnknown(name: string, value: string): boolean {
  if (!/^HEADWATER_/i.test(name) || value === '') return false;
  if (KNOWN_SETTINGS.includes(name) || OF_OTHERS.test(name) || OF_A_SERVICE.test(name)) return false;
  return name !== 'HEADWATER_PORT' || !PORT_OF_A_SERVICE.test(value);
}
