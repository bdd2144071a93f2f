import { describe, expect, it } from '@jest/globals';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';

const LENGTH = 24_000;

/** An ordinary map of about so many signs. */
function ordinary(length: number): string {
  const line = (nth: number) =>
    `Answer the call ${nth} of all @Ann 10m 90% {pricing 3} asks Ann\nwait 2d "why"`;
  return `stream Try\n${Array.from({ length: Math.ceil(length / 70) }, (_, nth) => line(nth)).join('\n')}`;
}

/** Texts of about a length that lie in wait for a reader that goes back over what it read. */
const ODD: Readonly<Record<string, (length: number) => string>> = {
  'brackets that nothing closes': (length) => `stream A\nCut ${'('.repeat(length)}`,
  'braces that nothing closes': (length) => `stream A\nCut ${'{a '.repeat(length / 3)}`,
  'a line of spaces': (length) => `stream A\nCut${' '.repeat(length)}10m`,
  'tabs and non-breaking spaces': (length) => `stream A\nCut${'\t\u00a0'.repeat(length / 2)}10m`,
  'combining marks': (length) => `stream A\nCut e${'\u0301'.repeat(length)} 10m`,
  'one long word': (length) => `stream A\n${'a'.repeat(length)} 10m`,
  'quotes in words': (length) => `stream A\n${'a"'.repeat(length / 2)}`,
  'escaped quotes': (length) => `stream A\n"${'\\"'.repeat(length / 2)}`,
  'per cent signs': (length) => `stream A\nCut ${'% '.repeat(length / 2)}`,
  'ranges of ranges': (length) => `stream A\nCut ${'1-'.repeat(length / 2)}d`,
  digits: (length) => `stream A\nwait ${'9'.repeat(length)}d`,
  'times put together': (length) => `stream A\nCut ${'1h '.repeat(length / 3)}`,
  'names behind asks': (length) => `stream A\nCut 1m asks ${'Bo, '.repeat(length / 4)}`,
  'hash signs': (length) => `stream A\nCut ${' #a'.repeat(length / 3)}`,
  'blocks in blocks': (length) => `stream A\n${'meanwhile\n'.repeat(length / 10)}Cut`,
  'blocks that end at once': (length) => `stream A\nCut\n${'either\nend\n'.repeat(length / 11)}`,
  'stray ends': (length) => `stream A\nCut\n${'end\n'.repeat(length / 4)}`,
  'loops to one step': (length) => `stream A\nCut\n${'back to Cut 1%\n'.repeat(length / 15)}`,
  'returns to no step': (length) => `stream A\nCut\n${'back to Cat 1%\n'.repeat(length / 15)}`,
  'lines that may be returns': (length) => `stream A\nCut\n${'back to nothing at all\n'.repeat(length / 23)}`,
  'one name again and again': (length) => `stream A\n${'Cut it up\n'.repeat(length / 10)}`,
  'words that are nearly line words': (length) => `stream A\n${'meanwhyle\n'.repeat(length / 10)}`,
  'streams without a step': (length) => 'stream A\n'.repeat(length / 9),
  'old Macintosh line ends': (length) => 'Cut\r'.repeat(length / 4),
};

function timeOf(text: string): number {
  const start = process.cpuUsage().user;
  for (const draft of readNapkin(text).drafts.slice(0, 3)) acceptDraft(draft);
  return process.cpuUsage().user - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const shortest = (text: string, runs: number): number =>
  Math.min(...Array.from({ length: runs }, () => timeOf(text)));

describe('reading takes time in proportion to the length of the text', () => {
  it.each(Object.entries(ODD))('with %s', (_, odd) => {
    timeOf(ordinary(LENGTH));
    const usual = median(Array.from({ length: 3 }, () => timeOf(ordinary(LENGTH))));
    // An ordinary map of the same length is the measure: what grows with the square is a thousand times as slow.
    expect(shortest(odd(LENGTH), 2)).toBeLessThan(30 * Math.max(usual, 5_000));
    const growth = shortest(odd(LENGTH * 4), 2) / Math.max(shortest(odd(LENGTH), 2), 10_000);
    expect(growth).toBeLessThan(12);
  });

  it('reads and prints a line of a million signs', () => {
    const { drafts } = readNapkin(`stream A\nCut ${'the rope '.repeat(111_111)}10m`);
    expect(printNapkin(drafts).length).toBeGreaterThan(900_000);
  });
});
