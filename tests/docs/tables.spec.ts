import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { TABLE_PROBLEMS } from '../../src/adapters/imports/stream-table/index.js';
import { printNapkin, readNapkin } from '../../src/domain/index.js';
import { readTable } from '../adapters/imports/stream-table/read-table.js';

const page = readFileSync(new URL('../../docs/tables.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/^```csv( wrong)?\n([^]*?)^```$/gm)].map((match) => ({
  line: page.slice(0, match.index).split('\n').length,
  text: match[2] ?? '',
  wrong: match[1] !== undefined,
  below: page.slice(match.index + match[0].length),
}));
const good = blocks.filter(({ wrong }) => !wrong);

describe('the page that explains tables', () => {
  it.each(good)('has on line $line a table that is read without an error or a warning', async ({ text }) => {
    const { problems, steps } = await readTable(text, 'lamp');
    const told = problems.filter(({ severity }) => severity !== 'INFO').map(({ code }) => code);
    expect(told.filter((code) => code !== 'NO_STREAM_LINE')).toEqual([]);
    expect(steps).toBeGreaterThan(1);
  });

  it('shows below a table the napkin that says the same', async () => {
    let shown = 0;
    for (const { text, below } of good) {
      const napkin = /^\s*(?:[^`]{0,200}\n)?```napkin\n([^]*?)^```$/m.exec(below.slice(0, 1200))?.[1];
      if (napkin === undefined || below.indexOf('```csv') < below.indexOf('```napkin')) continue;
      expect((await readTable(text)).canonical).toBe(printNapkin(readNapkin(napkin).drafts));
      shown += 1;
    }
    expect(shown).toBe(2);
  });

  it('lists below a wrong table every mistake by its cell', async () => {
    const wrong = blocks.filter((block) => block.wrong);
    expect(wrong.length).toBe(1);
    for (const { text, below } of wrong) {
      const listed = [...below.matchAll(/^- ([A-Z]+\d+): `([A-Z_0-9]+)`/gm)].map((m) => `${m[1]} ${m[2]}`);
      expect((await readTable(text)).told).toEqual(listed);
    }
  });

  it('explains every problem that only a table has', () => {
    const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|$/gm)].map((row) => [row[1], row[2]]);
    expect(rows).toEqual(TABLE_PROBLEMS.map(([code, , sentence]) => [code, sentence]));
  });
});
