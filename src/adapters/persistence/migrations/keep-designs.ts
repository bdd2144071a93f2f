import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS, type DatabaseKind } from './dialect.js';
import { notReplaced } from './sqlite-guards.js';

/** What was asked stays as it was asked. */
const ASKED = [
  'id',
  'stream_id',
  'revision',
  'position',
  'question',
  'kind',
  'size',
  'effort',
  'limits',
  'ground',
  'asked_at',
];

/** What can be designed at this version of the schema. */
export const KINDS = ['STRUCTURE', 'ALTERNATIVES', 'GROWTH', 'SENSITIVITY'] as const;

const STANDS = `state IN ('WAITING', 'RUNNING', 'DONE') AND cancelled = 0`;

/** Schema version 9: designs that are made while their askers go on, with what each found. */
export class KeepDesigns1840000000050 implements MigrationInterface {
  readonly name = 'KeepDesigns1840000000050';

  async up(runner: QueryRunner): Promise<void> {
    const kind = runner.dataSource.options.type === 'postgres' ? 'POSTGRES' : 'SQLITE';
    const statements = [
      designTable(kind, 'design', KINDS),
      `CREATE UNIQUE INDEX design_asked_once ON design (stream_id, question) WHERE ${STANDS}`,
      'CREATE INDEX design_open ON design (asked_at, id) WHERE ended_at IS NULL',
      ...(kind === 'POSTGRES' ? POSTGRES_GUARDS : SQLITE_GUARDS),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE design');
    if (runner.dataSource.options.type === 'postgres')
      await runner.query('DROP FUNCTION headwater_design_stays()');
  }
}

/** Designs of these kinds. Nothing by halves: an answer only where it has ended, a failure only and always where it failed, news only once begun. */
export function designTable(kind: DatabaseKind, name: string, kinds: readonly string[]): string {
  const { key, tableEnd, filled } = DIALECTS[kind];
  const listed = kinds.map((one) => `'${one}'`).join(', ');
  return `CREATE TABLE ${name} (
    id ${key} NOT NULL PRIMARY KEY CHECK (${filled('id')}),
    stream_id text NOT NULL,
    revision integer NOT NULL,
    position integer NOT NULL CHECK (position >= 1),
    question text NOT NULL CHECK (${filled('question')}),
    kind text NOT NULL CHECK (kind IN (${listed})),
    size text NOT NULL CHECK (size IN ('SMALL', 'LARGE')),
    effort text NOT NULL CHECK (effort IN ('QUICK', 'THOROUGH')),
    limits text NOT NULL CHECK (${isObject(kind, 'limits')}),
    ground text NOT NULL CHECK (${isObject(kind, 'ground')}),
    asked_at ${key} NOT NULL CHECK (${filled('asked_at')}),
    state text NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    begun integer NOT NULL CHECK (begun >= 0),
    cancelled integer NOT NULL CHECK (cancelled IN (0, 1)),
    news text CHECK (${isObject(kind, 'news')}),
    answer text CHECK (${isObject(kind, 'answer')}),
    failure text CHECK (${filled('failure')}),
    ended_at ${key} CHECK (${filled('ended_at')}),
    UNIQUE (stream_id, position),
    FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision),
    CHECK ((ended_at IS NULL) = (state IN ('WAITING', 'RUNNING'))),
    CHECK (state <> 'WAITING' OR news IS NULL),
    CHECK (state <> 'DONE' OR answer IS NOT NULL),
    CHECK (answer IS NULL OR state IN ('DONE', 'CANCELLED')),
    CHECK ((failure IS NULL) = (state <> 'FAILED'))
  )${tableEnd}`;
}

function isObject(kind: DatabaseKind, column: string): string {
  return kind === 'POSTGRES'
    ? `json_typeof(${column}::json) = 'object'`
    : `CASE WHEN json_valid(${column}) THEN json_type(${column}) = 'object' ELSE ${column} IS NULL END`;
}

const POSTGRES_GUARDS = [
  `CREATE FUNCTION headwater_design_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'what was asked of a design, and what came of it, stays' USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER design_stays_asked BEFORE UPDATE OF ${ASKED.join(', ')} ON design
    FOR EACH ROW EXECUTE FUNCTION headwater_design_stays()`,
  `CREATE TRIGGER design_stays_ended BEFORE UPDATE ON design
    FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION headwater_design_stays()`,
];

/** An insert is looked at too: REPLACE would delete a row without a word, and references are not always checked. */
const SQLITE_GUARDS = [
  notReplaced('design', [['id'], ['stream_id', 'position']]),
  `CREATE TRIGGER design_of_revision BEFORE INSERT ON design
    WHEN NOT EXISTS (SELECT 1 FROM stream_revision WHERE stream_id = NEW.stream_id AND revision = NEW.revision)
    BEGIN SELECT RAISE(ABORT, 'a design is of a revision that is there'); END`,
  `CREATE TRIGGER design_stays_asked BEFORE UPDATE OF ${ASKED.join(', ')} ON design
    BEGIN SELECT RAISE(ABORT, 'what was asked of a design stays'); END`,
  `CREATE TRIGGER design_stays_ended BEFORE UPDATE ON design WHEN OLD.ended_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'what came of a design stays'); END`,
];
