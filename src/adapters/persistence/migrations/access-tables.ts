import { DIALECTS, type DatabaseKind } from './dialect.js';
import { notReplaced } from './sqlite-guards.js';

const ROLES = `('VIEWER', 'PLANNER', 'OWNER')`;
const OF_WORKSPACE = 'workspace_id text NOT NULL REFERENCES workspace (id)';

/** Tables of workspaces, of who may do what in them, and of what was done. */
export function accessTables(kind: DatabaseKind): readonly string[] {
  return [...memberTables(kind), ...secretTables(kind), ...auditTable(kind)];
}

function memberTables(kind: DatabaseKind): readonly string[] {
  const { key, tableEnd, filled } = DIALECTS[kind];
  return [
    `CREATE TABLE workspace (
      id text NOT NULL PRIMARY KEY,
      key ${key} NOT NULL UNIQUE CHECK (${filled('key')}),
      name text NOT NULL CHECK (${filled('name')})
    )${tableEnd}`,
    `INSERT INTO workspace (id, key, name) VALUES ('default', 'default', 'Default')`,
    `CREATE TABLE account (
      id text NOT NULL PRIMARY KEY,
      email ${key} NOT NULL UNIQUE CHECK (${filled('email')} AND email = lower(email)),
      name text NOT NULL CHECK (${filled('name')}),
      password text CHECK (${filled('password')}),
      openid_issuer text,
      openid_subject text,
      UNIQUE (openid_issuer, openid_subject),
      CHECK ((openid_issuer IS NULL) = (openid_subject IS NULL))
    )${tableEnd}`,
    `CREATE TABLE membership (
      ${OF_WORKSPACE},
      account_id text NOT NULL REFERENCES account (id),
      role text NOT NULL CHECK (role IN ${ROLES}),
      PRIMARY KEY (workspace_id, account_id)
    )${tableEnd}`,
    'CREATE INDEX membership_of_account ON membership (account_id)',
  ];
}

function secretTables(kind: DatabaseKind): readonly string[] {
  const { key, tableEnd, filled } = DIALECTS[kind];
  const ofMember = `FOREIGN KEY (workspace_id, account_id) REFERENCES membership (workspace_id, account_id) ON DELETE CASCADE`;
  return [
    `CREATE TABLE session (
      digest text NOT NULL PRIMARY KEY CHECK (${filled('digest')}),
      account_id text NOT NULL,
      workspace_id text NOT NULL,
      made_at ${key} NOT NULL,
      expires_at ${key} NOT NULL,
      ${ofMember}
    )${tableEnd}`,
    'CREATE INDEX session_of_account ON session (account_id)',
    'CREATE INDEX session_by_end ON session (expires_at)',
    `CREATE TABLE api_token (
      id ${key} NOT NULL PRIMARY KEY,
      digest text NOT NULL UNIQUE CHECK (${filled('digest')}),
      name text NOT NULL CHECK (${filled('name')}),
      ${OF_WORKSPACE},
      account_id text,
      role text NOT NULL CHECK (role IN ${ROLES}),
      made_at ${key} NOT NULL,
      expires_at ${key} NOT NULL,
      revoked_at ${key},
      ${ofMember}
    )${tableEnd}`,
    'CREATE INDEX api_token_of_workspace ON api_token (workspace_id, id)',
    `CREATE TABLE failed_sign_in (
      id text NOT NULL PRIMARY KEY,
      subject text NOT NULL,
      failed_at ${key} NOT NULL
    )${tableEnd}`,
    'CREATE INDEX failed_sign_in_by_subject ON failed_sign_in (subject, failed_at)',
    'CREATE INDEX failed_sign_in_by_age ON failed_sign_in (failed_at)',
  ];
}

/** Nothing of it is rewritten or deleted: triggers see to it whichever way one writes. */
function auditTable(kind: DatabaseKind): readonly string[] {
  const { key, tableEnd, filled } = DIALECTS[kind];
  return [
    `CREATE TABLE audit_entry (
      id ${key} NOT NULL PRIMARY KEY,
      ${OF_WORKSPACE},
      done_at ${key} NOT NULL CHECK (${filled('done_at')}),
      account_id text,
      actor_name text NOT NULL CHECK (${filled('actor_name')}),
      door text NOT NULL CHECK (${filled('door')}),
      act text NOT NULL CHECK (${filled('act')}),
      stream_id text,
      revision integer,
      about text NOT NULL,
      verdicts text NOT NULL,
      FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
    )${tableEnd}`,
    'CREATE INDEX audit_entry_of_workspace ON audit_entry (workspace_id, id)',
    ...(kind === 'POSTGRES' ? POSTGRES_AUDIT_GUARDS : sqliteAuditGuards()),
  ];
}

const POSTGRES_AUDIT_GUARDS: readonly string[] = [
  `CREATE FUNCTION headwater_kept_for_good() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER audit_entry_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION headwater_kept_for_good()`,
];

function sqliteAuditGuards(): readonly string[] {
  const only = (
    when: string,
  ) => `CREATE TRIGGER audit_entry_not_${when === 'UPDATE' ? 'rewritten' : 'deleted'}
      BEFORE ${when} ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is only added to'); END`;
  return [only('UPDATE'), only('DELETE'), notReplaced('audit_entry', [['id']])];
}
