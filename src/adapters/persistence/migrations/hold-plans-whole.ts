import type { MigrationInterface, QueryRunner } from 'typeorm';
import { notReplaced } from './sqlite-guards.js';

const IN_ORDER = 'a revision follows the one before it';
const UNIQUE_PLACE = `CREATE UNIQUE INDEX revision_step_by_place ON revision_step (stream_id, revision, position)`;

/** Nothing by halves: no revision without the one before, no two steps in one place, no latest revision that is not there, no structure that is none. */
export class HoldPlansWhole1810000000020 implements MigrationInterface {
  readonly name = 'HoldPlansWhole1810000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of isPostgres(runner) ? POSTGRES.up : SQLITE.up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of isPostgres(runner) ? POSTGRES.down : SQLITE.down) await runner.query(statement);
  }
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}

interface Statements {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** That the latest revision is there is held by a reference already. */
const POSTGRES: Statements = {
  up: [
    UNIQUE_PLACE,
    `CREATE FUNCTION headwater_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.revision > 1 AND NOT EXISTS (SELECT 1 FROM stream_revision
            WHERE stream_id = NEW.stream_id AND revision = NEW.revision - 1) THEN
          RAISE EXCEPTION '${IN_ORDER}' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER stream_revision_in_order BEFORE INSERT ON stream_revision
      FOR EACH ROW EXECUTE FUNCTION headwater_in_order()`,
    `ALTER TABLE adopted_structure ADD CONSTRAINT adopted_structure_is_one
      CHECK (json_typeof(proposal::json) = 'object' AND proposal LIKE '%"kind":"StructureProposal"%')`,
    ...['changes', 'reasons'].map(
      (column) => `ALTER TABLE standing_move ADD CONSTRAINT standing_move_${column}_listed
        CHECK (json_typeof(${column}::json) = 'array')`,
    ),
  ],
  down: [
    'DROP INDEX revision_step_by_place',
    'DROP TRIGGER stream_revision_in_order ON stream_revision',
    'DROP FUNCTION headwater_in_order()',
    'ALTER TABLE adopted_structure DROP CONSTRAINT adopted_structure_is_one',
    ...['changes', 'reasons'].map(
      (column) => `ALTER TABLE standing_move DROP CONSTRAINT standing_move_${column}_listed`,
    ),
  ],
};

/** SQLite checks references only for connections that ask it to. */
const OF_REVISION = ['revision_step', 'adopted_structure', 'refused_wish', 'standing_move'];

const SQLITE: Statements = {
  up: [
    UNIQUE_PLACE,
    notReplaced('revision_step', [['stream_id', 'revision', 'position']], 'revision_step_place_not_taken'),
    `CREATE TRIGGER stream_revision_in_order BEFORE INSERT ON stream_revision
      WHEN NEW.revision > 1 AND NOT EXISTS (SELECT 1 FROM stream_revision
        WHERE stream_id = NEW.stream_id AND revision = NEW.revision - 1)
      BEGIN SELECT RAISE(ABORT, '${IN_ORDER}'); END`,
    ...OF_REVISION.map(
      (table) => `CREATE TRIGGER ${table}_of_revision BEFORE INSERT ON ${table}
        WHEN NOT EXISTS (SELECT 1 FROM stream_revision WHERE stream_id = NEW.stream_id AND revision = NEW.revision)
        BEGIN SELECT RAISE(ABORT, '${table} is of a revision that is there'); END`,
    ),
    `CREATE TRIGGER value_stream_latest_is_there BEFORE UPDATE OF latest_revision ON value_stream
      WHEN NOT EXISTS (SELECT 1 FROM stream_revision WHERE stream_id = NEW.id AND revision = NEW.latest_revision)
      BEGIN SELECT RAISE(ABORT, 'the latest revision of a stream is one that it has'); END`,
    `CREATE TRIGGER adopted_structure_is_one BEFORE INSERT ON adopted_structure
      WHEN NOT CASE WHEN json_valid(NEW.proposal)
        THEN coalesce(json_extract(NEW.proposal, '$.kind') = 'StructureProposal', 0) ELSE 0 END
      BEGIN SELECT RAISE(ABORT, 'an adopted structure is a proposal'); END`,
    `CREATE TRIGGER standing_move_is_listed BEFORE INSERT ON standing_move
      WHEN NOT (${isList('NEW.changes')} AND ${isList('NEW.reasons')})
      BEGIN SELECT RAISE(ABORT, 'what moved tells its changes and reasons as lists'); END`,
  ],
  down: [
    'DROP INDEX revision_step_by_place',
    ...[
      'revision_step_place_not_taken',
      'stream_revision_in_order',
      'value_stream_latest_is_there',
      'adopted_structure_is_one',
      'standing_move_is_listed',
      ...OF_REVISION.map((table) => `${table}_of_revision`),
    ].map((trigger) => `DROP TRIGGER ${trigger}`),
  ],
};

function isList(column: string): string {
  return `CASE WHEN json_valid(${column}) THEN json_type(${column}) = 'array' ELSE 0 END`;
}
