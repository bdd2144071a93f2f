import { EntitySchema, type EntityManager } from 'typeorm';
import type {
  AccessRole,
  Membership,
  OpenIdSubject,
  Page,
  PageRequest,
  StoredAccount,
  Workspace,
  WorkspaceMember,
} from '../../../application/ports/index.js';
import { pageOf } from './page-of.js';
import { storedText } from './stored-text.js';

interface AccountRow extends StoredAccount {
  openidIssuer: string | null;
  openidSubject: string | null;
}

interface MembershipRow {
  workspaceId: string;
  accountId: string;
  role: string;
}

const text = { type: 'text' } as const;
const maybe = (name: string) => ({ type: 'text', name, nullable: true }) as const;

export const workspaceRows = new EntitySchema<Workspace>({
  name: 'WorkspaceRow',
  tableName: 'workspace',
  columns: { id: { type: 'text', primary: true }, key: text, name: text },
});

export const accountRows = new EntitySchema<AccountRow>({
  name: 'AccountRow',
  tableName: 'account',
  columns: {
    id: { type: 'text', primary: true },
    email: text,
    name: text,
    password: maybe('password'),
    openidIssuer: maybe('openid_issuer'),
    openidSubject: maybe('openid_subject'),
    passwordUntil: maybe('password_until'),
  },
});

export const membershipRows = new EntitySchema<MembershipRow>({
  name: 'MembershipRow',
  tableName: 'membership',
  columns: {
    workspaceId: { type: 'text', name: 'workspace_id', primary: true },
    accountId: { type: 'text', name: 'account_id', primary: true },
    role: text,
  },
});

/** The account of which this holds; null where there is none. */
export async function findAccount(
  manager: EntityManager,
  where: { readonly id: string } | { readonly email: string } | OpenIdSubject,
): Promise<StoredAccount | null> {
  const row = await manager.findOneBy(
    accountRows,
    'issuer' in where
      ? { openidIssuer: storedText(where.issuer), openidSubject: storedText(where.subject) }
      : 'id' in where
        ? { id: storedText(where.id) }
        : { email: storedText(where.email) },
  );
  if (!row) return null;
  const { id, email, name, password, passwordUntil } = row;
  return { id, email, name, password, passwordUntil };
}

/** Adds an account that signs in with a password, or elsewhere once it is linked. */
export async function addAccount(
  manager: EntityManager,
  { id, email, name, password, passwordUntil }: StoredAccount,
): Promise<void> {
  const told = { email: storedText(email), name: storedText(name) };
  const nowhereElse = { openidIssuer: null, openidSubject: null };
  await manager.insert(accountRows, { id, ...told, password, passwordUntil, ...nowhereElse });
}

/** Where an account is a member, in the order of the keys of the workspaces. */
export async function membershipsOf(
  manager: EntityManager,
  accountId: string,
): Promise<readonly Membership[]> {
  const rows: (Workspace & { readonly role: string })[] = await manager.query(
    `SELECT w.id AS id, w.key AS key, w.name AS name, m.role AS role
      FROM membership m JOIN workspace w ON w.id = m.workspace_id WHERE m.account_id = $1 ORDER BY w.key`,
    [accountId],
  );
  return rows.map(({ role, ...workspace }) => ({ workspace, role: role as AccessRole }));
}

/** A page of the members of a workspace, ordered by e-mail address. */
export function pageOfMembers(
  manager: EntityManager,
  workspaceId: string,
  page: PageRequest,
): Promise<Page<WorkspaceMember>> {
  return pageOf(
    manager,
    {
      select: 'a.id AS id, a.email AS email, a.name AS name, m.role AS role',
      from: 'membership m JOIN account a ON a.id = m.account_id',
      counted: 'membership m',
      where: 'm.workspace_id = $1',
      order: 'a.email',
      newestFirst: false,
      parameters: [workspaceId],
    },
    page,
    ({ id, email, name, role }: Record<'id' | 'email' | 'name' | 'role', string>) => ({
      account: { id, email, name },
      role: role as AccessRole,
    }),
  );
}
