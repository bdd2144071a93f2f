import { expect, it } from '@jest/globals';
import type { Logger } from 'typeorm';
import { createSnapshots } from '../../../src/adapters/persistence/snapshots.js';
import { sqliteSource } from '../../../src/adapters/persistence/sqlite-source.js';
import { readingStore } from '../../../src/adapters/persistence/store.js';
import type { StreamKey } from '../../../src/domain/index.js';
import { sqliteDatabase } from '../../support/databases.js';
import {
  adoptedStructure,
  newRevision,
  storedAssignment,
  storedRefusal,
} from '../../support/stored-streams.js';

const database = sqliteDatabase();

/** A logger that counts statements and says nothing. */
function countingLogger(): Logger & { statements: number } {
  const silent = () => undefined;
  return {
    statements: 0,
    logQuery() {
      this.statements += 1;
    },
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
}

/** Fills the database with so many full streams, and counts what a page of so many of them takes. */
async function statementsForPage(): Promise<(first: number, rememberedSteps: number) => Promise<number[]>> {
  const { unitOfWork } = await database.open();
  await unitOfWork.write(async (store) => {
    for (let index = 10; index < 60; index += 1) {
      const streamId = `id-of-shop-${index}`;
      await store.addRevision(newRevision({ key: `shop-${index}` as StreamKey }));
      await store.adopt(streamId, adoptedStructure());
      await store.addAssignments(streamId, [storedAssignment({ id: `a-${index}` })]);
      await store.addRefusals(streamId, [storedRefusal({ id: `r-${index}` })]);
    }
  });
  return async (first, rememberedSteps) => {
    const logger = countingLogger();
    const source = await sqliteSource(database.address, 'READ').setOptions({ logger }).initialize();
    const store = readingStore(source.manager, createSnapshots(rememberedSteps), 'default');
    const counts: number[] = [];
    for (let times = 0; times < 2; times += 1) {
      const before = logger.statements;
      const { streams } = await store.streams({ first });
      expect(streams).toHaveLength(first);
      counts.push(logger.statements - before);
    }
    await source.destroy();
    return counts;
  };
}

it('reads a page of whole streams in the same few statements, however long it is', async () => {
  const count = await statementsForPage();
  const [ofTwo] = await count(2, 0);
  const [ofFifty, again] = await count(50, 0);
  expect(ofFifty).toBe(ofTwo);
  expect(again).toBe(ofTwo);
  expect(ofTwo).toBeGreaterThan(5);
  expect(ofTwo).toBeLessThanOrEqual(12);
});

it('reads again only which state streams are in, while they do not change', async () => {
  const count = await statementsForPage();
  const [, again] = await count(50, 10_000);
  expect(again).toBe(1);
});
