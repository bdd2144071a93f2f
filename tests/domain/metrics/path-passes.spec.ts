import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { leadWeight } from '../../../src/domain/metrics/node-weights.js';
import { passesOnPath } from '../../../src/domain/metrics/path-passes.js';
import { likelyLeadTime } from '../../../src/domain/metrics/path-figures.js';
import { reckonFlow } from '../../../src/domain/metrics/reckon-flow.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw } from '../../support/draw.js';

describe('how often each place counts in the lead time', () => {
  it('adds up to the lead time of any flow that can be written', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const reckoning = reckonFlow(draw(text).stream);
        if (typeof reckoning === 'string') return;
        const passes = passesOnPath(reckoning, 'likely');
        const weight = leadWeight(reckoning, 'likely');
        const sum = passes.reduce(
          (total, count, node) => total + (count === 0 ? 0 : count * weight(node)),
          0,
        );
        const lead = likelyLeadTime(reckoning);
        expect(Math.abs(sum - lead)).toBeLessThanOrEqual(1e-9 * Math.max(1, lead));
        for (const count of passes) expect(count).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 600 },
    );
  });

  it('takes the longest of the branches that all happen, and all that may happen by their shares', () => {
    const { stream } = draw(
      'sales:\nA 1h\nmeanwhile\n  B 1h\n  C 5h\nend\neither\n  20%: D 1h\n  80%: E 1h\nend\n',
    );
    const reckoning = reckonFlow(stream);
    if (typeof reckoning === 'string') throw new Error(reckoning);
    const passes = passesOnPath(reckoning, 'likely');
    const counts = stream.steps.map((step) => [
      step.name,
      passes[reckoning.graph.nodeOf.get(step.key) ?? -1],
    ]);
    expect(Object.fromEntries(counts)).toEqual({ A: 1, B: 0, C: 1, D: 0.2, E: 0.8 });
  });
});
