import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';
import { DRAFT } from './draft-arbitrary.js';

/** A line with one mistake: the code it must be told by, and what the mark under it covers. */
interface Mistake {
  readonly line: string;
  readonly code: string;
  readonly at: string;
}

const MISTAKES: readonly Mistake[] = [
  { line: 'Weigh the crate @Ann 10m 130%', code: 'PERCENT_OVER_100', at: '130%' },
  { line: 'lost 140%', code: 'SHARE_OVER_100', at: '140%' },
  { line: 'back to "Nowhere near here at all" 10%', code: 'UNKNOWN_STEP_REFERENCE', at: 'Nowhere' },
  { line: 'Weigh the crate @Ann 3h lead 1h', code: 'LEAD_SHORTER_THAN_PROCESS', at: '1h' },
  {
    line: 'Weigh the crate @Ann 10m approves "Nobody does this"',
    code: 'UNKNOWN_STEP_REFERENCE',
    at: 'Nobody',
  },
  { line: 'costumer: Ann', code: 'UNKNOWN_WORD', at: 'costumer:' },
  { line: 'demand: plenty', code: 'UNREADABLE_VALUE', at: 'plenty' },
  { line: 'wait 3-1d', code: 'RANGE_REVERSED', at: '3-1d' },
  { line: 'end', code: 'STRAY_END', at: 'end' },
];

/** Everything that is told of a text, by its reader and by the acceptance of every map in it. */
function problemsOf(text: string) {
  const { drafts, problems } = readNapkin(text);
  return [...problems, ...drafts.flatMap((draft) => acceptDraft(draft).problems)];
}

describe('a mistake planted in any map', () => {
  it('is told at its line and its sign, with what would put it right', () => {
    fc.assert(
      fc.property(DRAFT, fc.constantFrom(...MISTAKES), (draft, mistake) => {
        const text = `${printNapkin([draft])}${mistake.line}\n`;
        const line = text.split('\n').length - 1;
        const found = problemsOf(text).filter(
          ({ code, place }) => code === mistake.code && place?.line === line,
        );
        expect(found).not.toEqual([]);
        const column = mistake.line.indexOf(mistake.at) + 1;
        for (const { place, message } of found) {
          expect(message).not.toBe('');
          expect(place?.column).toBeLessThanOrEqual(column);
          expect((place?.column ?? 0) + (place?.length ?? 0)).toBeGreaterThan(column);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('is told beside every other that was planted', () => {
    const planted = MISTAKES.filter(({ code }) => code !== 'STRAY_END');
    fc.assert(
      fc.property(fc.subarray([...planted], { minLength: 2 }), (some) => {
        const text = ['stream Try', 'Begin the day 5m', ...some.map(({ line }) => line)].join('\n');
        const told = problemsOf(text).map(({ code, place }) => `${place?.line ?? 0} ${code}`);
        some.forEach(({ code }, nth) => expect(told).toContain(`${nth + 3} ${code}`));
      }),
      { numRuns: 500 },
    );
  });
});
