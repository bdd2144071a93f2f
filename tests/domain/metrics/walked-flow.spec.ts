import { describe, it } from '@jest/globals';
import fc from 'fast-check';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { draw } from '../../support/draw.js';
import { makeFlow, walkFlow, writeFlow, type Sample } from '../../support/made-flow.js';

const UNITS = 2000;

/** So far from the mean of a sample does not happen by chance (the least is for what too few units did to be judged). */
function expectNear(value: number | null | undefined, { mean, error }: Sample, what: string): void {
  const off = Math.abs((value ?? Number.NaN) - mean);
  if (!(off <= 6 * error + 0.01 * Math.max(1, Math.abs(mean))))
    throw new Error(`${what}: ${value} measured, ${mean} walked`);
}

describe('units that walk a flow one by one', () => {
  it('pass every step as often as the measures expect, through nested blocks, losses and loops that overlap', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const flow = makeFlow(seed, false);
        const text = writeFlow(flow);
        const { stream } = draw(text);
        const metrics = measureStream(stream);
        const walked = walkFlow(flow, UNITS, seed + 1);
        for (const step of stream.steps) {
          const told = metrics.steps.get(step.key)?.visitsPerUnit.value;
          expectNear(told, walked.visits.get(step.name) ?? { mean: 0, error: 0 }, `${text}\n${step.name}`);
        }
        expectNear((metrics.totalEffort.value ?? 0) / 60, walked.work, `${text}\neffort`);
      }),
      { numRuns: 40, seed: 20_240_501 },
    );
  });

  it('take as long as the lead time says, where what runs side by side takes always the same time', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const flow = makeFlow(seed, true);
        const text = writeFlow(flow);
        const { leadTime } = measureStream(draw(text).stream);
        expectNear((leadTime.value ?? 0) / 60, walkFlow(flow, UNITS, seed + 1).minutes, text);
      }),
      { numRuns: 40, seed: 20_240_502 },
    );
  });
});
