import { describe, expect, it } from '@jest/globals';
import {
  moveMeasures,
  whatIf,
  type MeasureMove,
  type MeasureName,
} from '../../../src/domain/change/index.js';
import { draw } from '../../support/draw.js';

/** A mill of our own: 10 sacks come in a day of 480 minutes. */
const MILL = `demand: 10/day
sales:
Take the order @Ida 5m
fulfilment:
wait 1d fifo 20 "the ramp"
Grind the grain @Ben 20m uptime 80% changeover 60m batch 10
stock 4 fifo 8
Fill the sacks @Ida 6m batch 5`;

function moved(...words: readonly string[]): (measure: MeasureName) => MeasureMove | undefined {
  const { measures, outcomes } = whatIf(
    draw(MILL).stream,
    words.map((text) => ({
      kind: text.startsWith('out ') ? 'WITHOUT' : 'SET',
      text: text.replace('out ', ''),
    })),
  );
  expect(outcomes.map(({ problem }) => problem)).toEqual(words.map(() => null));
  return (measure) => measures.find((one) => one.measure === measure);
}

describe('what if a step stops less, is changed over faster, or runs in other batches', () => {
  it('uptime moves what is lost and how busy it is, and no lead time', () => {
    const move = moved('Grind the grain uptime 100%');
    expect(move('STATION_TIME_LOST')).toMatchObject({ verdict: 'BETTER', part: 'STATIONS' });
    expect(move('STATION_TIME_LOST')?.before.value).toBeCloseTo((50 * (26 / 0.8 - 20)) / 60, 9);
    expect(move('BUSIEST_STATION')).toMatchObject({
      verdict: 'BETTER',
      note: '"Grind the grain" on both sides',
    });
    expect(move('LEAD_TIME')?.verdict).toBe('SAME');
    expect(move('WORK_A_WEEK')?.verdict).toBe('SAME');
  });

  it('a smaller batch waits less and comes round sooner, and stops more', () => {
    const move = moved('Grind the grain batch 5');
    expect(move('WAIT_IN_BATCHES')?.verdict).toBe('BETTER');
    expect(move('EVERY_PART_EVERY')?.verdict).toBe('BETTER');
    expect(move('STATION_TIME_LOST')?.verdict).toBe('WORSE');
  });

  it('a step that cannot keep up any more is worse, and no shorter time beside it is called better', () => {
    const move = moved('Grind the grain batch 2', 'out wait before Grind the grain');
    expect(move('BUSIEST_STATION')?.because).toContain('cannot keep up');
    expect(move('LEAD_TIME')).toMatchObject({
      verdict: 'MOVED',
      because: expect.stringContaining('"Grind the grain" cannot keep up'),
    });
  });

  it('more units make the same batch come round sooner, which is neither better nor worse', () => {
    const move = moved('demand: 11/day');
    expect(move('EVERY_PART_EVERY')).toMatchObject({
      verdict: 'MOVED',
      because: 'more units come there: as many pieces of a batch as before',
    });
    expect(move('STATION_TIME_LOST')?.verdict).toBe('MOVED');
  });

  it('an uptime of 0 is refused with what would put it right', () => {
    const { outcomes } = whatIf(draw(MILL).stream, [{ kind: 'SET', text: 'Grind the grain uptime 0%' }]);
    expect(outcomes[0]?.problem).toMatchObject({
      code: 'NUMBER_OUT_OF_RANGE',
      message: expect.stringContaining('Write the share of the time in which it can be used: uptime 80%.'),
    });
  });

  it('a batch within a lead time moves nothing', () => {
    const { outcomes, measures } = whatIf(
      draw('demand: 5/day\nsales:\nBake @Ann 1m lead 1d batch 50').stream,
      [{ kind: 'SET', text: 'Bake batch 20' }],
    );
    expect(outcomes[0]?.notes.join(' ')).toContain('no measure moves by it');
    expect(measures.every(({ verdict }) => verdict === 'SAME' || verdict === 'UNKNOWN')).toBe(true);
  });

  it('says what a changeover waits for while nobody has told a batch', () => {
    const { outcomes, measures } = whatIf(draw('demand: 5/day\nsales:\nPress @Ann 10m').stream, [
      { kind: 'SET', text: 'Press changeover 30m' },
    ]);
    expect(outcomes[0]?.notes.join(' ')).toContain('until a batch is told');
    expect(measures.find(({ measure }) => measure === 'BUSIEST_STATION')?.verdict).toBe('SAME');
  });
});

describe('what if a lane has other places', () => {
  it('fewer places make the longest wait shorter, by what comes', () => {
    const move = moved('fifo before Grind the grain 10');
    expect(move('LANE_WAIT')?.before.value).toBe(2.8 * 8 * 3600);
    expect(move('LANE_WAIT')?.after.value).toBe(1.8 * 8 * 3600);
    expect(move('LANE_WAIT')).toMatchObject({ verdict: 'BETTER', part: 'LANES' });
    expect(move('LANES_OVERFULL')?.verdict).toBe('SAME');
    expect(move('LEAD_TIME')?.verdict).toBe('SAME');
  });

  it('fewer places than units wait there are no shorter wait: one lane is over its limit', () => {
    const move = moved('fifo before Grind the grain 5');
    expect(move('LANES_OVERFULL')).toMatchObject({ verdict: 'WORSE', after: { value: 1 } });
    expect(move('LANE_WAIT')).toMatchObject({
      verdict: 'MOVED',
      because: expect.stringContaining('one lane would hold more'),
    });
  });

  it('more places let units wait longer; a lane that is taken out lets none wait', () => {
    expect(moved('fifo before Grind the grain 40')('LANE_WAIT')?.verdict).toBe('WORSE');
    const move = moved('out wait before Grind the grain', 'out stock before Fill the sacks');
    expect(move('LANE_WAIT')).toMatchObject({ after: { value: 0 }, verdict: 'BETTER' });
  });
});

describe('the measures of stations and lanes', () => {
  it('are set side by side only where one of the streams tells them', () => {
    const plain = draw('demand: 5/day\nsales:\nPress @Ann 10m').stream;
    const marked = draw('demand: 5/day\nsales:\nPress @Ann 10m uptime 90%').stream;
    const parts = (a: typeof plain, b: typeof plain) => moveMeasures(a, b).map(({ part }) => part);
    expect(parts(plain, plain)).not.toContain('STATIONS');
    expect(parts(plain, marked)).toContain('STATIONS');
    expect(parts(plain, marked)).not.toContain('LANES');
  });
});
