import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';

const COLUMNS =
  'stream_id, position, assignment_id, revision, holder, letter, step_key, step_name, kind, cause, changes, reasons, moved_at';

/** An entry is of a letter at a step, or of a person in a role. */
const OF_ONE = `CHECK ((letter IS NULL) = (step_key IS NULL) AND (letter IS NULL) = (step_name IS NULL)
  AND (letter IS NULL) <> (role_key IS NULL) AND (role_key IS NULL) = (role_name IS NULL))`;

/** Schema version 8: the log of what stood and stands tells of people in roles too. */
export class LogStaffing1830000000040 implements MigrationInterface {
  readonly name = 'LogStaffing1830000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, isPostgres(runner) ? POSTGRES.up : await rebuilt(runner, 'BOTH'));
  }

  /** What was logged of people goes. */
  async down(runner: QueryRunner): Promise<void> {
    await runAll(runner, isPostgres(runner) ? POSTGRES.down : await rebuilt(runner, 'LETTERS'));
  }
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}

async function runAll(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement);
}

const LETTER_COLUMNS = ['letter', 'step_key', 'step_name'];
const { key, filled } = DIALECTS.POSTGRES;

const POSTGRES = {
  up: [
    ...LETTER_COLUMNS.map((column) => `ALTER TABLE standing_move ALTER COLUMN ${column} DROP NOT NULL`),
    `ALTER TABLE standing_move ADD COLUMN role_key ${key} CHECK (${filled('role_key')})`,
    `ALTER TABLE standing_move ADD COLUMN role_name text CHECK (${filled('role_name')})`,
    `ALTER TABLE standing_move ADD CONSTRAINT standing_move_of_one ${OF_ONE}`,
  ],
  down: [
    'DELETE FROM standing_move WHERE letter IS NULL',
    'ALTER TABLE standing_move DROP CONSTRAINT standing_move_of_one',
    'ALTER TABLE standing_move DROP COLUMN role_key, DROP COLUMN role_name',
    ...LETTER_COLUMNS.map((column) => `ALTER TABLE standing_move ALTER COLUMN ${column} SET NOT NULL`),
  ],
};

/** SQLite changes no column: the table is made anew, with what was in it and with its guards. */
async function rebuilt(runner: QueryRunner, tells: 'BOTH' | 'LETTERS'): Promise<readonly string[]> {
  const guards: { sql: string }[] = await runner.query(
    `SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'standing_move' ORDER BY name`,
  );
  const whole = tells === 'BOTH';
  const { filled: holds, tableEnd } = DIALECTS.SQLITE;
  const need = whole ? '' : ' NOT NULL';
  return [
    `CREATE TABLE standing_move_anew (
      stream_id text NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      assignment_id text NOT NULL CHECK (${holds('assignment_id')}),
      revision integer NOT NULL,
      holder text NOT NULL CHECK (${holds('holder')}),
      letter text${need} CHECK (letter IN ('R', 'A', 'C', 'I')),
      step_key text${need} CHECK (${holds('step_key')}),
      step_name text${need} CHECK (${holds('step_name')}),
      kind text NOT NULL CHECK (kind IN ('LOST', 'REGAINED', 'WITHDRAWN')),
      cause text NOT NULL CHECK (cause IN ('REVISION', 'STRUCTURE', 'ACCEPTANCE', 'WITHDRAWAL')),
      changes text NOT NULL,
      reasons text NOT NULL,
      moved_at text NOT NULL CHECK (${holds('moved_at')}),
      ${whole ? `role_key text CHECK (${holds('role_key')}), role_name text CHECK (${holds('role_name')}),` : ''}
      PRIMARY KEY (stream_id, position),
      FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
      ${whole ? `, ${OF_ONE}` : ''}
    )${tableEnd}`,
    `INSERT INTO standing_move_anew (${COLUMNS}) SELECT ${COLUMNS} FROM standing_move WHERE letter IS NOT NULL`,
    'DROP TABLE standing_move',
    'ALTER TABLE standing_move_anew RENAME TO standing_move',
    ...guards.map(({ sql }) => sql),
  ];
}
