import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';
import { designTable, KINDS } from './keep-designs.js';
import { notReplaced } from './sqlite-guards.js';

const WITH_COMPANIES = [...KINDS, 'COMPANY'];

/** A design may be of several streams: it is kept with the first of them, and the others stand beside it. */
export class KeepCompanies1860000000100 implements MigrationInterface {
  readonly name = 'KeepCompanies1860000000100';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = isPostgres(runner);
    const kinds = postgres ? ofKinds(WITH_COMPANIES) : await rebuilt(runner, WITH_COMPANIES);
    await runAll(runner, [...kinds, table(postgres), ...(postgres ? POSTGRES_GUARDS : SQLITE_GUARDS)]);
  }

  /** Companies go, and what was found of them. */
  async down(runner: QueryRunner): Promise<void> {
    const postgres = isPostgres(runner);
    const before = postgres ? [] : ['DROP TRIGGER design_takes_streams'];
    await runAll(runner, [
      ...before,
      'DROP TABLE design_stream',
      `DELETE FROM design WHERE kind = 'COMPANY'`,
      ...(postgres ? [...FUNCTIONS.map((name) => `DROP FUNCTION ${name}()`), ...ofKinds(KINDS)] : []),
    ]);
    if (!postgres) await runAll(runner, await rebuilt(runner, KINDS));
  }
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}

async function runAll(runner: QueryRunner, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await runner.query(statement);
}

function ofKinds(kinds: readonly string[]): readonly string[] {
  const listed = kinds.map((kind) => `'${kind}'`).join(', ');
  return [
    'ALTER TABLE design DROP CONSTRAINT design_kind_check',
    `ALTER TABLE design ADD CONSTRAINT design_kind_check CHECK (kind IN (${listed}))`,
  ];
}

/** SQLite changes no condition: the table is made anew, with what was in it, its indexes and its guards. */
async function rebuilt(runner: QueryRunner, kinds: readonly string[]): Promise<readonly string[]> {
  const around: { sql: string }[] = await runner.query(
    `SELECT sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND tbl_name = 'design' AND sql IS NOT NULL
      ORDER BY name`,
  );
  return [
    designTable('SQLITE', 'design_anew', kinds),
    'INSERT INTO design_anew SELECT * FROM design',
    'DROP TABLE design',
    'ALTER TABLE design_anew RENAME TO design',
    ...around.map(({ sql }) => sql),
  ];
}

/** position: the place among all designs of that stream, from 1. */
function table(postgres: boolean): string {
  const { key, tableEnd } = DIALECTS[postgres ? 'POSTGRES' : 'SQLITE'];
  return `CREATE TABLE design_stream (
    design_id ${key} NOT NULL,
    stream_id text NOT NULL,
    revision integer NOT NULL,
    position integer NOT NULL CHECK (position >= 1),
    PRIMARY KEY (design_id, stream_id),
    UNIQUE (stream_id, position),
    FOREIGN KEY (design_id) REFERENCES design (id) ON DELETE CASCADE,
    FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
  )${tableEnd}`;
}

/** The company is there, and the stream is another one of its workspace. */
const FITS = `EXISTS (SELECT 1 FROM design d
    JOIN value_stream first ON first.id = d.stream_id
    JOIN value_stream other ON other.workspace_id = first.workspace_id AND other.id <> first.id
    WHERE d.id = NEW.design_id AND d.kind = 'COMPANY' AND other.id = NEW.stream_id)`;
const HAS_DESIGN = 'EXISTS (SELECT 1 FROM design WHERE id = OLD.design_id)';
const UNFIT = 'a company is of streams of one workspace, each of them once';
const STAYS = 'the streams of a company stay as long as it does';

const FUNCTIONS = ['headwater_company_fits', 'headwater_company_stays'] as const;

const POSTGRES_GUARDS = [
  `CREATE FUNCTION headwater_company_fits() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT ${FITS} THEN
        RAISE EXCEPTION '${UNFIT}' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE FUNCTION headwater_company_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' OR ${HAS_DESIGN} THEN
        RAISE EXCEPTION '${STAYS}' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN OLD;
    END $$`,
  `CREATE TRIGGER design_stream_fits BEFORE INSERT ON design_stream
    FOR EACH ROW EXECUTE FUNCTION headwater_company_fits()`,
  `CREATE TRIGGER design_stream_stays BEFORE UPDATE OR DELETE ON design_stream
    FOR EACH ROW EXECUTE FUNCTION headwater_company_stays()`,
];

/** References are not always checked here, so what they would do is said in guards. */
const SQLITE_GUARDS = [
  notReplaced('design_stream', [
    ['design_id', 'stream_id'],
    ['stream_id', 'position'],
  ]),
  `CREATE TRIGGER design_stream_fits BEFORE INSERT ON design_stream WHEN NOT ${FITS}
    OR NOT EXISTS (SELECT 1 FROM stream_revision WHERE stream_id = NEW.stream_id AND revision = NEW.revision)
    BEGIN SELECT RAISE(ABORT, '${UNFIT}'); END`,
  `CREATE TRIGGER design_stream_not_rewritten BEFORE UPDATE ON design_stream
    BEGIN SELECT RAISE(ABORT, '${STAYS}'); END`,
  `CREATE TRIGGER design_stream_stays BEFORE DELETE ON design_stream WHEN ${HAS_DESIGN}
    BEGIN SELECT RAISE(ABORT, '${STAYS}'); END`,
  `CREATE TRIGGER design_takes_streams AFTER DELETE ON design
    BEGIN DELETE FROM design_stream WHERE design_id = OLD.id; END`,
];
