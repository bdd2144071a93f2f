import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Logs whose rows could be taken out: what was refused, what was adopted, and what lost its reason. */
const ONLY_NOT_REWRITTEN = ['refused_wish', 'adopted_structure', 'standing_move'];
/** Logs that could be emptied as a whole on PostgreSQL, where no guard of rows is asked about that. */
const ONLY_ROWS_GUARDED = [
  'override_letter',
  'ended_override',
  'role_filling',
  'ended_filling',
  'refused_filling',
];

/** Nothing is taken out of any log, row by row or all at once. */
export class GuardLogs1850000000070 implements MigrationInterface {
  readonly name = 'GuardLogs1850000000070';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of isPostgres(runner) ? POSTGRES : SQLITE) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ONLY_NOT_REWRITTEN)
      await runner.query(`DROP TRIGGER ${table}_kept${isPostgres(runner) ? ` ON ${table}` : ''}`);
    if (!isPostgres(runner)) return;
    for (const table of ONLY_ROWS_GUARDED) await runner.query(`DROP TRIGGER ${table}_kept ON ${table}`);
  }
}

const SQLITE = ONLY_NOT_REWRITTEN.map(
  (table) => `CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is only added to'); END`,
);

const guarded = (table: string, acts: string): string =>
  `CREATE TRIGGER ${table}_kept BEFORE ${acts} ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION headwater_kept_for_good()`;

const POSTGRES = [
  ...ONLY_NOT_REWRITTEN.map((table) => guarded(table, 'DELETE OR TRUNCATE')),
  ...ONLY_ROWS_GUARDED.map((table) => guarded(table, 'TRUNCATE')),
];

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
