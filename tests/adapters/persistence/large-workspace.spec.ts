import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { postgresSource } from '../../../src/adapters/persistence/postgres-source.js';
import { sqliteSource } from '../../../src/adapters/persistence/sqlite-source.js';
import { describeOnEveryDatabase } from '../../support/databases.js';
import { fillWorkspace } from '../../support/large-workspace/fill.js';
import { FEW_ROWS_ONLY, fullScans, listeningLogger } from '../../support/large-workspace/plans.js';
import { LARGE_READS, readsOn } from '../../support/large-workspace/reads.js';

const SIZE = { streams: 40, steps: 30 };

describeOnEveryDatabase(
  'a workspace that grows',
  (database) => {
    const logger = listeningLogger();
    let source: DataSource;
    beforeAll(async () => {
      await fillWorkspace(await database.open(), SIZE);
      source = await (
        database.kind === 'POSTGRES'
          ? postgresSource(database.address).setOptions({ logger, poolSize: 1 })
          : sqliteSource(database.address, 'WRITE').setOptions({ logger })
      ).initialize();
      if (database.kind === 'POSTGRES')
        for (const setting of ['ANALYZE', ...FEW_ROWS_ONLY]) await source.query(setting);
    }, 120_000);
    afterAll(() => source.destroy());

    it.each(LARGE_READS)(
      'is not looked through from end to end for $name',
      async ({ read, looksThrough = [] }) => {
        logger.statements.length = 0;
        await read(readsOn(source.manager), SIZE.streams);
        const sent = [...logger.statements];
        expect(sent.length).toBeGreaterThan(0);
        const scans: string[] = [];
        for (const statement of sent)
          for (const scan of await fullScans(source, statement))
            if (!looksThrough.some((table) => scan.endsWith(` on ${table}`)))
              scans.push(`${scan}: ${statement.sql.replace(/\s+/g, ' ')}`);
        expect(scans).toEqual([]);
      },
    );

    it('would notice a statement that is', async () => {
      const sql = `SELECT * FROM refused_wish WHERE holder = 'Nobody 3'`;
      expect(await fullScans(source, { sql, parameters: [] })).toEqual([
        database.kind === 'POSTGRES' ? 'Seq Scan on refused_wish' : 'SCAN refused_wish',
      ]);
    });
  },
  'SUITE',
);

describe('the reads of a large workspace', () => {
  it('have names of their own', () => {
    expect(new Set(LARGE_READS.map(({ name }) => name)).size).toBe(LARGE_READS.length);
  });
});
