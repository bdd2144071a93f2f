import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accessTables } from './access-tables.js';
import { DIALECTS } from './dialect.js';
import { postgresRoots, postgresRootsBefore } from './postgres-roots.js';
import { sqliteRoots, sqliteRootsBefore } from './sqlite-roots.js';

const TABLES = [
  'audit_entry',
  'failed_sign_in',
  'api_token',
  'session',
  'membership',
  'account',
  'workspace',
] as const;

/** Adds workspaces (what is there already lies in the one called default), accounts, members, sessions, tokens and the audit log. */
export class AddWorkspaces1800000000010 implements MigrationInterface {
  readonly name = 'AddWorkspaces1800000000010';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const statements = [
      ...accessTables(postgres ? 'POSTGRES' : 'SQLITE'),
      ...(postgres ? postgresRoots() : sqliteRoots(DIALECTS.SQLITE)),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  /** Refused while anything lies in another workspace than the default one: its keys could not be told apart any more. */
  async down(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const rows: { n: number | string }[] = await runner.query(
      `SELECT (SELECT count(*) FROM value_stream WHERE workspace_id <> 'default')
        + (SELECT count(*) FROM learned_alias WHERE workspace_id <> 'default') AS n`,
    );
    if (Number(rows[0]?.n) > 0)
      throw new Error('Workspaces beside the default one hold streams: move or delete them first.');
    const before = postgres ? postgresRootsBefore() : sqliteRootsBefore(DIALECTS.SQLITE);
    for (const statement of before) await runner.query(statement);
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
    if (postgres) await runner.query('DROP FUNCTION headwater_kept_for_good()');
  }
}
