import type { AuditEntry, NewAuditEntry } from './audit-entry.js';
import type { MadeUnder, NewMade } from './made-under.js';

/** What a member may do, least first: viewers read, planners also change, owners also say who may. */
export const ACCESS_ROLES = ['VIEWER', 'PLANNER', 'OWNER'] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

/** The role that may do less. */
export function lesserRole(a: AccessRole, b: AccessRole): AccessRole {
  return ACCESS_ROLES.indexOf(a) < ACCESS_ROLES.indexOf(b) ? a : b;
}

/** true where whoever has the role may do what the needed one may. */
export function mayAs(role: AccessRole, needed: AccessRole): boolean {
  return ACCESS_ROLES.indexOf(role) >= ACCESS_ROLES.indexOf(needed);
}

/** What belongs together and is seen by its members only: streams, structures, people, assignments, learned names. */
export interface Workspace {
  readonly id: string;
  /** Names it where people type. */
  readonly key: string;
  readonly name: string;
}

/** The workspace that every database has: what was there before there were workspaces lies in it. */
export const DEFAULT_WORKSPACE: Workspace = { id: 'default', key: 'default', name: 'Default' };

/** Somebody who can sign in. */
export interface Account {
  readonly id: string;
  /** In small letters; no other account has it. */
  readonly email: string;
  readonly name: string;
}

/** An account as it is kept; password is a salted hash, null for those who sign in elsewhere only. */
export interface StoredAccount extends Account {
  readonly password: string | null;
  /** ISO time at which a password ends that somebody else made; null for one of their own, which lasts. */
  readonly passwordUntil: string | null;
}

/** Who somebody is at an OpenID Connect provider. */
export interface OpenIdSubject {
  readonly issuer: string;
  readonly subject: string;
}

export interface Membership {
  readonly workspace: Workspace;
  readonly role: AccessRole;
}

export interface WorkspaceMember {
  readonly account: Account;
  readonly role: AccessRole;
}

/** Somebody who is signed in: only the digest of the secret that their browser holds is kept. */
export interface Session {
  readonly digest: string;
  readonly accountId: string;
  readonly workspaceId: string;
  /** ISO times. */
  readonly madeAt: string;
  readonly expiresAt: string;
  /** Within some minutes: not every request is noted. */
  readonly usedAt: string;
  readonly way: SessionWay;
  /** What the browser calls itself, in few words; empty where it does not say. */
  readonly browser: string;
}

/** How somebody signed in. */
export type SessionWay = 'PASSWORD' | 'PROVIDER';

/** A session as whoever has it sees it. */
export interface OwnSession extends Omit<Session, 'accountId' | 'workspaceId'> {
  readonly workspace: Workspace;
}

/** A token for a program: only the digest of its secret is kept. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
  /** It may do what this role may, and never more than whoever made it may now. */
  readonly role: AccessRole;
  /** Null where it was made at the command line. */
  readonly madeBy: Account | null;
  readonly madeAt: string;
  readonly expiresAt: string;
  /** Null for as long as it is in force. */
  readonly revokedAt: string | null;
}

/** Who a secret stands for: the member as they are now, and until when. */
export interface Admission {
  /** Null for a token that was made at the command line. */
  readonly account: Account | null;
  readonly workspace: Workspace;
  readonly role: AccessRole;
  readonly expiresAt: string;
}

/** The admission of a session. */
export interface SessionAdmission extends Admission {
  readonly madeAt: string;
  readonly usedAt: string;
  /** Whether it began with a password that somebody else made, which is theirs still. */
  readonly mustChangePassword: boolean;
}

/** The admission of a token, under the name of the token; null in revokedAt while it is in force. */
export interface TokenAdmission extends Admission {
  readonly id: string;
  readonly name: string;
  readonly revokedAt: string | null;
}

