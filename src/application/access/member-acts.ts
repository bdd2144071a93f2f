import type { Problem } from '../../domain/index.js';
import { problem } from '../problems.js';
import type {
  AccessRole,
  AccessWriting,
  Page,
  PageRequest,
  Workspace,
  WorkspaceMember,
} from '../ports/index.js';
import type { AccessParts } from './access-parts.js';
import type { Member } from './member.js';
import { firstPasswordUntil, newPasswordProblem } from './new-password.js';
import { sayInWorkspace } from './say-in-workspace.js';

export interface AddMemberInput {
  readonly email: string;
  /** What they are called; the part before the @ where nothing is told. */
  readonly name?: string | null;
  readonly role: AccessRole;
  /** Their first password, for an account that is new; null for those who sign in elsewhere. */
  readonly password?: string | null;
  /** Whether the password is their own already; told at the command line only. What somebody else makes ends after some days. */
  readonly passwordIsTheirs?: boolean;
}

export interface ChangeRoleInput {
  readonly email: string;
  readonly role: AccessRole;
}

/** member is null where a problem forbade it: then nothing was stored. */
export interface MemberResult {
  readonly member: WorkspaceMember | null;
  /** True where an account was made for them. */
  readonly newAccount: boolean;
  /** When the first password ends that was made for them, as ISO time; null where there is none. */
  readonly passwordUntil: string | null;
  readonly problems: readonly Problem[];
}

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;
const LONGEST_NAME = 200;

const NO_ACCOUNT_MADE = { newAccount: false, passwordUntil: null, problems: [] } as const;

/** Lets somebody into the member's workspace. An account that is there keeps its name and its password. */
export function addMember(parts: AccessParts, by: Member) {
  return async (input: AddMemberInput): Promise<MemberResult> => {
    const email = input.email.trim().toLowerCase();
    const password = input.password ?? null;
    const wrong = EMAIL.test(email)
      ? password === null
        ? null
        : await newPasswordProblem(parts.passwords, password, { email })
      : problem('ERROR', 'NO_EMAIL', `"${shown(email)}" is no e-mail address.`, 'Such as ada@example.com.');
    if (wrong) return refused(wrong);
    const hash = password === null ? null : await parts.passwords.hash(password);
    const lasts = hash === null || (by.door === 'COMMAND_LINE' && (input.passwordIsTheirs ?? true));
    const passwordUntil = lasts ? null : firstPasswordUntil(parts.world.now());
    return parts.access.write(async (store) => {
      if (input.role !== 'OWNER' && !(await store.anyOwner())) return refused(ownerFirst(by.workspace));
      const known = await store.accountByEmail(email);
      if (known && (await store.membership(by.workspace.id, known.id)) !== null)
        return refused(
          problem('ERROR', 'MEMBER_ALREADY', `${email} is a member of "${by.workspace.name}" already.`),
        );
      const name = (input.name?.trim() || (email.split('@')[0] ?? email)).slice(0, LONGEST_NAME);
      const account = known ?? { id: parts.world.newId(), email, name, password: hash, passwordUntil };
      if (!known) await store.addAccount(account);
      await store.setMembership(by.workspace.id, account.id, input.role);
      const about = `${email} as ${input.role}`;
      await sayInWorkspace(parts, store, by, { act: 'MEMBER_ADDED', about });
      const member = { account, role: input.role };
      return { member, newAccount: !known, passwordUntil: known ? null : passwordUntil, problems: [] };
    });
  };
}

/** Gives a member another role; the last owner of a workspace stays one. */
export function changeMemberRole(parts: AccessParts, by: Member) {
  return ({ email, role }: ChangeRoleInput): Promise<MemberResult> =>
    parts.access.write(async (store) => {
      const found = await memberOf(store, by.workspace, email);
      if ('code' in found) return refused(found);
      if (role !== 'OWNER' && (await isLastOwner(store, by.workspace, found)))
        return refused(lastOwner(by.workspace));
      await store.setMembership(by.workspace.id, found.account.id, role);
      const about = `${found.account.email} from ${found.role} to ${role}`;
      await sayInWorkspace(parts, store, by, { act: 'MEMBER_ROLE_CHANGED', about });
      return { member: { account: found.account, role }, ...NO_ACCOUNT_MADE };
    });
}

/** Takes somebody out of the workspace; their sessions and tokens in it end at once. The last owner stays. */
export function removeMember(parts: AccessParts, by: Member) {
  return ({ email }: Pick<ChangeRoleInput, 'email'>): Promise<MemberResult> =>
    parts.access.write(async (store) => {
      const found = await memberOf(store, by.workspace, email);
      if ('code' in found) return refused(found);
      if (await isLastOwner(store, by.workspace, found)) return refused(lastOwner(by.workspace));
      await store.removeMembership(by.workspace.id, found.account.id);
      await sayInWorkspace(parts, store, by, { act: 'MEMBER_REMOVED', about: found.account.email });
      return { member: found, ...NO_ACCOUNT_MADE };
    });
}

/** The members of the workspace, page by page, ordered by e-mail address. */
export function readMembers({ access }: AccessParts, { workspace }: Pick<Member, 'workspace'>) {
  return (page: PageRequest): Promise<Page<WorkspaceMember>> =>
    access.read((store) => store.members(workspace.id, page));
}

async function memberOf(
  store: AccessWriting,
  workspace: Workspace,
  typed: string,
): Promise<WorkspaceMember | Problem> {
  const email = typed.trim().toLowerCase();
  const account = await store.accountByEmail(email);
  const role = account && (await store.membership(workspace.id, account.id));
  if (account && role) return { account, role };
  return problem('ERROR', 'NO_MEMBER', `${shown(email)} is no member of "${workspace.name}".`);
}

async function isLastOwner(store: AccessWriting, { id }: Workspace, { role }: WorkspaceMember) {
  return role === 'OWNER' && (await store.ownersOf(id)) === 1;
}

function lastOwner({ name }: Workspace): Problem {
  const message = `"${name}" would be left without an owner.`;
  return problem('ERROR', 'LAST_OWNER', message, 'Make somebody else an owner first.');
}

function ownerFirst({ name }: Workspace): Problem {
  const message = `The first account must be an owner: from then on everybody has to sign in, and nobody could add members to "${name}".`;
  return problem('ERROR', 'OWNER_FIRST', message, 'Add it with the role OWNER.');
}

function refused(wrong: Problem): MemberResult {
  return { member: null, ...NO_ACCOUNT_MADE, problems: [wrong] };
}

function shown(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 100)}…`;
}
