import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyChange, readChange, type ChangeWording } from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import type { ValueStream } from '../../../src/domain/stream/index.js';
import { chanceFrom } from '../../../bench/make-stream.js';
import { anyFlow } from './any-flow.js';
import { differing, workshop, workshopWith } from './case.js';

function changed(kind: ChangeWording['kind'], text: string, stream = workshop()): ValueStream {
  const change = readChange(stream, { kind, text });
  if ('code' in change) throw new Error(`${change.message} ${change.remedy}`);
  return applyChange(stream, change);
}

const SETTINGS: readonly (readonly [words: string, line: string, instead: string])[] = [
  ['Repair it 3h', 'Repair it @Bob 2h lead 1d 90%', 'Repair it @Bob 3h lead 1d 90%'],
  ['Repair it 1h lead 4h 99%', 'Repair it @Bob 2h lead 1d 90%', 'Repair it @Bob 1h lead 4h 99%'],
  ['Ride a test x2', 'Ride a test @Cleo 15m', 'Ride a test @Cleo x2 15m'],
  ['Ride a test @Bob', 'Ride a test @Cleo 15m', 'Ride a test @Bob 15m'],
  ['Count the till every 1d', 'Count the till @Ann 30m every 1w', 'Count the till @Ann 30m every 1d'],
  ['wait before Write the estimate 4h', 'wait 2d "nobody has time"', 'wait 4h'],
  ['wait after Order the parts 1-2d', '  then wait 3d', '  then wait 1-2d'],
  ['wait after Write the estimate 4h', 'wait 1d', 'wait 4h'],
  ['stock before Repair it 9', 'stock 4', 'stock 9'],
  ['wait before Repair it 2d', 'stock 4', 'wait 2d'],
  ['back to Take it in 5%', 'back to "Take it in" 15%', 'back to "Take it in" 5%'],
  ['back to Repair it 20% 10m', 'back to "Repair it" 10%', 'back to "Repair it" 20% 10m'],
  ['lost after Agree the price 40%', 'lost 25%', 'lost 40%'],
  ['60%: Ask the maker', 'sometimes 30%: Ask the maker @Bob 25m', 'sometimes 60%: Ask the maker @Bob 25m'],
  ['demand: 12/day', 'demand: 20/week', 'demand: 12/day'],
  ['line 10 40%', 'lost 25%', 'lost 40%'],
  ['wait before Ride a test 1d', 'Ride a test @Cleo 15m', 'wait 1d\nRide a test @Cleo 15m'],
  ['wait after Agree the price 1d', 'lost 25%', 'lost 25%\nwait 1d'],
];

const TAKINGS: readonly (readonly [words: string, line: string])[] = [
  ['wait before Write the estimate', 'wait 2d "nobody has time"'],
  ['wait after Order the parts', '  then wait 3d'],
  ['line 18', 'stock 4'],
  ['stock before Repair it', 'stock 4'],
  ['back to Take it in', 'back to "Take it in" 15%'],
  ['back from Repair it', 'back to "Repair it" 10%'],
  ['lost after Agree the price', 'lost 25%'],
  ['Ride a test', 'Ride a test @Cleo 15m'],
  ['step Ask the maker', 'sometimes 30%: Ask the maker @Bob 25m'],
  ['Count the till', 'Count the till @Ann 30m every 1w'],
];

describe('a change is what the napkin with that line would say', () => {
  it.each(SETTINGS)('set %s', (words, line, instead) => {
    const expected = workshopWith(line, instead);
    expect(differing(workshop(), expected)).not.toEqual([]);
    expect(differing(changed('SET', words), expected)).toEqual([]);
  });

  it.each(TAKINGS)('without %s', (words, line) => {
    expect(differing(changed('WITHOUT', words), workshopWith(line, ''))).toEqual([]);
  });

  it('a branch that more units take leaves the others what is left, in their proportions', () => {
    const stream = changed('SET', '20%: Hand it over');
    const shares = stream.flow.arcs
      .filter(({ kind, from }) => kind === 'NEXT' && stream.flow.nodes[from]?.kind === 'CHOICE')
      .map(({ share }) => Math.round((share?.likely ?? NaN) * 100));
    expect(shares.slice(-3)).toEqual([20, 48, 32]);
  });

  it('a hand-off taken out gives both steps one performer and takes out the wait between them', () => {
    const stream = changed('WITHOUT', 'hand-off Take it in to Write the estimate');
    expect(stream.steps.find(({ name }) => name === 'Write the estimate')?.performers).toEqual(['Ann']);
    expect(measureStream(stream).leadTime.value).toBeCloseTo(
      measureStream(workshopWith('wait 2d "nobody has time"', '')).leadTime.value ?? NaN,
      6,
    );
    expect(measureStream(stream).handOffs.value).toBeLessThan(measureStream(workshop()).handOffs.value ?? 0);
  });

  it('work that came back to a step that is taken out goes on with what follows it', () => {
    const stream = changed('WITHOUT', 'Take it in');
    const back = stream.flow.arcs.find(({ kind }) => kind === 'RETURN');
    const place = stream.flow.nodes[back?.target ?? -1];
    expect(place?.kind === 'STEP' && place.step).toBe('write-the-estimate');
  });

  it('leaves the stream that it was given as it was', () => {
    const stream = workshop();
    const before = JSON.stringify(stream);
    for (const [words] of SETTINGS) changed('SET', words, stream);
    for (const [words] of TAKINGS) changed('WITHOUT', words, stream);
    expect(JSON.stringify(stream)).toBe(before);
  });

  it('any step can be taken out of any flow, and the rest is still measured', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const stream = anyFlow(chanceFrom(seed));
        for (const { key } of stream.steps) {
          const without = applyChange(stream, { kind: 'WITHOUT_STEP', step: key });
          const { leadTime, steps } = measureStream(without);
          expect(leadTime.value === null || Number.isFinite(leadTime.value)).toBe(true);
          expect(steps.size).toBe(stream.steps.length - 1);
        }
      }),
      { numRuns: 40 },
    );
  });
});
