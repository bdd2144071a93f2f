import { describe, expect, it } from '@jest/globals';
import { measureStream, sharePeople } from '../../../src/domain/metrics/index.js';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft } from '../../../src/domain/stream/index.js';

const measured = (text: string) =>
  readNapkin(text).drafts.map((draft) => {
    const { stream } = acceptDraft(draft);
    return { stream, metrics: measureStream(stream) };
  });

const TWO = `stream Lamps
demand: 10/week
sales:
Ask @Dana 1h
fulfilment:
Build @Crew 2h
stream Chairs
demand: 20/week
sales:
Call @dana 30m
Quote @Dana
person Dana 32h
fulfilment:
Ship @Bob 1h`;

describe('people who work in several streams of one file', () => {
  it('have their work added up against the hours of one person', () => {
    const [dana, ...others] = sharePeople(measured(TWO));
    expect(others).toEqual([]);
    expect(dana).toMatchObject({ name: 'Dana', hoursPerWeek: { value: 20 }, utilisation: { value: 0.625 } });
    expect(dana?.utilisation.text).toBe('at least 62.5 % of 32 h a week (2 of 3 steps measured)');
    expect(
      dana?.streams.map(({ stream, hours, measured: known, steps }) => [stream, hours, known, steps]),
    ).toEqual([
      ['lamps', 10, 1, 1],
      ['chairs', 10, 1, 2],
    ]);
  });

  it('are told first who have most to do, and nobody who works in one stream only', () => {
    const text = TWO.replace('@Crew', '@Bob');
    expect(sharePeople(measured(text)).map(({ name }) => name)).toEqual(['Bob', 'Dana']);
    expect(sharePeople(measured('stream S\ndemand: 1/day\nsales:\nAsk @A 1h\nTell @A 1h'))).toEqual([]);
  });

  it('have an unknown load where no step of theirs is measured', () => {
    const [ann] = sharePeople(measured('stream S\nsales:\nAsk @Ann\nstream T\nsales:\nTell @Ann'));
    expect(ann?.utilisation).toMatchObject({ value: null, whyNot: 'no load of any of these steps is known' });
  });
});
