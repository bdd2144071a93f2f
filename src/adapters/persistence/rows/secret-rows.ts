import { EntitySchema, type EntityManager } from 'typeorm';
import type {
  AccessRole,
  Admission,
  ApiToken,
  OwnSession,
  Page,
  PageRequest,
  Session,
  SessionAdmission,
  SessionWay,
  TokenAdmission,
} from '../../../application/ports/index.js';
import { pageOf } from './page-of.js';
import { storedText } from './stored-text.js';

interface TokenRow {
  id: string;
  digest: string;
  name: string;
  workspaceId: string;
  accountId: string | null;
  role: string;
  madeAt: string;
  expiresAt: string;
  revokedAt: string | null;
}

const text = { type: 'text' } as const;
const named = (name: string) => ({ type: 'text', name }) as const;

export const sessionRows = new EntitySchema<Session>({
  name: 'SessionRow',
  tableName: 'session',
  columns: {
    digest: { type: 'text', primary: true },
    accountId: named('account_id'),
    workspaceId: named('workspace_id'),
    madeAt: named('made_at'),
    expiresAt: named('expires_at'),
    usedAt: named('used_at'),
    way: text,
    browser: text,
  },
});

export const tokenRows = new EntitySchema<TokenRow>({
  name: 'TokenRow',
  tableName: 'api_token',
  columns: {
    id: { type: 'text', primary: true },
    digest: text,
    name: text,
    workspaceId: named('workspace_id'),
    accountId: { type: 'text', name: 'account_id', nullable: true },
    role: text,
    madeAt: named('made_at'),
    expiresAt: named('expires_at'),
    revokedAt: { type: 'text', name: 'revoked_at', nullable: true },
  },
});

const WHO = `a.id AS "accountId", a.email AS email, a.name AS "accountName",
  w.id AS "workspaceId", w.key AS "workspaceKey", w.name AS "workspaceName", m.role AS "memberRole"`;

const SESSION = `s.digest AS digest, s.made_at AS "madeAt", s.used_at AS "usedAt", s.expires_at AS "expiresAt",
  s.way AS way, s.browser AS browser`;

interface OfSession extends Omit<Session, 'accountId' | 'workspaceId'> {
  readonly way: SessionWay;
}

interface WhoRow {
  accountId: string | null;
  email: string | null;
  accountName: string | null;
  workspaceId: string;
  workspaceKey: string;
  workspaceName: string;
  memberRole: string | null;
}

/** Who a session stands for; null where there is none. Whether it has ended is for the caller to say. */
export async function admissionOfSession(
  manager: EntityManager,
  digest: string,
): Promise<SessionAdmission | null> {
  const rows: (WhoRow & OfSession & { readonly passwordUntil: string | null })[] = await manager.query(
    `SELECT ${WHO}, ${SESSION}, a.password_until AS "passwordUntil" FROM session s
      JOIN account a ON a.id = s.account_id
      JOIN workspace w ON w.id = s.workspace_id
      JOIN membership m ON m.workspace_id = s.workspace_id AND m.account_id = s.account_id
      WHERE s.digest = $1`,
    [digest],
  );
  const row = rows[0];
  if (!row) return null;
  const { madeAt, usedAt, expiresAt, way, passwordUntil } = row;
  const mustChangePassword = way === 'PASSWORD' && passwordUntil !== null;
  const role = row.memberRole as AccessRole;
  return { ...whoOf(row), role, madeAt, usedAt, expiresAt, mustChangePassword };
}

/** The newest sessions of an account, newest first. */
export async function sessionsOf(
  manager: EntityManager,
  accountId: string,
  most: number,
): Promise<readonly OwnSession[]> {
  const rows: (OfSession & Pick<WhoRow, 'workspaceId' | 'workspaceKey' | 'workspaceName'>)[] =
    await manager.query(
      `SELECT ${SESSION}, w.id AS "workspaceId", w.key AS "workspaceKey", w.name AS "workspaceName"
        FROM session s JOIN workspace w ON w.id = s.workspace_id
        WHERE s.account_id = $1 ORDER BY s.made_at DESC, s.digest LIMIT ${most}`,
      [accountId],
    );
  return rows.map(({ workspaceId: id, workspaceKey: key, workspaceName: name, ...session }) => ({
    ...session,
    workspace: { id, key, name },
  }));
}

