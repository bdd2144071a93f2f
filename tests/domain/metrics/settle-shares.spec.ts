import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { spreadsOf } from '../../../src/domain/change/index.js';
import { measureStream, type StreamMetrics } from '../../../src/domain/metrics/index.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw, measure } from '../../support/draw.js';

const HOUR = 3600;
const SUMS = ['leadTime', 'unlostLeadTime', 'processTime', 'totalEffort'] as const;

/** The text with every `a-b%` at one of its ends: all ways to choose them. */
function corners(text: string): readonly string[] {
  const range = /(\d+)-(\d+)%/;
  const found = range.exec(text);
  if (!found) return [text];
  return [found[1], found[2]].flatMap((end) => corners(text.replace(range, `${end}%`)));
}

const share = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }));
const range = share.map(([low, width]) => `${low}-${low + width}%`);
const minutes = fc.integer({ min: 1, max: 500 });
const kinds = fc.array(fc.tuple(fc.nat(4), range, minutes, fc.nat(5)), { minLength: 1, maxLength: 5 });

/** A flow of steps, some of them only sometimes, with losses, returns and branches that all happen, in which shares are ranges. */
const rangedFlow = kinds.map((lines) => {
  const told = lines.flatMap(([kind, within, time, back], nth) => {
    const name = `Piece ${'ABCDEF'[nth] ?? ''}`;
    const before = `Piece ${'ABCDEF'[Math.min(back, nth)] ?? ''}`;
    if (kind === 0) return [`sometimes ${within}: ${name} ${time}m`];
    if (kind === 1) return [`${name} ${time}m`, `lost ${within}`];
    if (kind === 2) return [`${name} ${time}m`, `back to "${before}" ${within}`];
    if (kind === 3)
      return ['meanwhile', `  ${name} ${time}m`, `  sometimes ${within}: Beside ${nth} 40m`, 'end'];
    return [`${name} ${time}m`];
  });
  return `sales:\nBegin 5m\n${told.join('\n')}\nEnd it 3h`;
});

function ends(metrics: StreamMetrics, of: (typeof SUMS)[number]) {
  const { low, value, high } = metrics[of];
  return { low: low ?? NaN, value: value ?? NaN, high: high ?? NaN };
}

describe('the range of a measure where shares are ranges', () => {
  it('takes the least and the most that a sometimes can make, all units counted once', () => {
    const metrics = measure('sales:\nStart 1h\nsometimes 20-40%: Rent 10h\nEnd it 5h');
    for (const sum of ['leadTime', 'totalEffort'] as const) {
      const { low, value, high } = ends(metrics, sum);
      expect(low).toBeCloseTo(8 * HOUR, 6);
      expect(value).toBeCloseTo(9 * HOUR, 6);
      expect(high).toBeCloseTo(10 * HOUR, 6);
    }
  });

  it('gives the rest of the units to the other branches of an either, within what is told of them', () => {
    const { leadTime } = measure(
      'sales:\neither\n  20-40%: Cut 10h\n  30-50%: Weld 2h\n  30%: Glue 1h\nend\nEnd it 1h',
    );
    expect(leadTime.low).toBeCloseTo((0.2 * 10 + 0.5 * 2 + 0.3 * 1 + 1) * HOUR, 6);
    expect(leadTime.high).toBeCloseTo((0.4 * 10 + 0.3 * 2 + 0.3 * 1 + 1) * HOUR, 6);
  });

  it('tells how often each step is passed, from the fewest to the most, in branches within branches too', () => {
    const text = `sales:
Start 1h
either
  20-40%: either
    30-50%: Cut 10h
    50-70%: Saw 1h
  end
  60-80%: Buy 2h
end
End it 5h`;
    const { stream } = draw(text);
    const { steps } = measureStream(stream);
    const passes = stream.steps.map(({ name, key }) => {
      const visits = steps.get(key)?.visitsPerUnit;
      return [name, Number(visits?.low?.toFixed(9)), Number(visits?.high?.toFixed(9))];
    });
    expect(passes).toEqual([
      ['Start', 1, 1],
      ['Cut', 0.06, 0.2],
      ['Saw', 0.1, 0.28],
      ['Buy', 0.6, 0.8],
      ['End it', 1, 1],
    ]);
  });

  it('is what the ends of the told shares give, of all ways to choose them, in any flow', () => {
    fc.assert(
      fc.property(rangedFlow, (text) => {
        const metrics = measure(text);
        const all = corners(text).map((corner) => measure(corner));
        for (const sum of SUMS) {
          const values = all.map((one) => ends(one, sum).value);
          const { low, high } = ends(metrics, sum);
          const slack = 1e-9 * high;
          expect(Math.abs(low - Math.min(...values))).toBeLessThanOrEqual(slack);
          expect(Math.abs(high - Math.max(...values))).toBeLessThanOrEqual(slack);
        }
        for (const [key, { visitsPerUnit }] of metrics.steps) {
          for (const one of all) {
            const value = one.steps.get(key)?.visitsPerUnit.value ?? NaN;
            expect(value).toBeGreaterThanOrEqual((visitsPerUnit.low ?? NaN) - 1e-9);
            expect(value).toBeLessThanOrEqual((visitsPerUnit.high ?? NaN) + 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the range that the spread tells where no guess is told as one number, and never wider, in any map', () => {
    fc.assert(
      fc.property(anyNapkin, fc.boolean(), (text, certain) => {
        const { stream } = draw(certain ? text.replaceAll('~', '') : text);
        const metrics = measureStream(stream);
        const spreads = spreadsOf(stream, metrics);
        for (const sum of ['leadTime', 'totalEffort'] as const) {
          const { whole } = spreads[sum];
          const { low, high } = metrics[sum];
          if (low === null || high === null) continue;
          expect(low).toBeGreaterThanOrEqual(whole.low ?? NaN);
          expect(high).toBeLessThanOrEqual(whole.high ?? NaN);
          if (certain) expect({ low: whole.low, high: whole.high }).toEqual({ low, high });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('and the spread is wider where a guess is one number: it says by how much it takes it', () => {
    const { stream } = draw('sales:\nStart 1h\nwait ~2d\nEnd it 1-2h');
    const metrics = measureStream(stream);
    const { whole } = spreadsOf(stream, metrics).leadTime;
    expect([metrics.leadTime.low, metrics.leadTime.high]).toEqual([18 * HOUR, 19 * HOUR]);
    expect(whole.low).toBeCloseTo((2 + 16 * 0.7) * HOUR, 6);
    expect(whole.high).toBeCloseTo((3 + 16 * 1.3) * HOUR, 6);
    expect(whole.convention).toContain('30 % less and 30 % more');
  });
});
