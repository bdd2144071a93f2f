import type { Problem } from '../../domain/index.js';
import { problem } from '../problems.js';
import type { AuditEntry, Membership, Page, PageRequest } from '../ports/index.js';
import { DAY, MINUTE, momentFrom, type AccessParts } from './access-parts.js';
import type { Member } from './member.js';
import { passwordProblem } from './new-password.js';
import { sayInWorkspace } from './say-in-workspace.js';
import { chosenMembership, FAILURE_WINDOW, LONGEST_PASSWORD } from './sign-in.js';

/** Who asks, and where they may go. */
export interface Me {
  readonly member: Member;
  /** Every workspace of the account; the present one alone where there is no account. */
  readonly memberships: readonly Membership[];
}

/** Tells the member who they are. */
export function readMe({ access }: AccessParts, member: Member) {
  return async (): Promise<Me> => {
    const { account, workspace, role, door } = member;
    const here = [{ workspace, role }];
    if (account === null || door === 'TOKEN') return { member, memberships: here };
    return { member, memberships: await access.read((store) => store.membershipsOf(account.id)) };
  };
}

export interface ChangePasswordInput {
  readonly present: string;
  readonly next: string;
}

/** Wrong present passwords of one account within the window in which failures are counted. */
const MOST_WRONG = 10;

/**
 * Changes one's own password and ends every other session of the account; problems, or none where it is done. After ten
 * wrong present passwords it waits: whoever found a session open cannot find the password out here.
 */
export function changePassword(parts: AccessParts, by: Member) {
  const { access, passwords, secrets, world } = parts;
  return async ({ present, next }: ChangePasswordInput): Promise<readonly Problem[]> => {
    const { account, session } = by;
    if (!account || session === null) return [notSignedIn()];
    const subjects = [secrets.digest(`present password of ${account.id}`)];
    const since = momentFrom(world.now(), -FAILURE_WINDOW);
    const { known, wrong } = await access.read(async (store) => ({
      known: await store.accountById(account.id),
      wrong: await store.failedSignIns(subjects, since),
    }));
    if ((wrong[0] ?? 0) >= MOST_WRONG) return [tooManyTries()];
    if (present.length > LONGEST_PASSWORD || !(await passwords.matches(present, known?.password ?? null))) {
      await access.write((store) =>
        store.addFailedSignIns(subjects, world.now(), momentFrom(world.now(), -DAY)),
      );
      return [problem('ERROR', 'WRONG_PASSWORD', 'The present password is another one.')];
    }
    const weak = passwordProblem(next, account);
    if (weak) return [weak];
    const hash = await passwords.hash(next);
    await access.write(async (store) => {
      await store.setPassword(account.id, hash);
      await store.removeSessionsOf(account.id, session);
      await sayInWorkspace(parts, store, by, { act: 'PASSWORD_CHANGED', about: account.email });
    });
    return [];
  };
}

/** Goes on in another workspace of the account; the role is the one that the account has there. */
export function chooseWorkspace({ access }: AccessParts, by: Member) {
  return async (
    key: string,
  ): Promise<{ readonly membership: Membership | null; readonly problems: readonly Problem[] }> => {
    const { account, session } = by;
    if (!account || session === null) return { membership: null, problems: [notSignedIn()] };
    return access.write(async (store) => {
      const membership = await chosenMembership(store, account.id, key);
      if (!membership) {
        const message = 'There is no workspace of that key among yours.';
        return { membership: null, problems: [problem('ERROR', 'NO_WORKSPACE', message)] };
      }
      await store.moveSession(session, membership.workspace.id);
      return { membership, problems: [] };
    });
  };
}

/** What was done in the workspace, newest first. */
export function readAuditLog({ access }: AccessParts, { workspace }: Pick<Member, 'workspace'>) {
  return (page: PageRequest): Promise<Page<AuditEntry>> =>
    access.read((store) => store.auditLog(workspace.id, page));
}

function tooManyTries(): Problem {
  const message = 'The present password was told wrong too often.';
  const minutes = FAILURE_WINDOW / MINUTE;
  return problem('ERROR', 'TOO_MANY_TRIES', message, `Try again in ${minutes} minutes.`);
}

function notSignedIn(): Problem {
  const message =
    'Only somebody who has signed in can do that: not a token, and not a machine without accounts.';
  return problem('ERROR', 'NO_SESSION', message, 'Sign in with your password.');
}
