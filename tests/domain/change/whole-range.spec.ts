import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findOutFirst, spreadsOf } from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import type { ValueStream } from '../../../src/domain/stream/index.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw } from '../../support/draw.js';

const CYCLES = `demand: 18-22/week
sales:
Take it in @Ann 10-20m
wait 1d
Find the fault @Bob ~30m
back to "Take it in" 5-15%
lost 10-30%
fulfilment:
wait 2-4d
Mend it @Bob 1-2h
stock 4
Hand it back @Ann 10m`;

function expectWithin(stream: ValueStream): void {
  const spreads = spreadsOf(stream, measureStream(stream));
  for (const { moves } of findOutFirst(stream, 100)) {
    if (!moves) continue;
    const { figure, whole, measure } = moves;
    const slack = 1e-9 * Math.max(1, Math.abs(whole.high ?? 0));
    expect(figure.low).toBeGreaterThanOrEqual((whole.low ?? NaN) - slack);
    expect(figure.high).toBeLessThanOrEqual((whole.high ?? NaN) + slack);
    if (measure !== 'LEAD_TIME') continue;
    expect(figure.low).toBeGreaterThanOrEqual((spreads.leadTime.whole.low ?? NaN) - slack);
    expect(figure.high).toBeLessThanOrEqual((spreads.leadTime.whole.high ?? NaN) + slack);
  }
}

describe('the range of the whole', () => {
  it('holds the range of every single number, though some lessen the lead time and some add to it', () => {
    const { stream } = draw(CYCLES);
    expect(findOutFirst(stream, 100).filter(({ moves }) => moves).length).toBeGreaterThan(5);
    expectWithin(stream);
  });

  it('says it beside every single number', () => {
    const [first] = findOutFirst(draw(CYCLES).stream);
    expect(first?.because).toMatch(
      /^1 h to 2 h is a range: alone it moves the work of everybody from .* to .*; all numbers together, from .* to .*\.$/,
    );
  });

  it('a demand that is a range makes stock last longest where fewest enter: the measure itself says so', () => {
    const { leadTime } = measureStream(draw('demand: 10-20/week\nsales:\nA 1h\nstock 10\nB 1h').stream);
    const week = 40 * 3600;
    expect(leadTime.low).toBeCloseTo(week / 2 + 7200, 6);
    expect(leadTime.high).toBeCloseTo(week + 7200, 6);
  });

  it('is just the number where there is nothing uncertain', () => {
    const { stream } = draw('demand: 5/week\nsales:\nA 1h\nwait 1d\nB 1h');
    const { leadTime } = spreadsOf(stream, measureStream(stream));
    expect(leadTime.whole).toMatchObject({ low: leadTime.figure.value, high: leadTime.figure.value });
  });

  it('holds the range of every single number, and what the measure says, in any map', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const { stream } = draw(text);
        expectWithin(stream);
        const { leadTime, totalEffort } = spreadsOf(stream, measureStream(stream));
        for (const { figure, whole } of [leadTime, totalEffort]) {
          if (figure.value === null) continue;
          expect(whole.low).toBeLessThanOrEqual(figure.low ?? NaN);
          expect(whole.high).toBeGreaterThanOrEqual(figure.high ?? NaN);
        }
      }),
      { numRuns: 150 },
    );
  });
});
