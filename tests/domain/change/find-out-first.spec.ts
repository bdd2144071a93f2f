import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findOutFirst } from '../../../src/domain/change/index.js';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw } from '../../support/draw.js';

const ask = (text: string, most?: number) => findOutFirst(draw(text).stream, most);

describe('what to find out first', () => {
  it('what is missing comes first, in the order of readiness', () => {
    const asked = ask('sales:\nA\nB ~1h\nback to A\nfulfilment:\nC 1h', 10);
    expect(asked.map(({ what, step, missing }) => [what, step, missing])).toEqual([
      ['DEMAND', null, true],
      ['PROCESS_TIME', 'a', true],
      ['SHARE', 'b', true],
      ['WAIT', 'b', true],
      ['PROCESS_TIME', 'b', false],
      ['COMPLETE_AND_ACCURATE', 'a', true],
      ['COMPLETE_AND_ACCURATE', 'b', true],
      ['COMPLETE_AND_ACCURATE', 'c', true],
    ]);
  });

  it('of the steps without a time, what units pass most often comes first, and our own work before what is done outside', () => {
    const asked = ask('demand: 1/day\nsales:\nGo (outside)\nA\nlost 60%\nB\nC\nback to B 50%');
    expect(asked.map(({ step }) => step)).toEqual(['a', 'b', 'c']);
    expect(asked[1]?.because).toContain('Of 100 units that enter it is done about 80 times.');
  });

  it('ranges and guesses are asked for by how far they move lead time or load, reckoned at both ends', () => {
    const text = 'demand: 10/week\nsales:\nA 1-2h\nwait 1-11d\nB ~4h\nwait 2d';
    const [first, second, third] = ask(text, 3);
    expect(first).toMatchObject({ what: 'WAIT', step: 'b', line: 5 });
    expect(first?.moves).toMatchObject({
      measure: 'LEAD_TIME',
      figure: { low: measureStream(draw(text.replace('1-11d', '1d')).stream).leadTime.value },
    });
    expect(second).toMatchObject({ what: 'PROCESS_TIME', step: 'b' });
    expect(second?.because).toContain('~4 h is a guess, taken as 2 h 48 min to 5 h 12 min (± 30 %)');
    expect(third).toMatchObject({ what: 'PROCESS_TIME', step: 'a' });
    expect(third?.moves).toMatchObject({
      measure: 'LOAD',
      figure: { unit: 'HOURS_PER_WEEK', low: 50, high: 60 },
    });
  });

  it('a guess in a branch that something longer runs beside moves nothing, and is not asked for', () => {
    const branches = (wait: string) =>
      `demand: 1/day\nsales:\nS 1h 90%\nmeanwhile\n  A 1h 90%\n  then wait ${wait}\n  B 1h 90%\n  then wait 9d\nend\nE 1h 90%`;
    expect(ask(branches('1-3d'))).toEqual([]);
    expect(ask(branches('1-30d'))).toHaveLength(1);
  });

  it('a share that is a range is asked for once, not once for each branch', () => {
    const asked = ask(
      'demand: 1/day\nsales:\nS 1h 90%\nwait 1d\neither\n  60-80%: A 9h 90%\n  20-40%: B 1h 90%\nend',
      5,
    );
    expect(asked.map(({ what, step }) => [what, step])).toEqual([['SHARE', 'a']]);
  });

  it('nothing is asked of a stream without steps', () => {
    expect(ask('demand: 5/week')).toEqual([]);
  });

  it('of any map it asks in whole sentences, at most as many as wanted, and the same twice', () => {
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const asked = ask(text, 4);
        expect(asked.length).toBeLessThanOrEqual(4);
        expect(asked).toEqual(ask(text, 9).slice(0, 4));
        for (const { question, because, moves, missing } of asked) {
          expect(question).toMatch(/[?.]$/);
          expect(because).toMatch(/\.$/);
          expect(moves === null).toBe(missing);
        }
      }),
      { numRuns: 60 },
    );
  });
});
