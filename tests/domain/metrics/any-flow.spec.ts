import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assessReadiness, measureStream } from '../../../src/domain/metrics/index.js';
import type { Figure } from '../../../src/domain/shared/index.js';
import { draw } from '../../support/draw.js';
import { anyNapkin } from './random-flow.js';

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
      fc.property(anyNapkin, (text) => {
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
      fc.property(anyNapkin, (text) => {
        const { rung, missing } = assessReadiness(draw(text).stream);
        expect(missing.some((problem) => problem.severity === 'WARNING')).toBe(rung !== 'OBSERVED');
      }),
      { numRuns: 80 },
    );
  });

  it('comes out the same twice', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        expect(measureStream(draw(text).stream)).toEqual(measureStream(draw(text).stream));
      }),
      { numRuns: 25 },
    );
  });
});
