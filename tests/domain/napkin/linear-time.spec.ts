import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';
import { HOSTILE } from '../../../bench/hostile-text.js';
import { countWork, growthOfWork } from '../../support/count-work.js';

const LENGTH = 12_000;

/** An ordinary map of about so many signs. */
function ordinary(length: number): string {
  const line = (nth: number) =>
    `Answer the call ${nth} of all @Ann 10m 90% {pricing 3} asks Ann\nwait 2d "why"`;
  return `stream Try\n${Array.from({ length: Math.ceil(length / 70) }, (_, nth) => line(nth)).join('\n')}`;
}

const read = (text: string) => () => {
  for (const draft of readNapkin(text).drafts.slice(0, 3)) acceptDraft(draft);
};

/** Lines of any kind, whole and broken. */
const LINES = [
  ...[
    'Cut it @Ann 5m',
    'wait 2d "why"',
    'meanwhile',
    'either',
    'end',
    '20%: Pay',
    'then Go',
    'stop',
    'after Cut it',
  ],
  ...[
    'back to Cut it 5%',
    'back to Cat 5%',
    'lost 3%',
    'sale:',
    '{a, b',
    '"',
    '# said',
    '! slow',
    'Qualify lead 10m',
  ],
  ...[
    'or send it',
    'either 30%',
    'wiat 3d',
    'never together: A, B',
    'person Al 3h {a}',
    '',
    'stream B',
    '~~ 12 %',
  ],
];

describe('reading is work in proportion to the length of the text', () => {
  it.each(Object.entries(HOSTILE))('with %s', (_, hostile) => {
    read(hostile(LENGTH))();
    const short = countWork(read(hostile(LENGTH)));
    // An ordinary map of the same length is the measure: what grows with the square is a thousand times as much.
    expect(short).toBeLessThan(30 * countWork(read(ordinary(LENGTH))));
    expect(countWork(read(hostile(LENGTH * 4))) / Math.max(short, LENGTH)).toBeLessThan(5);
  });

  // Near names are looked for a hundred times in all: longer texts show how it grows from there.
  it('with any lines, said over and over', () => {
    const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, (some) => {
        const text = (times: number) => `stream A\n${`${some.join('\n')}\n`.repeat(times)}`;
        expect(growthOfWork(read(text(200)), read(text(800)))).toBeLessThan(6);
      }),
      { numRuns: 25 },
    );
  });

  it('and a line of a million signs is read and printed', () => {
    const { drafts } = readNapkin(`stream A\nCut ${'the rope '.repeat(111_111)}10m`);
    expect(printNapkin(drafts).length).toBeGreaterThan(900_000);
  });
});
