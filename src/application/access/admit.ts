import type { Admission } from '../ports/index.js';
import type { AccessParts } from './access-parts.js';
import type { Member } from './member.js';

/** What a request brings: the secret of a token, or of a session. */
export interface Credentials {
  readonly token: string | null;
  readonly session: string | null;
}

/**
 * Who the credentials stand for now; null where they stand for nobody: unknown, ended, revoked, or no longer a member. A
 * token that is not in force is not made up for by a session.
 */
export function admit({ access, world, secrets }: AccessParts) {
  return async ({ token, session }: Credentials): Promise<Member | null> => {
    if (token !== null) {
      const digest = secrets.digest(token);
      const found = await access.read((store) => store.token(digest));
      if (!found || found.revokedAt !== null || ended(found, world.now())) return null;
      const { account, workspace, role, name } = found;
      const who = account ? `${account.name} (token ${name})` : `token ${name}`;
      return { account, name: who, workspace, role, door: 'TOKEN', session: null, token: found.id };
    }
    if (session === null) return null;
    const digest = secrets.digest(session);
    const found = await access.read((store) => store.session(digest));
    if (!found || !found.account || ended(found, world.now())) return null;
    const { account, workspace, role } = found;
    return { account, name: account.name, workspace, role, door: 'SESSION', session: digest, token: null };
  };
}

function ended({ expiresAt }: Admission, now: string): boolean {
  return expiresAt <= now;
}
