import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { whatIf, type MeasureMove, type MeasureName } from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { chanceFrom } from '../../../bench/make-stream.js';
import { draw } from '../../support/draw.js';
import { anyFlow } from './any-flow.js';
import { workshop } from './case.js';

const LAMPS = `demand: 20/week
sales:
Take the lamp @Ann 15m 90%
wait 1d
Name a price @Bob 30m 80%
back to "Take the lamp" 20%
lost 30%
fulfilment:
wait 2d
Repair it @Bob 1h 95%
back to "Name a price" 5%
stock 10
Hand it back @Ann 10m`;

function moves(
  text: string,
  asked: { readonly set?: readonly string[]; readonly without?: readonly string[] },
) {
  const { measures } = whatIf(draw(text).stream, [
    ...(asked.set ?? []).map((one) => ({ kind: 'SET', text: one }) as const),
    ...(asked.without ?? []).map((one) => ({ kind: 'WITHOUT', text: one }) as const),
  ]);
  return (measure: MeasureName): MeasureMove => {
    const found = measures.find((one) => one.measure === measure);
    if (!found) throw new Error(`no measure ${measure}`);
    return found;
  };
}

describe('better, worse or neither, and why', () => {
  it('a change whose ranges lie on both sides of what was is neither, and says so', () => {
    const of = moves(LAMPS, { set: ['Repair it 30m-3h'] });
    expect(of('LEAD_TIME').difference.value).toBeGreaterThan(0);
    for (const measure of ['LEAD_TIME', 'PROCESS_TIME', 'TOTAL_EFFORT', 'WORK_A_WEEK'] as const) {
      expect(of(measure).verdict).toBe('MOVED');
      expect(of(measure).because).toBe('as far as the ranges tell, it may be less than before or more');
    }
  });

  it('a change whose whole range lies on one side is better or worse', () => {
    expect(moves(LAMPS, { set: ['Repair it 61m-3h'] })('TOTAL_EFFORT').verdict).toBe('WORSE');
    expect(moves(LAMPS, { set: ['Repair it 10-59m'] })('TOTAL_EFFORT').verdict).toBe('BETTER');
  });

  it('a loop that ends lets more units come through: their time is no loss, and the reason is said', () => {
    const of = moves(LAMPS, { without: ['back to Take the lamp'] });
    expect(of('LEAD_TIME').difference.value).toBeGreaterThan(0);
    expect(of('LEAD_TIME')).toMatchObject({ verdict: 'MOVED' });
    expect(of('LEAD_TIME').because).toMatch(
      /^more of the units that enter come through to the end \(.* %\); for one that does it is less$/,
    );
    expect(of('UNLOST_LEAD_TIME').verdict).toBe('BETTER');
    expect(of('FULFILMENT_EFFORT')).toMatchObject({ verdict: 'MOVED' });
    expect(of('FULFILMENT_EFFORT').because).toContain('for one that does it is as before');
  });

  it('fewer units that come through are no saving', () => {
    const of = moves(LAMPS, { set: ['lost after Name a price 60%'] });
    expect(of('LEAD_TIME').difference.value).toBeLessThan(0);
    for (const measure of ['LEAD_TIME', 'WORK_A_WEEK', 'WORK_IN_PROGRESS'] as const) {
      expect(of(measure).verdict).toBe('MOVED');
      expect(of(measure).because).toContain('fewer of the units that enter come through');
    }
  });

  it('praises nothing where no unit comes through any more', () => {
    for (const set of ['lost after Name a price 80%', 'lost after Hand it back 100%']) {
      const { measures } = whatIf(draw(`${LAMPS}\nlost 10%`).stream, [{ kind: 'SET', text: set }]);
      const better = measures.filter(({ verdict }) => verdict === 'BETTER');
      expect(better.map(({ measure }) => measure)).toEqual([]);
    }
    const of = moves(LAMPS, { set: ['lost after Name a price 80%'] });
    expect(of('WORK_A_WEEK').because).toMatch(
      /^no unit that enters comes through to the end any more \(.* % → 0 %\)$/,
    );
  });

  it('a demand of nothing is no relief for those who were over capacity', () => {
    const busy = LAMPS.replace('20/week', '60/week');
    const of = moves(busy, { set: ['demand: 1/week'] });
    expect(of('OVER_CAPACITY')).toMatchObject({
      verdict: 'MOVED',
      because: 'fewer units enter (60 → 1 a week)',
    });
    expect(moves(busy, { set: ['Repair it 5m', 'Name a price 5m'] })('OVER_CAPACITY').verdict).toBe('BETTER');
  });

  it('a higher demand is more work and no worse, as long as everybody has the hours', () => {
    const of = moves(LAMPS, { set: ['demand: 22/week'] });
    expect(of('WORK_A_WEEK')).toMatchObject({
      verdict: 'MOVED',
      because: 'more units enter (20 → 22 a week); for one of them it is as before',
    });
    expect(of('LEAD_TIME')).toMatchObject({
      verdict: 'BETTER',
      because: 'more units enter (20 → 22 a week), and the same stock lasts less time',
    });
    expect(of('OVER_CAPACITY').verdict).toBe('SAME');
  });

  it('a higher demand that gets somebody over capacity is told as worse, and no time beside it as better', () => {
    const of = moves(LAMPS, { set: ['demand: 45/week'] });
    expect(of('OVER_CAPACITY')).toMatchObject({
      verdict: 'WORSE',
      before: { value: 0 },
      after: { value: 1 },
    });
    expect(of('OVER_CAPACITY').note).toMatch(/^Bob \d+.* % of the hours they have$/);
    expect(of('BUSIEST_PERFORMER')).toMatchObject({ verdict: 'WORSE' });
    expect(of('LEAD_TIME')).toMatchObject({ verdict: 'MOVED' });
    expect(of('LEAD_TIME').because).toContain('over capacity: Bob');
    expect(of('ACTIVITY_RATIO').verdict).toBe('MOVED');
  });

  it('somebody further over capacity is worse off, even where no one else gets there', () => {
    const of = moves(LAMPS.replace('20/week', '50/week'), { set: ['demand: 55/week'] });
    expect(of('OVER_CAPACITY')).toMatchObject({
      verdict: 'WORSE',
      before: { value: 1 },
      after: { value: 1 },
    });
  });

  it('fewer hours of one person are worse for the busiest, and for nobody else', () => {
    const of = moves(LAMPS, { set: ['person Bob 10h'] });
    expect(of('BUSIEST_PERFORMER').verdict).toBe('WORSE');
    expect(of('OVER_CAPACITY').verdict).toBe('WORSE');
    expect(of('LEAD_TIME').verdict).toBe('SAME');
  });

  it('shorter days are fewer hours and not fewer days', () => {
    const of = moves(LAMPS.replace('stock 10\n', ''), { set: ['day: 6h'] });
    expect(of('SALES_WAIT')).toMatchObject({
      verdict: 'MOVED',
      because: 'the working week has 30 h instead of 40 h; in working weeks it is as before',
    });
    expect(of('LEAD_TIME')).toMatchObject({ verdict: 'MOVED' });
    expect(of('OPERATORS_AT_TAKT').because).toContain('the working week has 30 h instead of 40 h');
  });

  it('what is neither better nor worse in itself always says so', () => {
    const of = moves(LAMPS, { set: ['demand: 30/week', 'Repair it 2h (value)'] });
    expect(of('TAKT_TIME')).toMatchObject({ better: 'NEITHER', verdict: 'MOVED' });
    expect(of('TAKT_TIME').because).toContain('the pace that the demand asks for');
  });

  it('less work in the same waiting is no worse activity', () => {
    const of = moves(LAMPS, { set: ['Repair it 10m'] });
    expect(of('ACTIVITY_RATIO').difference.value).toBeLessThan(0);
    expect(of('ACTIVITY_RATIO')).toMatchObject({
      verdict: 'MOVED',
      because: 'there is less work in it, and no more waiting',
    });
  });

  it('shows each force and the seam', () => {
    const of = moves(LAMPS, {
      set: ['Repair it 30m @Ann 99%'],
      without: ['wait before Name a price', 'wait before Repair it', 'back to Name a price'],
    });
    for (const measure of ['SALES_WAIT', 'SEAM_WAIT', 'SEAM_REWORK', 'FULFILMENT_EFFORT'] as const)
      expect([measure, of(measure).verdict]).toEqual([measure, 'BETTER']);
    expect(of('SALES_WAIT').after.value).toBe(0);
    expect(of('FULFILMENT_COMPLETE_AND_ACCURATE').verdict).toBe('BETTER');
    expect(of('FULFILMENT_HAND_OFFS').verdict).toBe('BETTER');
    expect(of('SALES_EFFORT').part).toBe('SALES');
    expect(of('OPERATORS_AT_TAKT').verdict).toBe('BETTER');
    expect(of('WORK_IN_PROGRESS').verdict).toBe('BETTER');
  });

  it('operators at takt are the work of everybody divided by takt', () => {
    const { stream } = draw(LAMPS);
    const { measures } = whatIf(stream, []);
    const { totalEffort, taktTime } = measureStream(stream);
    const { before } = measures.find(({ measure }) => measure === 'OPERATORS_AT_TAKT') ?? {};
    expect(before?.value).toBeCloseTo((totalEffort.value ?? NaN) / (taktTime.value ?? NaN), 9);
  });

  it('in any flow: nothing moves of itself, neither comes with its reason, and a time is never better while somebody gets over capacity', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 400 }), (seed, demand) => {
        const stream = anyFlow(chanceFrom(seed));
        const { measures } = whatIf(stream, [{ kind: 'SET', text: `demand: ${demand}/week` }]);
        const of = (name: MeasureName) => measures.find(({ measure }) => measure === name);
        for (const { verdict, because } of measures)
          expect(verdict !== 'MOVED' || because !== null).toBe(true);
        if (of('OVER_CAPACITY')?.verdict === 'WORSE') {
          expect(of('LEAD_TIME')?.verdict).not.toBe('BETTER');
          expect(of('BUSIEST_PERFORMER')?.verdict).not.toBe('BETTER');
        }
        expect(
          whatIf(stream, []).measures.every(({ verdict }) => verdict === 'SAME' || verdict === 'UNKNOWN'),
        ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('the effort of both forces is the effort of everybody, before and after', () => {
    const { measures } = whatIf(workshop(), [{ kind: 'WITHOUT', text: 'back to Take it in' }]);
    const after = (name: MeasureName) => measures.find(({ measure }) => measure === name)?.after.value ?? NaN;
    expect(after('SALES_EFFORT') + after('FULFILMENT_EFFORT')).toBeCloseTo(after('TOTAL_EFFORT'), 6);
  });
});
