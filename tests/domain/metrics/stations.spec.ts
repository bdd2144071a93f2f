import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureByConvention } from '../../../src/domain/metrics/index.js';
import { draw, measure } from '../../support/draw.js';
import { byName, oneByName } from '../../support/published-maps.js';
import { anyNapkin } from './random-flow.js';

const HOUR = 3600;
const DAY = 8 * HOUR;

/** A saw of our own: 10 units come in a day of 480 minutes. */
const saw = (marks: string, time = '30m') =>
  `day: 8h\ndemand: 10/day\nfulfilment:\nSaw the boards @Ida ${time} ${marks}`;

const station = (text: string) => measure(text).stations.stations[0];

describe('a step that stops and is changed over', () => {
  it('takes its cycle time and its part of a changeover, by its uptime', () => {
    const one = station(saw('uptime 80% changeover 60m batch 10'));
    expect(one?.cycleTime.value).toBe(30 * 60);
    expect(one?.cycleWithChangeovers.value).toBeCloseTo(((30 + 6) / 0.8) * 60, 9);
    expect(one?.takt.value).toBe(48 * 60);
    expect(one?.againstTakt.value).toBeCloseTo(45 / 48, 12);
    expect(one?.behindTakt).toBe(false);
  });

  it('shares its work among the people on it, and is passed as often as units come', () => {
    const text = `${saw('x2 uptime 50%', '40m')}\nback to "Saw the boards" 50%`;
    const one = station(text);
    expect(one?.cycleWithChangeovers.value).toBe(40 * 60);
    expect(one?.takt.value).toBe(24 * 60);
    expect(one?.behindTakt).toBe(true);
  });

  it('has its cycle time alone where nothing else is told, by the same name', () => {
    const plain = 'day: 8h\ndemand: 10/day\nsales:\nAsk 12m\nSell 30m\nShip 5m';
    expect(byName(plain, 'EFFECTIVE_CYCLE_TIME_WITH_CHANGEOVERS')).toEqual(byName(plain, 'CYCLE_TIME'));
    expect(byName(plain, 'STATION_UTILISATION_WITH_CHANGEOVERS')).toEqual(
      byName(plain, 'STATION_UTILISATION'),
    );
    expect(measure(plain).stations).toMatchObject({ stations: [], busiest: { step: 'sell' } });
  });

  it('is a floor while nobody has said how many pieces come between two changeovers', () => {
    const one = station(saw('changeover 60m'));
    expect(one?.cycleWithChangeovers).toMatchObject({ value: 30 * 60, atLeast: true });
    expect(one?.behindTakt).toBeNull();
    expect(measure(saw('changeover 60m')).stations.lostPerWeek.atLeast).toBe(true);
  });

  it('is not reckoned with an uptime of 0, which is told', () => {
    const { problems } = draw(saw('uptime 0%'));
    expect(problems.map(({ code }) => code)).toContain('NUMBER_OUT_OF_RANGE');
    expect(measure(saw('uptime 0%'))).toEqual(measure(saw('')));
  });

  it('keeps its ranges, uptime running against time', () => {
    const one = station(saw('uptime 50-100% changeover 20-60m batch 10', '20-40m'));
    expect(one?.cycleWithChangeovers.low).toBeCloseTo(22 * 60, 9);
    expect(one?.cycleWithChangeovers.high).toBeCloseTo(92 * 60, 9);
  });

  it('moves no measure that rests on the work of people', () => {
    const { stations: told, ...rest } = measure(saw('uptime 60% changeover 60m batch 10'));
    const { stations: none, ...plain } = measure(saw(''));
    expect(rest).toEqual(plain);
    expect([told.stations.length, none.stations.length]).toEqual([1, 0]);
  });
});

