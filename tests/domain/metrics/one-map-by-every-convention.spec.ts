import { describe, expect, it } from '@jest/globals';
import { CONVENTION_NAMES, measureByConvention, measureStream } from '../../../src/domain/metrics/index.js';
import { draw } from '../../support/draw.js';

/** Takt 48 minutes, 3 h of work, 2 d of waiting told and 5 units at 10 a day: half a day more. */
const MAP = 'demand: ~10/d\nsales:\nAsk 1h\nwait 2d\nDraw 1h @Ann\nstock 5\nShip it 1h @Ann @Bo';

function told(text: string): Record<string, readonly string[]> {
  const { stream } = draw(text);
  const all = measureByConvention(stream, CONVENTION_NAMES).map(({ name, line, figure }) => ({
    name,
    text: line === null ? figure.text : `${line}: ${figure.text}`,
  }));
  return Object.fromEntries(
    CONVENTION_NAMES.map((wanted) => [
      wanted,
      all.filter(({ name }) => name === wanted).map(({ text: one }) => one),
    ]),
  );
}

describe('one map by every convention, by hand', () => {
  const figures = told(MAP);

  it.each([
    ['LADDER_TOUCH_TIME', ['3 h']],
    ['WAITING_TIME', ['2 d 4 h']],
    ['WAITING_TIME_OF_BUFFER', ['5: 2 d', '7: 4 h']],
    ['PROCESS_TIME_OVER_LEAD_TIME', ['13 %']],
    ['ACTIVITY_RATIO_BY_CLOCK', ['4.3 %']],
    ['VALUE_RATIO_OF_LADDER', ['15 %']],
    ['INVENTORY_TURNS', ['100 a year']],
    ['PROCESS_VELOCITY', ['1.04 a day']],
    ['AVAILABLE_TIME', ['1 d']],
    ['DEMAND_PER_DAY', ['10 a day']],
    ['OPERATORS_NEEDED', ['3.75']],
    ['LEAD_TIME_BY_BATCH', ['2 d 7 h']],
    ['STAGE_TIME', ['4: 1 h', '6: 2 d 1 h', '8: 5 h']],
    ['STAGE_EFFICIENCY', ['4: 100 %', '6: 5.9 %', '8: 20 %']],
    ['LONGEST_STAGE', ['6: 2 d 1 h']],
    ['CAPACITY_PER_DAY', ['4: 8 a day', '6: 8 a day', '8: 8 a day']],
    ['STATION_UTILISATION', ['4: 125 %', '6: 125 %', '8: 125 %']],
    ['RUN_TIME', ['4: 1 d 2 h', '6: 1 d 2 h', '8: 1 d 2 h']],
    ['TIME_LEFT', ['4: -2 h', '6: -2 h', '8: -2 h']],
    ['TAKT_OF_STEP', ['4: 48 min', '6: 48 min', '8: 48 min']],
  ])('%s', (name, texts) => {
    expect(figures[name]).toEqual(texts);
  });

  it('rests on a guess where the demand is one', () => {
    expect(measureStream(draw(MAP).stream).taktTime.source).toBe('GUESS');
    expect(measureStream(draw(MAP.replace('~', '')).stream).taktTime.source).not.toBe('GUESS');
  });

  it('rests on a guess where a stock, or the demand that makes a time of it, is one', () => {
    const sources = (text: string) => {
      const { stream } = draw(text);
      const [, buffer] = measureByConvention(stream, ['WAITING_TIME_OF_BUFFER']);
      return [measureStream(stream).leadTime.source, buffer?.figure.source];
    };
    const said = MAP.replace('~', '');
    expect(sources(said)).toEqual(['DERIVED', 'DERIVED']);
    expect(sources(MAP)).toEqual(['GUESS', 'GUESS']);
    expect(sources(said.replace('stock 5', 'stock ~5'))).toEqual(['GUESS', 'GUESS']);
    expect(measureStream(draw(MAP.replace('\nstock 5', '')).stream).leadTime.source).toBe('DERIVED');
  });
});
