import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyChange, rankChanges, type Change } from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import type { ValueStream } from '../../../src/domain/stream/index.js';
import { chanceFrom } from '../../../bench/make-stream.js';
import { draw } from '../../support/draw.js';
import { anyFlow } from './any-flow.js';

const RUNS = 40;

function savedBy(stream: ValueStream, change: Change): { lead: number; work: number } {
  const [before, after] = [measureStream(stream), measureStream(applyChange(stream, change))];
  return {
    lead: (before.leadTime.value ?? 0) - (after.leadTime.value ?? 0),
    work: (before.totalEffort.value ?? 0) - (after.totalEffort.value ?? 0),
  };
}

describe('what a single change saves', () => {
  it('in a block of very many branches only the longest one is worth anything, and all are looked at', () => {
    const branches = Array.from(
      { length: 3000 },
      (_, at) => `  Branch ${at} 1h\n  then wait ${at === 7 ? 30 : 10}h`,
    );
    const { stream } = draw(`sales:\nmeanwhile\n${branches.join('\n')}\nend`);
    const { changes, considered, limits } = rankChanges(stream, measureStream(stream), 4);
    expect([considered, limits]).toEqual([6000, []]);
    expect(changes.map(({ leadTime }) => leadTime.value)).toEqual([72_000, 1_800, 0, 0]);
  });

  it('is what measuring the changed stream again gives', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const stream = anyFlow(chanceFrom(seed));
        for (const { change, leadTime, work } of rankChanges(stream, measureStream(stream), 100).changes) {
          const saved = savedBy(stream, change);
          const perWeek = (stream.demandPerWeek?.likely ?? 3600) / 3600;
          expect(leadTime.value).toBeCloseTo(saved.lead, 3);
          expect(work.value).toBeCloseTo(saved.work * perWeek, 3);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('puts those first that brute force puts first', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 5 }), (seed, most) => {
        const stream = anyFlow(chanceFrom(seed));
        const metrics = measureStream(stream);
        const all = rankChanges(stream, metrics, 10_000);
        const brute = all.changes.map(({ change }) => savedBy(stream, change).lead).sort((a, b) => b - a);
        const few = rankChanges(stream, metrics, most);
        expect(all.changes.length).toBe(all.considered);
        few.changes.forEach(({ leadTime }, at) => expect(leadTime.value).toBeCloseTo(brute[at] ?? NaN, 3));
      }),
      { numRuns: RUNS },
    );
  });
});
