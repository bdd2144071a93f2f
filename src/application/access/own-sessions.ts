import type { Problem } from '../../domain/index.js';
import { problem } from '../problems.js';
import type { OwnSession } from '../ports/index.js';
import { MINUTE, momentFrom, type AccessParts } from './access-parts.js';
import { isIdle } from './admit.js';
import type { Member } from './member.js';
import { notSignedIn, presentPasswordProblem } from './present-password.js';
import { sayInWorkspace } from './say-in-workspace.js';

/** A session of one's own, without anything that it could be taken over by. */
export interface ShownSession extends Omit<OwnSession, 'digest'> {
  /** Names it when it is to be ended, and says nothing about its secret. */
  readonly key: string;
  /** Whether it is the one that asks. */
  readonly isThisOne: boolean;
}

export interface EndSessionsInput {
  /** The keys of those that are to end; every one but the present one where nothing is told. */
  readonly sessions?: readonly string[] | null;
  /** The present password; needed where one signed in longer ago than some minutes. */
  readonly password?: string | null;
}

/** As many as anybody can look through; older ones end all the same. */
const MOST_SHOWN = 100;
/** Whoever signed in that lately has just shown who they are, in milliseconds. */
const JUST_NOW = 10 * MINUTE;

/** The sessions of one's account that are in force, newest first; none for whoever has none. */
export function readSessions(parts: AccessParts, member: Member) {
  return async (): Promise<readonly ShownSession[]> => {
    const { account, session } = member;
    if (!account || session === null) return [];
    const inForce = await sessionsInForce(parts, account.id);
    return inForce.map(({ digest, ...shown }) => ({
      ...shown,
      key: keyOf(parts, digest),
      isThisOne: digest === session,
    }));
  };
}

/**
 * Ends sessions of one's account at once; problems, or none where it is done. Whoever found a browser open is asked for
 * the password first.
 */
export function endSessions(parts: AccessParts, by: Member) {
  return async ({
    sessions,
    password,
  }: EndSessionsInput): Promise<{ readonly ended: number; readonly problems: readonly Problem[] }> => {
    const { account, session } = by;
    if (!account || session === null) return { ended: 0, problems: [notSignedIn()] };
    const inForce = await sessionsInForce(parts, account.id);
    const wrong = await notThemselves(parts, by, inForce, password ?? null);
    if (wrong) return { ended: 0, problems: [wrong] };
    const asked = sessions ? new Set(sessions) : null;
    const chosen = inForce.filter(({ digest }) =>
      asked ? asked.has(keyOf(parts, digest)) : digest !== session,
    );
    const missing = asked ? asked.size - chosen.length : 0;
    if (missing > 0) return { ended: 0, problems: [noSuchSession(missing)] };
    if (chosen.length === 0) return { ended: 0, problems: [] };
    await parts.access.write(async (store) => {
      await store.removeSessions(
        account.id,
        chosen.map(({ digest }) => digest),
      );
      const about = `${chosen.length} of ${account.email}`;
      await sayInWorkspace(parts, store, by, { act: 'SESSIONS_ENDED', about });
    });
    return { ended: chosen.length, problems: [] };
  };
}

async function sessionsInForce(
  { access, world }: AccessParts,
  accountId: string,
): Promise<readonly OwnSession[]> {
  const all = await access.read((store) => store.sessionsOf(accountId, MOST_SHOWN));
  const now = world.now();
  return all.filter((one) => one.expiresAt > now && !isIdle(one, now));
}

/** Why it is not sure that whoever asks is the one who signed in; null where it is. */
async function notThemselves(
  parts: AccessParts,
  { account, session }: Member,
  inForce: readonly OwnSession[],
  password: string | null,
): Promise<Problem | null> {
  const own = inForce.find(({ digest }) => digest === session);
  if (own && own.madeAt > momentFrom(parts.world.now(), -JUST_NOW)) return null;
  if (password !== null && password !== '' && account)
    return presentPasswordProblem(parts, account.id, password);
  const message = 'You signed in a while ago, so it is asked again who you are.';
  const minutes = JUST_NOW / MINUTE;
  return problem(
    ...(['ERROR', 'PASSWORD_NEEDED', message] as const),
    `Tell your present password, or sign in again and come back within ${minutes} minutes.`,
  );
}

function noSuchSession(missing: number): Problem {
  const message = `${missing === 1 ? 'One of the sessions is' : `${missing} of the sessions are`} not among yours, or ended meanwhile. Nothing was ended.`;
  return problem('ERROR', 'NO_SUCH_SESSION', message, 'Look at the list again.');
}

function keyOf({ secrets }: AccessParts, digest: string): string {
  return secrets.digest(`session ${digest}`).slice(0, 22);
}
