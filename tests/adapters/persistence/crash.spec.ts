import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { describeOnEveryDatabase, type TestDatabase } from '../../support/databases.js';

const ROUNDS = 4;
const WRITER = fileURLToPath(new URL('../../support/tireless-writer.ts', import.meta.url));
const LOADER = new URL('../../support/register-typescript.mjs', import.meta.url).href;

/** Moments in milliseconds that look random and are the same in every run. */
function moments(count: number, seed = 20_250_301): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return 5 + (state % 150);
  });
}

/** Lets the writer write, kills it that long after its first word, and tells the last revision that it acknowledged. */
async function acknowledgedBeforeKill(address: string, moment: number): Promise<number> {
  const writer = spawn(process.execPath, ['--import', LOADER, WRITER, address], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  let complaint = '';
  writer.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  const ended = new Promise<void>((resolve) => writer.on('close', () => resolve()));
  await new Promise<void>((resolve) => {
    writer.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      resolve();
    });
    writer.on('close', () => resolve());
  });
  await pause(moment);
  writer.kill('SIGKILL');
  await ended;
  expect(complaint).toBe('');
  return Number(told.split('\n').at(-2));
}

async function counted(database: TestDatabase, sql: string): Promise<number> {
  const [row] = await database.raw(sql);
  return Number(row?.['n']);
}

describeOnEveryDatabase('a program that is killed while it writes', (database) => {
  it('has kept every write that it acknowledged, and no half of any other', async () => {
    await (await database.open()).close();
    let before = 0;
    for (const moment of moments(ROUNDS)) {
      const acknowledged = await acknowledgedBeforeKill(database.address, moment);
      const { unitOfWork, close } = await database.open();
      const [left, right] = await unitOfWork.read(async (store) => [
        await store.streamByKey('left'),
        await store.streamByKey('right'),
      ]);
      expect(acknowledged).toBeGreaterThan(before);
      expect(left?.revision).toBeGreaterThanOrEqual(acknowledged);
      expect(left?.revision).toBeLessThanOrEqual(acknowledged + 1);
      expect(right?.revision).toBe(left?.revision);
      for (const stream of [left, right]) {
        expect(stream?.steps).toHaveLength(200);
        expect(stream?.assignments).toHaveLength(stream?.revision ?? 0);
      }
      before = left?.revision ?? 0;
      await close();
    }
    const revisions = `SELECT count(*) AS n FROM stream_revision`;
    expect(await counted(database, revisions)).toBe(2 * before);
    const halves = `SELECT count(*) AS n FROM (SELECT stream_id, revision FROM revision_step
      GROUP BY stream_id, revision HAVING count(*) = 200) AS whole`;
    expect(await counted(database, halves)).toBe(2 * before);
  });
});