/** Who a token stands for; its role is never more than that of whoever made it. */
export async function admissionOfToken(
  manager: EntityManager,
  digest: string,
  lesser: (a: AccessRole, b: AccessRole) => AccessRole,
): Promise<TokenAdmission | null> {
  const rows: (WhoRow & Pick<TokenRow, 'id' | 'name' | 'role' | 'expiresAt' | 'revokedAt'>)[] =
    await manager.query(
      `SELECT ${WHO}, t.id AS id, t.name AS name, t.role AS role, t.expires_at AS "expiresAt", t.revoked_at AS "revokedAt"
        FROM api_token t
        JOIN workspace w ON w.id = t.workspace_id
        LEFT JOIN account a ON a.id = t.account_id
        LEFT JOIN membership m ON m.workspace_id = t.workspace_id AND m.account_id = t.account_id
        WHERE t.digest = $1`,
      [digest],
    );
  const row = rows[0];
  if (!row || (row.accountId !== null && row.memberRole === null)) return null;
  const { id, name, expiresAt, revokedAt } = row;
  const own = row.role as AccessRole;
  const role = row.memberRole === null ? own : lesser(own, row.memberRole as AccessRole);
  return { ...whoOf(row), role, id, name, expiresAt, revokedAt };
}

function whoOf(row: WhoRow): Pick<Admission, 'account' | 'workspace'> {
  const { accountId: id, email, accountName: name } = row;
  return {
    account: id === null || email === null || name === null ? null : { id, email, name },
    workspace: { id: row.workspaceId, key: row.workspaceKey, name: row.workspaceName },
  };
}

/** Keeps a token under the digest of its secret. */
export async function addToken(manager: EntityManager, token: ApiToken, digest: string): Promise<void> {
  const { madeBy, name, ...rest } = token;
  await manager.insert(tokenRows, { ...rest, name: storedText(name), accountId: madeBy?.id ?? null, digest });
}

const TOKEN = `t.id AS id, t.name AS name, t.workspace_id AS "workspaceId", t.role AS role, t.made_at AS "madeAt",
  t.expires_at AS "expiresAt", t.revoked_at AS "revokedAt", a.id AS "accountId", a.email AS email, a.name AS "accountName"`;
const TOKENS = 'api_token t LEFT JOIN account a ON a.id = t.account_id';

type ToldToken = Omit<ApiToken, 'madeBy'> & Pick<WhoRow, 'accountId' | 'email' | 'accountName'>;

/** A page of the tokens of a workspace, newest first. */
export function pageOfTokens(
  manager: EntityManager,
  workspaceId: string,
  page: PageRequest,
): Promise<Page<ApiToken>> {
  const list = {
    select: TOKEN,
    from: TOKENS,
    counted: 'api_token t',
    where: 't.workspace_id = $1',
    order: 't.id',
  };
  return pageOf(manager, { ...list, newestFirst: true, parameters: [workspaceId] }, page, tokenOf);
}

/** The token of that id in the workspace; null where there is none. */
export async function tokenById(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<ApiToken | null> {
  const rows: ToldToken[] = await manager.query(
    `SELECT ${TOKEN} FROM ${TOKENS} WHERE t.workspace_id = $1 AND t.id = $2`,
    [workspaceId, storedText(id)],
  );
  return rows[0] ? tokenOf(rows[0]) : null;
}

function tokenOf({ accountId, email, accountName, ...told }: ToldToken): ApiToken {
  const { id, name, workspaceId, role, madeAt, expiresAt, revokedAt } = told;
  const madeBy =
    accountId === null || email === null || accountName === null
      ? null
      : { id: accountId, email, name: accountName };
  return { id, name, workspaceId, role, madeBy, madeAt, expiresAt, revokedAt };
}
