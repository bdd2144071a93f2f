import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';

/** Streams that were removed are kept with everything about them, and marked. */
export class SetAside1880000000120 implements MigrationInterface {
  readonly name = 'SetAside1880000000120';

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === 'postgres';
    const { filled, tableEnd } = DIALECTS[postgres ? 'POSTGRES' : 'SQLITE'];
    await runner.query(`CREATE TABLE removed_stream (
      stream_id text NOT NULL PRIMARY KEY REFERENCES value_stream (id),
      removed_at text NOT NULL CHECK (${filled('removed_at')})
    )${tableEnd}`);
  }

  /** Refused while a stream is removed: it would stand among the others again without anybody having said so. */
  async down(runner: QueryRunner): Promise<void> {
    const rows: { n: number | string }[] = await runner.query('SELECT count(*) AS n FROM removed_stream');
    if (Number(rows[0]?.n) > 0)
      throw new Error('Streams are removed that an older schema would show again: restore them first.');
    await runner.query('DROP TABLE removed_stream');
  }
}
