import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readStreamTable } from '../../src/adapters/imports/stream-table/index.js';
import { HOSTILE_WORKBOOKS, soundWorkbook } from '../support/fuzz/hostile-workbooks.js';
import { fuzzReaders, hostileFiles, READERS } from '../support/fuzz/fuzz-readers.js';
import { fuzzSchema } from '../support/fuzz/fuzz-schema.js';

const DOCUMENTS = 60;
const FILES = 25;

const home = mkdtempSync(join(tmpdir(), 'headwater-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A small share of what `npm run fuzz` does. */
describe('random documents', () => {
  it.each([
    ['an empty', false],
    ['a full', true],
  ])(
    'break nothing on %s database: every answer is one, and no fault is internal',
    async (name, full) => {
      const report = await fuzzSchema({ name, address: join(home, `${name}.db`), full }, DOCUMENTS, 7);
      expect(report.broken).toEqual([]);
      expect(report.answered).toBeGreaterThan(0);
      expect([...report.codes.keys()]).not.toContain('INTERNAL');
    },
    120_000,
  );
});

describe('random files', () => {
  it('break no reader', async () => {
    const reports = await fuzzReaders(FILES, 7);
    expect(reports.map(({ reader }) => reader)).toEqual(Object.keys(READERS));
    expect(reports.flatMap(({ broken }) => broken)).toEqual([]);
    expect(Math.min(...reports.map(({ inputs }) => inputs))).toBe(FILES + hostileFiles().length);
  }, 240_000);
});

describe('a workbook that was made to do harm', () => {
  it('is told apart from a sound one', async () => {
    expect((await readStreamTable(soundWorkbook())).kind).toBe('StreamTable');
  });

  it.each([
    ['a cell in the last row and column', 'TOO_LARGE', 'reaches to row 1048576 and column 16384'],
    ['a place behind a quoted bracket', 'TOO_LARGE', 'reaches to row 1048576'],
    ['many wide rows', 'TOO_LARGE', 'reaches to row 100000 and column 702'],
    ['a cell in a column that cannot be', 'DAMAGED', 'where no cell can stand'],
    ['a row that cannot be', 'DAMAGED', 'where no cell can stand'],
    ['a row without end', 'DAMAGED', 'where no cell can stand'],
    ['a place that is spelled in entities', 'DAMAGED', 'where no cell can stand'],
    ['a part larger than it says', 'TOO_LARGE', 'unpacks to more than 256 MB'],
    ['one sheet listed ten thousand times', 'TOO_LARGE', 'lists 10000 sheets'],
    ['a thousand parts', 'TOO_LARGE', '2000 parts'],
    ['a list of contents that is cut off', 'DAMAGED', 'cannot be read'],
    ['a list of contents that points behind the file', 'DAMAGED', 'cannot be read'],
  ])('by %s is refused before anything is made of it', async (name, code, words) => {
    const bytes = HOSTILE_WORKBOOKS[name]?.() ?? new Uint8Array();
    const read = await readStreamTable(bytes);
    expect(read).toMatchObject({ kind: 'TableUnreadable', code, message: expect.stringContaining(words) });
  });

  it.each(['entities of entities', 'an entity from outside'])('by %s gets nothing for it', async (name) => {
    const read = await readStreamTable(HOSTILE_WORKBOOKS[name]?.() ?? new Uint8Array());
    expect(JSON.stringify(read)).not.toMatch(/hahaha|root:/);
  });
});
