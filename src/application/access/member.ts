import {
  DEFAULT_WORKSPACE,
  type AccessRole,
  type Account,
  type Actor,
  type AuditDoor,
  type Workspace,
} from '../ports/index.js';

/** Somebody who was let in: who they are, in which workspace, and what they may do there. */
export interface Member {
  /** Null where nobody had to sign in, and for a token that was made at the command line. */
  readonly account: Account | null;
  /** The person, or the token, as people call them. */
  readonly name: string;
  readonly workspace: Workspace;
  readonly role: AccessRole;
  readonly door: AuditDoor;
  /** The digest of the session that they came with; null where they came without one. */
  readonly session: string | null;
  /** Whether they came with a password that somebody else made: then they choose their own before anything else. */
  readonly mustChangePassword: boolean;
  /** The id of the token that they came with; null where they came without one. */
  readonly token: string | null;
}

/** Whoever sits at a machine that has no accounts and is reached from nowhere else. */
export const LOCAL_MEMBER: Member = {
  account: null,
  name: 'somebody at this machine',
  workspace: DEFAULT_WORKSPACE,
  role: 'OWNER',
  door: 'LOCAL',
  session: null,
  mustChangePassword: false,
  token: null,
};

/** The member as the audit log names them. */
export function actorOf({ account, name, door }: Member): Actor {
  return { accountId: account?.id ?? null, name, door };
}