describe('what would let a step keep up', () => {
  const SLOW = saw('uptime 80% changeover 100m batch 10');

  it('is a batch that just does, and one piece less does not', () => {
    const least = station(SLOW)?.leastBatch.value ?? 0;
    const share = (batch: number) => station(SLOW.replace('batch 10', `batch ${batch}`))?.againstTakt.value;
    expect(station(SLOW)?.behindTakt).toBe(true);
    expect(share(least)).toBeLessThanOrEqual(1 + 1e-9);
    expect(share(least - 1)).toBeGreaterThan(1);
  });

  it('is a changeover or an uptime with which it takes just its takt, wherever there is one', () => {
    const marks = fc.record({
      time: fc.integer({ min: 1, max: 60 }),
      uptime: fc.integer({ min: 1, max: 100 }),
      changeover: fc.integer({ min: 1, max: 300 }),
      batch: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(marks, ({ time, uptime, changeover, batch }) => {
        const map = (up: string, over: string) =>
          saw(`uptime ${up}% changeover ${over}s batch ${batch}`, `${time}m`);
        const one = station(map(String(uptime), String(changeover * 60)));
        const most = one?.longestChangeover.value ?? null;
        if (most !== null)
          expect(station(map(String(uptime), most.toFixed(3)))?.againstTakt.value).toBeCloseTo(1, 3);
        const least = one?.leastUptime.value ?? null;
        if (least !== null)
          expect(
            station(map((least * 100).toFixed(4), String(changeover * 60)))?.againstTakt.value,
          ).toBeCloseTo(1, 3);
        else expect(one?.behindTakt).toBe(true);
        if (one?.behindTakt === false) expect(most ?? 0).toBeGreaterThanOrEqual(changeover * 60 * (1 - 1e-9));
      }),
      { numRuns: 60 },
    );
  });
});

describe('batches', () => {
  it('make the same part again after pieces by what comes, and at the shortest as time is left', () => {
    const map = saw('changeover 45m batch 20');
    expect(station(map)?.everyPartEvery.value).toBe(2 * DAY);
    expect(station(map)?.leastBatch.value).toBe(3);
    expect(oneByName(map, 'SHORTEST_EVERY_PART_EVERY')).toBeCloseTo(DAY / 4, 6);
    expect(byName(saw('batch 20'), 'EVERY_PART_EVERY')).toEqual([null]);
  });

  it('let a unit wait for the others of its batch, beside the lead time and not in it', () => {
    const map = `${saw('batch 20')}\nPaint 6m batch 5 x2\nDry 5m lead 1d batch 9`;
    expect(byName(map, 'WAIT_IN_BATCH')).toEqual([19 * 1800, 4 * 180, 8 * 300]);
    expect(oneByName(map, 'WAIT_IN_BATCHES')).toBe(19 * 1800 + 4 * 180);
    expect(measure(map).leadTime.value).toBe(1800 + 360 + DAY);
  });

  it('add to the lead time what the lead time by batch says, where everybody works alone', () => {
    const map = `${saw('batch 20')}\nback to "Saw the boards" 25%\nlost 50%\nPaint 6m batch 5`;
    const sum = (measure(map).leadTime.value ?? 0) + oneByName(map, 'WAIT_IN_BATCHES');
    expect(sum).toBeCloseTo(oneByName(map, 'LEAD_TIME_BY_BATCH'), 6);
  });
});

describe('the stations of any flow', () => {
  it('are the busiest by the same figures as by name', () => {
    fc.assert(
      fc.property(anyNapkin, fc.integer({ min: 1, max: 100 }), (text, uptime) => {
        const marked = text.replace(/ (\d+)m\b/, ` $1m uptime ${uptime}% changeover 9m batch 4`);
        const { stream } = draw(marked);
        const [named] = measureByConvention(stream, ['STATION_BOTTLENECK_WITH_CHANGEOVERS']);
        const { busiest } = measure(marked).stations;
        expect(busiest?.againstTakt.value ?? null).toBe(named?.figure.value ?? null);
        if (busiest) expect(busiest.step).toBe(named?.step);
      }),
      { numRuns: 60 },
    );
  });
});