/** A page of a list that is ordered by a text: the first of those behind after, or the last of those before before. */
export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A part of a list; cursors name the entries in their order. */
export interface Slice<T> {
  readonly entries: readonly { readonly cursor: string; readonly node: T }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** The same, with how many entries the whole list has. */
export interface Page<T> extends Slice<T> {
  readonly totalCount: number;
}

/** What can be read about who may do what, within one consistent view. */
export interface AccessReading {
  /** In the order of their keys. */
  workspaces(): Promise<readonly Workspace[]>;
  anyAccount(): Promise<boolean>;
  anyOwner(): Promise<boolean>;
  accountByEmail(email: string): Promise<StoredAccount | null>;
  accountById(id: string): Promise<StoredAccount | null>;
  accountByOpenId(who: OpenIdSubject): Promise<StoredAccount | null>;
  /** Whether the account is linked to somebody at a provider. */
  isLinked(accountId: string): Promise<boolean>;
  /** In the order of the keys of the workspaces. */
  membershipsOf(accountId: string): Promise<readonly Membership[]>;
  membership(workspaceId: string, accountId: string): Promise<AccessRole | null>;
  /** Ordered by e-mail address. */
  members(workspaceId: string, page: PageRequest): Promise<Page<WorkspaceMember>>;
  ownersOf(workspaceId: string): Promise<number>;
  /** Null where there is no such session, or its account is no longer a member. */
  session(digest: string): Promise<SessionAdmission | null>;
  /** The newest of an account, newest first, those that have ended among them. */
  sessionsOf(accountId: string, most: number): Promise<readonly OwnSession[]>;
  /** Null where there is no such token, or whoever made it is no longer a member. */
  token(digest: string): Promise<TokenAdmission | null>;
  /** Newest first. */
  tokens(workspaceId: string, page: PageRequest): Promise<Page<ApiToken>>;
  tokenById(workspaceId: string, id: string): Promise<ApiToken | null>;
  /** Newest first. */
  auditLog(workspaceId: string, page: PageRequest): Promise<Slice<AuditEntry>>;
  /** How many entries it has. It takes longer the more there are, so it is asked for by itself. */
  auditLogLength(workspaceId: string): Promise<number>;
  /** How often it went wrong for each of these since then (ISO time), in their order. */
  failedSignIns(subjects: readonly string[], since: string): Promise<readonly number[]>;
}

/** What can be written about it. */
export interface AccessWriting extends AccessReading {
  addWorkspace(workspace: Workspace): Promise<void>;
  addAccount(account: StoredAccount): Promise<void>;
  /** until: when it ends; null for one that lasts. */
  setPassword(accountId: string, password: string, until: string | null): Promise<void>;
  linkOpenId(accountId: string, who: OpenIdSubject): Promise<void>;
  /** Makes the account a member, or changes its role. */
  setMembership(workspaceId: string, accountId: string, role: AccessRole): Promise<void>;
  /** Its sessions and tokens in the workspace end with it. */
  removeMembership(workspaceId: string, accountId: string): Promise<void>;
  addSession(session: Session): Promise<void>;
  /** Notes that it was used. */
  useSession(digest: string, at: string): Promise<void>;
  removeSession(digest: string): Promise<void>;
  moveSession(digest: string, workspaceId: string): Promise<void>;
  /** Those of an account that have these digests. */
  removeSessions(accountId: string, digests: readonly string[]): Promise<void>;
  /** All of an account but one, where one is to be kept. */
  removeSessionsOf(accountId: string, but: string | null): Promise<void>;
  removeSessionsBefore(expiredAt: string): Promise<void>;
  addToken(token: ApiToken, digest: string): Promise<void>;
  revokeToken(workspaceId: string, id: string, revokedAt: string): Promise<void>;
  /** Keeps that it went wrong for each of these, and lets go of what is older than since. */
  addFailedSignIns(subjects: readonly string[], at: string, since: string): Promise<void>;
  forgetFailedSignIns(subject: string): Promise<void>;
  /** As the store of a workspace has it. */
  madeUnder(workspaceId: string, id: string, asked: string): Promise<MadeUnder | null>;
  keepMade(workspaceId: string, made: NewMade): Promise<void>;
  addAudit(entries: readonly NewAuditEntry[]): Promise<void>;
}

/** The only way to what is kept about access; work that begins within a unit of work of the same database joins it. */
export interface AccessUnit {
  read<T>(work: (store: AccessReading) => Promise<T>): Promise<T>;
  write<T>(work: (store: AccessWriting) => Promise<T>): Promise<T>;
}
