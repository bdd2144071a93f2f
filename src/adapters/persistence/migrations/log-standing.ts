import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';

/** Schema version 3: the log of what lost its reason, has one again, or was withdrawn; its entries are never rewritten. */
export class LogStanding1780000000003 implements MigrationInterface {
  readonly name = 'LogStanding1780000000003';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const { key, filled, tableEnd } = DIALECTS[postgres ? 'POSTGRES' : 'SQLITE'];
    await runner.query(`CREATE TABLE standing_move (
      stream_id text NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      assignment_id text NOT NULL CHECK (${filled('assignment_id')}),
      revision integer NOT NULL,
      holder text NOT NULL CHECK (${filled('holder')}),
      letter text NOT NULL CHECK (letter IN ('R', 'A', 'C', 'I')),
      step_key ${key} NOT NULL CHECK (${filled('step_key')}),
      step_name text NOT NULL CHECK (${filled('step_name')}),
      kind text NOT NULL CHECK (kind IN ('LOST', 'REGAINED', 'WITHDRAWN')),
      cause text NOT NULL CHECK (cause IN ('REVISION', 'STRUCTURE', 'ACCEPTANCE', 'WITHDRAWAL')),
      changes text NOT NULL,
      reasons text NOT NULL,
      moved_at text NOT NULL CHECK (${filled('moved_at')}),
      PRIMARY KEY (stream_id, position),
      FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
    )${tableEnd}`);
    await runner.query(
      postgres
        ? `CREATE TRIGGER standing_move_not_rewritten BEFORE UPDATE ON standing_move
            FOR EACH ROW EXECUTE FUNCTION headwater_never_rewritten()`
        : `CREATE TRIGGER standing_move_not_rewritten BEFORE UPDATE ON standing_move
            BEGIN SELECT RAISE(ABORT, 'standing_move is never rewritten'); END`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE standing_move');
  }
}
