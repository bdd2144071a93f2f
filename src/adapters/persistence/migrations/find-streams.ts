import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listUnlisted } from '../rows/stream-words.js';
import { DIALECTS } from './dialect.js';

/** Streams are found by the words in them, and listed by name or by when they were drawn. */
export class FindStreams1870000000100 implements MigrationInterface {
  readonly name = 'FindStreams1870000000100';

  /** Lists the streams that are there already. */
  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const { key, filled, tableEnd } = DIALECTS[postgres ? 'POSTGRES' : 'SQLITE'];
    for (const statement of [
      `CREATE TABLE stream_listing (
        stream_id text NOT NULL PRIMARY KEY REFERENCES value_stream (id),
        workspace_id text NOT NULL REFERENCES workspace (id),
        by_name ${key} NOT NULL CHECK (${filled('by_name')}),
        by_drawn ${key} NOT NULL CHECK (${filled('by_drawn')})
      )${tableEnd}`,
      'CREATE INDEX stream_listing_by_name ON stream_listing (workspace_id, by_name)',
      'CREATE INDEX stream_listing_by_drawn ON stream_listing (workspace_id, by_drawn)',
      `CREATE TABLE stream_word (
        stream_id text NOT NULL REFERENCES value_stream (id),
        word ${key} NOT NULL CHECK (${filled('word')}),
        part text NOT NULL CHECK (part IN ('NAME', 'STEP', 'CAPABILITY', 'PERSON', 'ROLE', 'HOLDER')),
        PRIMARY KEY (stream_id, word, part)
      )${postgres ? '' : `${tableEnd}, WITHOUT ROWID`}`,
    ])
      await runner.query(statement);
    await listUnlisted(runner.manager);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stream_word');
    await runner.query('DROP TABLE stream_listing');
  }
}
