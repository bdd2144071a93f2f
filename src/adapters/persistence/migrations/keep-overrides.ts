import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';
import { neverRewritten } from './never-rewritten.js';

const TABLES = ['override_letter', 'ended_override'] as const;

/** Schema version 4: overrides, each with who, why and till when, and which of them were ended; both are never rewritten. */
export class KeepOverrides1790000000004 implements MigrationInterface {
  readonly name = 'KeepOverrides1790000000004';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const { key, filled, filledList, tableEnd } = DIALECTS[postgres ? 'POSTGRES' : 'SQLITE'];
    await runner.query(`CREATE TABLE override_letter (
      id text NOT NULL PRIMARY KEY CHECK (${filled('id')}),
      stream_id text NOT NULL,
      revision integer NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      step_key ${key} NOT NULL,
      holder text NOT NULL CHECK (${filled('holder')}),
      letter text NOT NULL CHECK (letter IN ('R', 'A', 'C', 'I')),
      taken_by text NOT NULL CHECK (${filled('taken_by')}),
      why text NOT NULL CHECK (${filled('why')}),
      last_day text NOT NULL CHECK (last_day LIKE '____-__-__'),
      against text NOT NULL CHECK (${filledList('against')}),
      overridden_at text NOT NULL CHECK (${filled('overridden_at')}),
      UNIQUE (stream_id, position),
      FOREIGN KEY (stream_id, revision, step_key) REFERENCES revision_step (stream_id, revision, step_key)
    )${tableEnd}`);
    await runner.query(`CREATE TABLE ended_override (
      override_id text NOT NULL PRIMARY KEY REFERENCES override_letter (id),
      stream_id text NOT NULL REFERENCES value_stream (id),
      ended_at text NOT NULL CHECK (${filled('ended_at')})
    )${tableEnd}`);
    const guards = [...neverRewritten(TABLES, postgres), ...(postgres ? [] : sqliteGuards())];
    for (const guard of guards) await runner.query(guard);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await runner.query(`DROP TABLE ${table}`);
  }
}

/** An insert is looked at too: REPLACE would delete a row without a word, and references are not always checked. */
function sqliteGuards(): readonly string[] {
  return [
    `CREATE TRIGGER override_letter_is_real BEFORE INSERT ON override_letter
      WHEN EXISTS (SELECT 1 FROM override_letter WHERE id = NEW.id
          OR (stream_id = NEW.stream_id AND position = NEW.position))
        OR NOT EXISTS (SELECT 1 FROM revision_step WHERE stream_id = NEW.stream_id AND revision = NEW.revision
          AND step_key = NEW.step_key)
      BEGIN SELECT RAISE(ABORT, 'an override is of a step of its revision, and is never rewritten'); END`,
    `CREATE TRIGGER ended_override_is_real BEFORE INSERT ON ended_override
      WHEN EXISTS (SELECT 1 FROM ended_override WHERE override_id = NEW.override_id)
        OR NOT EXISTS (SELECT 1 FROM override_letter WHERE id = NEW.override_id AND stream_id = NEW.stream_id)
      BEGIN SELECT RAISE(ABORT, 'an override of the stream is ended once'); END`,
  ];
}
