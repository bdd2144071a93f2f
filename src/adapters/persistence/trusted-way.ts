import { Fault } from '../../application/ports/index.js';
import { shownAddress } from './postgres-source.js';

/** The last of a connection address that says how TLS is done; the driver takes the last one as well. */
const TAKEN: ReadonlySet<string> = new Set(['verify-full', 'disable']);
const NEVER_LEAVES = /^(\/.*|localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/**
 * A Fault UNAVAILABLE where a PostgreSQL address leads to another machine without saying whether the way there is
 * encrypted: by TLS with a certificate that is checked (verify-full), or, said in so many words, not at all (disable).
 */
export function requireTrustedWay(
  address: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): void {
  const [place = '', query = ''] = address.split(/\?(.*)/s);
  const told = new URLSearchParams(query);
  const named = place.replace(/^[a-z]+:\/\//i, '').replace(/\/.*$/s, '');
  const ofPlace = named.slice(named.lastIndexOf('@') + 1).replace(/:\d*$/, '');
  // The driver takes the host behind the question mark first, and where there is none at all that of the environment.
  const host = told.getAll('host').at(-1) || decoded(ofPlace) || environment['PGHOST'] || 'localhost';
  if (NEVER_LEAVES.test(host)) return;
  const mode = told.getAll('sslmode').at(-1) ?? null;
  if (mode !== null && TAKEN.has(mode)) return;
  const why =
    mode === null
      ? 'lies on another machine, and the address does not say how the way there is encrypted'
      : `is asked for with sslmode=${mode.replace(/[^\w-]/g, '?').slice(0, 40)}, which does not make sure who answers`;
  throw new Fault(
    'UNAVAILABLE',
    `The database ${shownAddress(address)} ${why}. Put sslmode=verify-full behind the question mark of the address ` +
      '(and sslrootcert=/a/file.pem where its certificate is signed by an authority of your own), or sslmode=disable ' +
      'where nobody else is on the network between.',
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
