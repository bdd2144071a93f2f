import type { Admission } from '../ports/index.js';
import { MINUTE, momentFrom, type AccessParts } from './access-parts.js';
import type { Member } from './member.js';
import { SESSION_IDLES } from './sign-in.js';

/** What a request brings: the secret of a token, or of a session. */
export interface Credentials {
  readonly token: string | null;
  readonly session: string | null;
}

/** Whether somebody does something, or only looks whether they are let in still: that keeps no session going. */
export type AdmitFor = 'USE' | 'LOOK';

/** That a session is used is noted once within that time. */
const NOTED_EACH = 5 * MINUTE;

/**
 * Who the credentials stand for now; null where they stand for nobody: unknown, ended, revoked, or no longer a member. A
 * token that is not in force is not made up for by a session.
 */
export function admit({ access, world, secrets }: AccessParts) {
  return async ({ token, session }: Credentials, why: AdmitFor = 'USE'): Promise<Member | null> => {
    if (token !== null) {
      const digest = secrets.digest(token);
      const found = await access.read((store) => store.token(digest));
      if (!found || found.revokedAt !== null || ended(found, world.now())) return null;
      const { account, workspace, role, name } = found;
      const who = account ? `${account.name} (token ${name})` : `token ${name}`;
      const nothingElse = { session: null, mustChangePassword: false };
      return { account, name: who, workspace, role, door: 'TOKEN', ...nothingElse, token: found.id };
    }
    if (session === null) return null;
    const digest = secrets.digest(session);
    const found = await access.read((store) => store.session(digest));
    const now = world.now();
    if (!found || !found.account || ended(found, now) || isIdle(found, now)) return null;
    if (why === 'USE' && found.usedAt <= momentFrom(now, -NOTED_EACH))
      // Whoever may read is let in, also where nothing can be written at the moment.
      await access.write((store) => store.useSession(digest, now)).catch(() => undefined);
    const { account, workspace, role, mustChangePassword } = found;
    const who = { account, name: account.name, workspace, role };
    return { ...who, door: 'SESSION', session: digest, mustChangePassword, token: null };
  };
}

/** Whether nothing was done with a session for so long that it has ended. */
export function isIdle({ usedAt }: { readonly usedAt: string }, now: string): boolean {
  return usedAt <= momentFrom(now, -SESSION_IDLES);
}

function ended({ expiresAt }: Admission, now: string): boolean {
  return expiresAt <= now;
}
