import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';
import { neverRewritten } from './never-rewritten.js';

const TABLES = ['role_filling', 'ended_filling', 'refused_filling'] as const;

/** Schema version 7: people in roles with the reasons that accepted them, which of them were taken back, and who was refused; none is ever rewritten. */
export class KeepStaffing1820000000030 implements MigrationInterface {
  readonly name = 'KeepStaffing1820000000030';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const { key, filled, filledList, tableEnd } = DIALECTS[postgres ? 'POSTGRES' : 'SQLITE'];
    await runner.query(`CREATE TABLE role_filling (
      id text NOT NULL PRIMARY KEY CHECK (${filled('id')}),
      stream_id text NOT NULL,
      revision integer NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      person text NOT NULL CHECK (${filled('person')}),
      role_key ${key} NOT NULL CHECK (${filled('role_key')}),
      role_name text NOT NULL CHECK (${filled('role_name')}),
      because text NOT NULL CHECK (${filledList('because')}),
      accepted_at text NOT NULL CHECK (${filled('accepted_at')}),
      UNIQUE (stream_id, position),
      FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
    )${tableEnd}`);
    await runner.query(`CREATE TABLE ended_filling (
      filling_id text NOT NULL PRIMARY KEY REFERENCES role_filling (id),
      stream_id text NOT NULL REFERENCES value_stream (id),
      ended_at text NOT NULL CHECK (${filled('ended_at')})
    )${tableEnd}`);
    await runner.query(`CREATE TABLE refused_filling (
      id text NOT NULL PRIMARY KEY CHECK (${filled('id')}),
      stream_id text NOT NULL,
      revision integer NOT NULL,
      position integer NOT NULL CHECK (position >= 1),
      person text NOT NULL,
      role text NOT NULL,
      reason text,
      reasons text NOT NULL CHECK (${filledList('reasons')}),
      refused_at text NOT NULL CHECK (${filled('refused_at')}),
      UNIQUE (stream_id, position),
      FOREIGN KEY (stream_id, revision) REFERENCES stream_revision (stream_id, revision)
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
  const real = (table: string): string =>
    `CREATE TRIGGER ${table}_is_real BEFORE INSERT ON ${table}
      WHEN EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id
          OR (stream_id = NEW.stream_id AND position = NEW.position))
        OR NOT EXISTS (SELECT 1 FROM stream_revision WHERE stream_id = NEW.stream_id AND revision = NEW.revision)
      BEGIN SELECT RAISE(ABORT, '${table} is of a revision of the stream, and is never rewritten'); END`;
  return [
    real('role_filling'),
    real('refused_filling'),
    `CREATE TRIGGER ended_filling_is_real BEFORE INSERT ON ended_filling
      WHEN EXISTS (SELECT 1 FROM ended_filling WHERE filling_id = NEW.filling_id)
        OR NOT EXISTS (SELECT 1 FROM role_filling WHERE id = NEW.filling_id AND stream_id = NEW.stream_id)
      BEGIN SELECT RAISE(ABORT, 'a person is taken out of a role of the stream once'); END`,
  ];
}
