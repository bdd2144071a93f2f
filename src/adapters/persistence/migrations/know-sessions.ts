import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DIALECTS } from './dialect.js';

/** First passwords end by themselves; a session tells when it was last used, how it began, and in which browser. */
export class KnowSessions1850000000060 implements MigrationInterface {
  readonly name = 'KnowSessions1850000000060';

  /** Passwords that are there already last, and sessions were used last when they began. */
  async up(runner: QueryRunner): Promise<void> {
    const { key, filled } = DIALECTS[runner.dataSource.options.type === 'postgres' ? 'POSTGRES' : 'SQLITE'];
    const way = `text NOT NULL DEFAULT 'PASSWORD' CHECK (way IN ('PASSWORD', 'PROVIDER'))`;
    for (const statement of [
      `ALTER TABLE account ADD COLUMN password_until ${key} CHECK (${filled('password_until')})`,
      `ALTER TABLE session ADD COLUMN used_at ${key} NOT NULL DEFAULT ''`,
      `ALTER TABLE session ADD COLUMN way ${way}`,
      `ALTER TABLE session ADD COLUMN browser text NOT NULL DEFAULT ''`,
      'UPDATE session SET used_at = made_at',
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['browser', 'way', 'used_at'])
      await runner.query(`ALTER TABLE session DROP COLUMN ${column}`);
    await runner.query('ALTER TABLE account DROP COLUMN password_until');
  }
}
