import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { widenGuesses } from '../../../src/domain/change/widen-guesses.js';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';

/** The shares of the first choice of a napkin after widening, as rounded percentages from low to high. */
function rangesOf(lines: string): readonly string[] {
  const text = `stream Order to van\ndemand: 10/week\nsales:\nTake the order 5m\n${lines}\nfulfilment:\nLoad the van 5m\n`;
  const [draft] = readNapkin(text).drafts;
  if (!draft) throw new Error('no stream in this napkin');
  const { nodes, arcs } = widenGuesses(acceptDraft(draft).stream).flow;
  const percent = (share: number): number => Math.round(share * 1_000) / 10;
  return arcs.flatMap(({ from, share }) =>
    share && nodes[from]?.kind === 'CHOICE' ? [`${percent(share.low)} to ${percent(share.high)}`] : [],
  );
}

describe('a guessed share', () => {
  it('ranges by 30 % of itself, and what is left to the other way by no more', () => {
    expect(rangesOf('sometimes ~10%: Ask the boss 5m')).toEqual(['7 to 13', '87 to 93']);
    expect(rangesOf('sometimes ~25%: Ask the boss 5m')).toEqual(['17.5 to 32.5', '67.5 to 82.5']);
  });

  it('ranges no further than the ways beside it leave room for, where all are guessed', () => {
    const lines = 'either\n  ~10%: Ask the boss 5m\n  ~30%: Ask the clerk 5m\n  ~60%: Go on 5m\nend';
    expect(rangesOf(lines)).toEqual(['7 to 13', '21 to 39', '48 to 72']);
  });

  it('moves a way that somebody counted by as much as the guess moves, and no counted one where nobody guessed', () => {
    expect(rangesOf('either\n  ~20%: Ask the boss 5m\n  80%: Go on 5m\nend')).toEqual([
      '14 to 26',
      '74 to 86',
    ]);
    const counted = 'either\n  20%: Ask the boss 5m\n  80%: Go on 5m\nend';
    for (const range of rangesOf(counted)) expect(range).toMatch(/^(20 to 20|80 to 80)$/);
  });

  it('always lies within its range, and never beyond nothing and all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (share) => {
        for (const [at, range] of rangesOf(`sometimes ~${share}%: Ask the boss 5m`).entries()) {
          const [low = NaN, high = NaN] = range.split(' to ').map(Number);
          const likely = at === 0 ? share : 100 - share;
          expect(low).toBeLessThanOrEqual(likely);
          expect(high).toBeGreaterThanOrEqual(likely);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
