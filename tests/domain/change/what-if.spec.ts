import { describe, expect, it } from '@jest/globals';
import {
  rankChanges,
  whatIf,
  type ChangeWording,
  type MeasureMove,
  type WhatIf,
} from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { draw } from '../../support/draw.js';
import { differing, workshop } from './case.js';

const set = (text: string): ChangeWording => ({ kind: 'SET', text });
const without = (text: string): ChangeWording => ({ kind: 'WITHOUT', text });

function move({ measures }: WhatIf, measure: MeasureMove['measure']): MeasureMove {
  const found = measures.find((one) => one.measure === measure);
  if (!found) throw new Error(`no measure ${measure}`);
  return found;
}

describe('what if', () => {
  it('offers half of a time in words that people can type, in calendar days as well', () => {
    const { stream } = draw(
      'day: 7h 30m\nsales:\nAsk 1h lead 10cd\nWait for it 7m lead 1cd\nSell 1h 30m lead 3h',
    );
    const { changes } = rankChanges(stream, measureStream(stream), 20);
    const told = changes.filter(({ kind }) => kind === 'HALF_TIME').map(({ wording }) => wording?.text ?? '');
    expect(told).toHaveLength(3);
    for (const text of told) expect(text).not.toMatch(/\./);
    expect(told).toContain('Sell 45m lead 2h15m');
  });

  it('moves no measure where nothing is changed', () => {
    const { measures } = whatIf(workshop(), []);
    expect(measures.filter(({ verdict }) => verdict !== 'SAME' && verdict !== 'UNKNOWN')).toEqual([]);
  });

  it('says of every measure whether it is better, and by how much', () => {
    const result = whatIf(workshop(), [without('wait before Write the estimate'), set('Ride a test 45m')]);
    expect(move(result, 'LEAD_TIME')).toMatchObject({ verdict: 'BETTER', difference: { text: '-2 d 2 h' } });
    expect(move(result, 'WORK_A_WEEK')).toMatchObject({ verdict: 'WORSE' });
    expect(move(result, 'TAKT_TIME').verdict).toBe('SAME');
  });

  it('makes one change after the other: the second is made in what the first left', () => {
    const result = whatIf(workshop(), [
      set('wait before Ride a test 2d'),
      set('wait before Ride a test 1d'),
      without('Ride a test'),
      set('Ride a test 1h'),
    ]);
    expect(result.outcomes.map(({ applied }) => applied)).toEqual([true, true, true, false]);
    expect(result.outcomes[3]?.problem?.code).toBe('NAMES_NOTHING');
    expect(
      differing(
        result.stream,
        whatIf(workshop(), [without('Ride a test'), set('wait after Repair it 1d')]).stream,
      ),
    ).toEqual([]);
  });

  it('leaves out what contradicts the stream, says so, and measures the rest', () => {
    const result = whatIf(workshop(), [
      set('Repair it 2d'),
      set('back to Repair it 100%'),
      set('lost after Agree the price 20%'),
    ]);
    expect(result.outcomes.map(({ problem }) => problem?.code ?? 'made')).toEqual([
      'LEAD_SHORTER_THAN_PROCESS',
      'ENDLESS_LOOP',
      'made',
    ]);
    expect(
      differing(result.stream, whatIf(workshop(), [set('lost after Agree the price 20%')]).stream),
    ).toEqual([]);
  });

  it('refuses shares that add up to more than all units', () => {
    const { stream } = draw('sales:\nA 1h\nB 1h\nback to A 40%\nlost 30%');
    const { outcomes } = whatIf(stream, [set('back to A 80%')]);
    expect(outcomes[0]?.problem).toMatchObject({
      code: 'SHARES_OVER_100',
      message: 'What goes back and what is lost after "B" would add up to 110 %.',
    });
  });

  it('tells what moves along, stays behind, or goes against a rule', () => {
    const notes = (stream: Parameters<typeof whatIf>[0], asked: ChangeWording) =>
      whatIf(stream, [asked])
        .outcomes.flatMap((one) => one.notes)
        .join(' ');
    expect(notes(workshop(), set('Repair it 1h'))).toContain('lead time stays');
    expect(notes(workshop(), set('20%: Hand it over'))).toContain('"Send it back" 30 % → 48 %');
    expect(notes(workshop(), set('Repair it 99%'))).toContain('rolled %C&A alone');
    expect(notes(workshop(), without('Repair it'))).toContain('Its own rework goes with it.');
    const { stream } = draw('sales:\nPrice it @A 1h\nRelease it @B 10m approves "Price it"');
    expect(notes(stream, without('hand-off Price it to Release it'))).toContain('check their own work');
    expect(notes(stream, without('Release it'))).toContain('a control over "Price it"');
  });

  it('a figure that was not known before is now known, and is called neither better nor worse', () => {
    const { stream } = draw('sales:\nA 1h\nB');
    const result = whatIf(stream, [set('demand: 5/week'), set('B 30m')]);
    expect(move(result, 'TAKT_TIME').verdict).toBe('NOW_KNOWN');
    expect(move(result, 'LEAD_TIME').note).toContain('rests on 1 of 2 steps before and 2 of 2 after');
  });

  it('a range stays a range: the difference is told at both of its ends', () => {
    const { stream } = draw('sales:\nA 1h\nwait 1-3d\nB 1h');
    const { difference } = move(whatIf(stream, [without('wait before B')]), 'LEAD_TIME');
    expect(difference).toMatchObject({ value: -57600, low: -86400, high: -28800 });
    expect(difference.text).toBe('-2 d (-3 d to -1 d)');
  });
});
