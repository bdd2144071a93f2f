import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measure } from '../../support/draw.js';

const HOUR = 3600;
const DAY = 8 * HOUR;

describe('work under way', () => {
  it("is what enters times the lead time (Little's law), beside what was counted", () => {
    const { workInProgress, countedWork } = measure(
      'demand: 10/day\nsales:\nAsk 8h\nwait 2d\nstock 20\nShip 8h',
    );
    expect(workInProgress.value).toBe(60);
    expect(workInProgress.text).toBe('60 units (what enters × lead time; 20 of them counted as stock)');
    expect(countedWork.text).toBe('20 units in one place');
  });

  it('says why it holds less than was counted, or more', () => {
    const text = (lines: string) => measure(`demand: 10/day\nsales:\nAsk 8h\n${lines}`).workInProgress.text;
    expect(text('lost 50%\nstock 4\nShip 0s')).toContain(
      'of 4 counted as stock it holds 2: not every unit that enters comes there',
    );
    expect(text('stock 4\nCheck 1h\nback to Ask 20%')).toContain(
      'the 4 counted as stock are 5 in it: units come there more than once',
    );
    expect(text('meanwhile\nCut 3d\nsand 1h\nthen stock 4\nend')).toContain(
      'of 4 counted as stock it holds 0: the rest lies beside a longer branch',
    );
  });

  it('is at least what was counted, where nothing is lost or repeated before it', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 90 }), (stocks, demand) => {
        const lines = stocks.map((units, at) => `stock ${units}\nStep no ${at} 5m`);
        const { workInProgress, countedWork } = measure(`demand: ${demand}/day\nsales:\n${lines.join('\n')}`);
        expect(workInProgress.value ?? 0).toBeGreaterThanOrEqual((countedWork.value ?? 0) * (1 - 1e-9));
      }),
      { numRuns: 40 },
    );
  });

  it('is unknown with its reason without a demand or a lead time, never 0', () => {
    expect(measure('sales:\nAsk 1h').workInProgress).toMatchObject({ value: null, text: '?' });
    expect(measure('sales:\nAsk 1h').workInProgress.whyNot).toContain('how many units enter');
    expect(measure('demand: 1/day\nsales:\nAsk').workInProgress.whyNot).toContain('lead time is not known');
    expect(measure('sales:\nAsk 1h').countedWork.whyNot).toContain('nobody has counted');
  });

  it('keeps a range, and is a floor where the lead time is one', () => {
    const { workInProgress } = measure('demand: 5-15/day\nsales:\nAsk 8-16h\nShip');
    expect([workInProgress.low, workInProgress.high]).toEqual([5, 30]);
    expect(workInProgress.text).toContain('at least 15 units');
  });
});

describe('a first-in first-out lane with a limit', () => {
  it('says how long a unit can wait in it at most, and how many stand in it by what is told', () => {
    const [lane] = measure(
      'demand: 10/day\nsales:\nAsk 1h\nlost 50%\nwait 2d fifo 20 "the tray"\nShip 1h',
    ).lanes;
    expect(lane).toMatchObject({ line: 6, why: 'the tray', places: 20, overfull: false });
    expect(lane?.longestWait.value).toBe(4 * DAY);
    expect(lane?.unitsWaiting.value).toBe(10);
  });

  it('is overfull where more stand in it than it has places for', () => {
    const [told, counted] = measure(
      'demand: 10/day\nsales:\nAsk 1h\nwait 3d fifo 20\nPack 1h\nstock 9 fifo 8\nShip 1h',
    ).lanes;
    expect([told?.overfull, counted?.overfull]).toEqual([true, true]);
  });

  it('says nothing about time while nobody knows what comes', () => {
    const [lane] = measure('sales:\nAsk 1h\nwait 3d fifo 2\nShip 1h').lanes;
    expect(lane).toMatchObject({
      overfull: null,
      longestWait: { value: null },
      unitsWaiting: { value: null },
    });
  });
});
