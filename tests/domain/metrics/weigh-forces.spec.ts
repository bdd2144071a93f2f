import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureStream, weighForces, type ForcesWeight } from '../../../src/domain/metrics/index.js';
import type { Figure } from '../../../src/domain/shared/index.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw } from '../../support/draw.js';

function weigh(text: string): ForcesWeight {
  const { stream } = draw(text);
  return weighForces(stream, measureStream(stream));
}

const HOUR = 3600;
const DAY = 8 * HOUR;

const SHOP = `demand: 20/week
sales:
Answer @Ada 1h 90%
wait 1d
Quote @Ada 2h 80%
wait 2d "they think it over"
fulfilment:
Plan @Ada 30m 50%
back to Quote 50%
Build @Bo @Cy x2 4h lead 2d
wait 1d
Bill @Ada 15m 100%
`;

describe('the two forces', () => {
  it('take effort, lead time and waiting of the stream apart', () => {
    const { sales, fulfilment, seam, withoutForce } = weigh(SHOP);
    expect(sales.steps).toBe(2);
    expect(sales.effort.value).toBeCloseTo(1 * HOUR + 2 * 2 * HOUR, 6);
    expect(sales.hoursPerWeek.value).toBeCloseTo(20 * 5, 6);
    expect(sales.wait.value).toBeCloseTo(DAY, 6);
    expect(sales.leadTime.value).toBeCloseTo(DAY + 5 * HOUR, 6);
    expect(sales.rolledCompleteAndAccurate.value).toBeCloseTo(0.72, 12);
    expect(fulfilment.effort.value).toBeCloseTo(2 * 0.5 * HOUR + 8 * HOUR + 0.25 * HOUR, 6);
    expect(fulfilment.wait.value).toBeCloseTo(DAY + (2 * DAY - 4 * HOUR), 6);
    expect(seam.wait.value).toBeCloseTo(2 * 2 * DAY, 6);
    expect(withoutForce).toBeNull();
  });

  it('name what comes back over the seam, what it costs, and who stands on both sides', () => {
    const { seam } = weigh(SHOP);
    expect(seam.returns).toHaveLength(1);
    expect(seam.returns[0]?.share.text).toBe('50 %');
    expect(seam.returns[0]?.perUnit.value).toBeCloseTo(1, 9);
    expect(seam.returnsPerUnit.value).toBeCloseTo(1, 9);
    expect(seam.returnedHoursPerWeek.value).toBeCloseTo(20 * 2.5, 6);
    expect(seam.crossings.map(({ giving, taking }) => [giving, taking])).toEqual([[['Ada'], ['Ada']]]);
    expect(seam.onBothSides).toEqual(['Ada']);
    expect(seam.handOffs.value).toBe(0);
  });

  it('say which of the two is missing instead of showing it as nothing', () => {
    const { sales, fulfilment, seam } = weigh('sales:\nAsk 1h\n');
    expect(sales.leadTime.value).toBe(HOUR);
    expect(fulfilment.effort.value).toBeNull();
    expect(fulfilment.effort.whyNot).toBe('no step belongs to process and fulfilment yet');
    expect(seam.wait.value).toBeNull();
    expect(seam.wait.whyNot).toMatch(/does not pass/);
  });

  it('do not take the lead time of a step for waiting where nobody told the work in it', () => {
    const { sales } = weigh('sales:\nAsk 1h\nDraw it lead 4d\nfulfilment:\nDo 1h\n');
    expect(sales.leadTime.value).toBe(HOUR + 4 * DAY);
    expect(sales.wait.value).toBeNull();
    expect(sales.wait.whyNot).toBe('no wait is told between its steps or within them');
  });

  it('put a stock without a demand into words, not into time', () => {
    const { sales } = weigh('sales:\nAsk 1h\nwait 1h\nstock 40\nDraw 1h\nfulfilment:\nDo 1h\n');
    expect(sales.wait.atLeast).toBe(true);
    expect(sales.wait.text).toMatch(/stock left out/);
  });

  it('tell a return of unknown share over the seam as unknown', () => {
    const { seam } = weigh('sales:\nAsk 1h\nfulfilment:\nDo 1h\nback to Ask\n');
    expect(seam.returns[0]?.share.value).toBeNull();
    expect(seam.returnsPerUnit.value).toBeNull();
  });

  it('keep a range', () => {
    const { seam } = weigh('sales:\nAsk 1h\nwait 1-3d\nfulfilment:\nDo 1h\n');
    expect([seam.wait.low, seam.wait.value, seam.wait.high]).toEqual([DAY, 2 * DAY, 3 * DAY]);
  });
});

describe('the parts of any stream', () => {
  const partsOf = ({ sales, fulfilment, withoutForce }: ForcesWeight) => [
    sales,
    fulfilment,
    ...(withoutForce ? [withoutForce] : []),
  ];
  const total = (figures: readonly Figure[]): number =>
    figures.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const near = (sum: number, whole: number | null): void =>
    expect(Math.abs(sum - (whole ?? 0))).toBeLessThanOrEqual(1e-9 * Math.max(1, whole ?? 0));

  it('add up to its lead time, its effort and its hand-offs, and no part is below nothing', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const { stream } = draw(text);
        const metrics = measureStream(stream);
        const forces = weighForces(stream, metrics);
        const parts = partsOf(forces);
        near(total([...parts.map((part) => part.leadTime), forces.seam.wait]), metrics.leadTime.value);
        near(total(parts.map((part) => part.effort)), metrics.totalEffort.value);
        near(total([...parts.map((part) => part.handOffs), forces.seam.handOffs]), metrics.handOffs.value);
        for (const part of parts) {
          expect(part.wait.value ?? 0).toBeLessThanOrEqual((part.leadTime.value ?? 0) + 1e-6);
          for (const figure of [part.leadTime, part.wait, part.effort])
            expect(figure.value ?? 0).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
      { numRuns: 400 },
    );
  });
});
