import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';

/** Schema version 2: answers that are given again to whoever asks the same under the same key. */
export class KeepAnswers1770000000002 implements MigrationInterface {
  readonly name = 'KeepAnswers1770000000002';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const { key, filled, tableEnd } = DIALECTS[postgres ? 'POSTGRES' : 'SQLITE'];
    await runner.query(`CREATE TABLE kept_answer (
      key ${key} NOT NULL PRIMARY KEY CHECK (${filled('key')}),
      request text NOT NULL CHECK (${filled('request')}),
      status integer NOT NULL,
      media_type text NOT NULL,
      body text NOT NULL,
      kept_at ${key} NOT NULL CHECK (${filled('kept_at')})
    )${tableEnd}`);
    await runner.query('CREATE INDEX kept_answer_by_age ON kept_answer (kept_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_answer');
  }
}
