import type { Problem } from '../../domain/index.js';
import { problem } from '../problems.js';
import type { AuditEntry, Membership, PageRequest, Slice } from '../ports/index.js';
import type { AccessParts } from './access-parts.js';
import type { Member } from './member.js';
import { newPasswordProblem } from './new-password.js';
import { notSignedIn, presentPasswordProblem } from './present-password.js';
import { sayInWorkspace } from './say-in-workspace.js';
import { chosenMembership } from './sign-in.js';

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

/**
 * Changes one's own password and ends every other session of the account; problems, or none where it is done.
 */
export function changePassword(parts: AccessParts, by: Member) {
  const { access, passwords } = parts;
  return async ({ present, next }: ChangePasswordInput): Promise<readonly Problem[]> => {
    const { account, session } = by;
    if (!account || session === null) return [notSignedIn()];
    const wrong = await presentPasswordProblem(parts, account.id, present);
    if (wrong) return [wrong];
    if (next === present) return [sameAgain()];
    const weak = await newPasswordProblem(passwords, next, account);
    if (weak) return [weak];
    const hash = await passwords.hash(next);
    await access.write(async (store) => {
      await store.setPassword(account.id, hash, null);
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
  return (page: PageRequest): Promise<Slice<AuditEntry>> =>
    access.read((store) => store.auditLog(workspace.id, page));
}

/** How much was done in the workspace. */
export function readAuditLength({ access }: AccessParts, { workspace }: Pick<Member, 'workspace'>) {
  return (): Promise<number> => access.read((store) => store.auditLogLength(workspace.id));
}

function sameAgain(): Problem {
  return problem('ERROR', 'SAME_PASSWORD', 'The new password is the present one. Nothing was changed.');
}
