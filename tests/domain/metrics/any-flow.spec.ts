import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assessReadiness, measureStream } from '../../../src/domain/metrics/index.js';
import type { Figure } from '../../../src/domain/shared/index.js';
import { draw } from '../../support/draw.js';

const name = fc.nat(9).map((at) => `Piece ${'ABCDEFGHIJ'[at] ?? 'A'}`);
const percent = fc.integer({ min: 0, max: 100 });
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(name, fc.nat(500))
      .map(([step, work]) => `${step} @P${work % 4} ${work}m ${work % 101}%`),
  },
  name,
  fc.tuple(name, percent).map(([step, share]) => `sometimes ${share}%: ${step} 5m`),
  fc.tuple(name, percent).map(([step, share]) => `back to "${step}" ${share}%`),
  name.map((step) => `back to "${step}"`),
  fc.tuple(name, percent).map(([step, share]) => `back to "${step}" ${share}% 10m`),
  percent.map((share) => `lost ${share}%`),
  fc.tuple(name, name).map(([a, b]) => `after ${a}, ${b}`),
  name.map((step) => `${step} 1h every 1w`),
  fc.constantFrom(
    'wait 1-3d',
    'stock 40',
    'meanwhile',
    'either',
    'end',
    'end',
    'stop',
    'then wait 1d',
    'demand: 5/week',
    'fulfilment:',
  ),
);
const napkin = fc.array(line, { maxLength: 30 }).map((lines) => `sales:\n${lines.join('\n')}`);

function figuresOf(value: unknown, found: Figure[] = []): Figure[] {
  if (value instanceof Map) for (const one of value.values()) figuresOf(one, found);
  else if (Array.isArray(value)) for (const one of value) figuresOf(one, found);
  else if (typeof value === 'object' && value !== null) {
    if ('measuredSteps' in value) found.push(value as Figure);
    else for (const one of Object.values(value)) figuresOf(one, found);
  }
  return found;
}

describe('any flow that can be written', () => {
  it('is measured without a fault: every figure is a number with its ends, or null with its reason', () => {
    fc.assert(
      fc.property(napkin, (text) => {
        const { stream } = draw(text);
        const metrics = measureStream(stream);
        for (const figure of figuresOf(metrics)) {
          if (figure.value === null) {
            expect(figure.whyNot).toBeTruthy();
            continue;
          }
          expect(Number.isFinite(figure.value)).toBe(true);
          expect(figure.low ?? NaN).toBeLessThanOrEqual(figure.value);
          expect(figure.high ?? NaN).toBeGreaterThanOrEqual(figure.value);
          expect(figure.measuredSteps).toBeLessThanOrEqual(figure.ofSteps);
        }
        for (const transfer of metrics.transfers) expect(transfer.perUnit).toBeGreaterThanOrEqual(0);
        const rolled = metrics.rolledCompleteAndAccurate.value ?? 0;
        expect(rolled >= 0 && rolled <= 1).toBe(true);
      }),
      { numRuns: 250 },
    );
  });

  it('has one rung, and what is missing for the next', () => {
    fc.assert(
      fc.property(napkin, (text) => {
        const { rung, missing } = assessReadiness(draw(text).stream);
        expect(missing.some((problem) => problem.severity === 'WARNING')).toBe(rung !== 'OBSERVED');
      }),
      { numRuns: 80 },
    );
  });

  it('comes out the same twice', () => {
    fc.assert(
      fc.property(napkin, (text) => {
        expect(measureStream(draw(text).stream)).toEqual(measureStream(draw(text).stream));
      }),
      { numRuns: 25 },
    );
  });
});
