import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';

/** What was made under ids of the askers' making, so that asking again makes nothing again. */
export class KeepMade1870000000110 implements MigrationInterface {
  readonly name = 'KeepMade1870000000110';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const { key, filled, tableEnd } = DIALECTS[postgres ? 'POSTGRES' : 'SQLITE'];
    await runner.query(`CREATE TABLE made_under (
      workspace_id text NOT NULL REFERENCES workspace (id),
      id ${key} NOT NULL CHECK (${filled('id')}),
      asked text NOT NULL CHECK (${filled('asked')}),
      made text NOT NULL CHECK (${filled('made')}),
      made_at text NOT NULL CHECK (${filled('made_at')}),
      PRIMARY KEY (workspace_id, id)
    )${tableEnd}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE made_under');
  }
}
