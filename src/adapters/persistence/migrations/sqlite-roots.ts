import type { Dialect } from './dialect.js';
import { notDeleted, notReplaced } from './sqlite-guards.js';

/** SQLite cannot take a constraint from a table: each is made anew, filled from the one before, and takes its name. */
function anew(table: string, columns: string, from: string, into: string): readonly string[] {
  return [
    `CREATE TABLE ${table}_anew (${columns}) STRICT`,
    `INSERT INTO ${table}_anew (${into}) SELECT ${from} FROM ${table}`,
    `DROP TABLE ${table}`,
    `ALTER TABLE ${table}_anew RENAME TO ${table}`,
  ];
}

/** The tables that lie in a workspace; what was there before lies in the default one. */
export function sqliteRoots({ key, filled }: Dialect): readonly string[] {
  const workspace = 'workspace_id text NOT NULL REFERENCES workspace (id)';
  return [
    ...anew(
      'value_stream',
      `${streamColumns(key, filled)}, ${workspace}, UNIQUE (workspace_id, key)`,
      `${STREAM}, 'default'`,
      `${STREAM}, workspace_id`,
    ),
    notReplaced('value_stream', [['id'], ['workspace_id', 'key']]),
    notDeleted('value_stream'),
    ...anew(
      'learned_alias',
      `${aliasColumns(key, filled)}, ${workspace}, PRIMARY KEY (workspace_id, alias)`,
      `${ALIAS}, 'default'`,
      `${ALIAS}, workspace_id`,
    ),
    ...anew(
      'learned_version',
      'workspace_id text NOT NULL PRIMARY KEY REFERENCES workspace (id), version text NOT NULL',
      `'default', version`,
      'workspace_id, version',
    ),
  ];
}

/** The same tables as they were before there were workspaces. */
export function sqliteRootsBefore({ key, filled }: Dialect): readonly string[] {
  return [
    ...anew('value_stream', `${streamColumns(key, filled)}, UNIQUE (key)`, STREAM, STREAM),
    notReplaced('value_stream', [['id'], ['key']]),
    notDeleted('value_stream'),
    ...anew('learned_alias', `${aliasColumns(key, filled)}, PRIMARY KEY (alias)`, ALIAS, ALIAS),
    `DELETE FROM learned_version WHERE workspace_id <> 'default'`,
    ...anew(
      'learned_version',
      'id integer NOT NULL PRIMARY KEY CHECK (id = 1), version text NOT NULL',
      '1, version',
      'id, version',
    ),
  ];
}

const STREAM = 'id, key, latest_revision, version, log_version';
const ALIAS = 'alias, capability_key, learned_at';

function streamColumns(key: string, filled: Dialect['filled']): string {
  return `id text NOT NULL PRIMARY KEY,
    key ${key} NOT NULL CHECK (${filled('key')}),
    latest_revision integer NOT NULL CHECK (latest_revision >= 1),
    version text NOT NULL,
    log_version text NOT NULL`;
}

function aliasColumns(key: string, filled: Dialect['filled']): string {
  return `alias ${key} NOT NULL CHECK (${filled('alias')}),
    capability_key text NOT NULL CHECK (${filled('capability_key')}),
    learned_at text NOT NULL CHECK (${filled('learned_at')})`;
}
