import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { measureStream } from '../../../src/domain/metrics/index.js';
import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft, type StreamDraft } from '../../../src/domain/stream/index.js';
import { anyNapkin } from '../../support/any-napkin.js';
import { draw, measure, stepNamed } from '../../support/draw.js';

const codes = (text: string): string[] => draw(text).problems.map(({ code }) => code);

describe('a demand', () => {
  const weekly = (lines: string) => draw(`${lines}\nShip 1h`).stream.demandPerWeek?.likely;

  it('is counted for one working week, whatever it is told for', () => {
    expect(weekly('demand: 250/year')).toBe(5);
    expect(weekly('demand: 21/month')).toBe(5);
    expect(weekly('demand: 5/week')).toBe(5);
    expect(weekly('demand: 2/day')).toBe(10);
    expect(weekly('demand: 3/h')).toBe(120);
  });

  it('follows the calendar that stands beside it', () => {
    expect(weekly('week: 4d\ndemand: 2/day')).toBe(8);
    expect(weekly('day: 6h\nweek: 4d\ndemand: 3/h')).toBe(72);
    expect(weekly('year: 200d\ndemand: 400/year')).toBe(10);
    expect(weekly('month: 10d\ndemand: 4-8/month')).toBe(3);
    expect(draw('demand: 10-30/year\nyear: 50d\nShip 1h').stream.demandPerWeek).toMatchObject({
      low: 1,
      likely: 2,
      high: 3,
    });
  });
});

describe('a calendar', () => {
  const told = (lines: string) =>
    draw(`${lines}\nShip 1h`).problems.map(({ code, message, suggestion }) => [code, message, suggestion]);

  it('says what a month and a year still are where only the week is of another length', () => {
    expect(told('week: 4d')).toEqual([
      [
        'CALENDAR_HALF_TOLD',
        'The week has 4 d here, and a month still has 21 d, and a year still has 250 d, because no line says otherwise.',
        'If every week is like that, write `month: 17d` and `year: 200d` as well.',
      ],
    ]);
    expect(told('week: 6d\nmonth: 25d')).toEqual([
      [
        'CALENDAR_HALF_TOLD',
        'The week has 6 d here, and a year still has 250 d, because no line says otherwise.',
        'If every week is like that, write `year: 300d` as well.',
      ],
    ]);
    expect(told('week: 4d\nmonth: 17d\nyear: 200d')).toEqual([]);
    expect(told('week: 5d')).toEqual([]);
    expect(told('day: 6h')).toEqual([]);
  });

  it('names the line that cannot be, and goes on with the usual value', () => {
    const begins = (lines: string) => told(lines).map(([code, message]) => [code, message?.split(':')[0]]);
    const cannot = (what: string) => [['CALENDAR_OUT_OF_RANGE', `A working ${what} cannot be that long`]];
    expect(begins('day: 25h')).toEqual(cannot('day'));
    expect(begins('week: 8d')).toEqual(cannot('week'));
    expect(begins('month: 32d')).toEqual(cannot('month'));
    expect(begins('year: 367d')).toEqual(cannot('year'));
    expect(begins('people: 169h/week')).toEqual(cannot('week of one person'));
    for (const most of ['day: 24h', 'week: 7d\nmonth: 31d\nyear: 366d', 'people: 168h/week'])
      expect(told(most)).toEqual([]);
    expect(draw('day: 0h\nShip 1d').stream.steps[0]?.processTime?.likely).toBe(8 * 3600);
  });

  it('counts units of the calendar in those that stand above it', () => {
    const { calendar } = draw('week: 4d\nmonth: 4w\nyear: 10month\nday: 450min\nShip 1h').stream;
    expect(calendar).toEqual({
      secondsPerDay: 7.5 * 3600,
      daysPerWeek: 4,
      daysPerMonth: 16,
      daysPerYear: 160,
      paidHoursPerWeek: 30,
    });
  });
});

describe('what is told twice', () => {
  it('of a capability is held once, at the highest level and with any licence, unknown where no level is told', () => {
    const stated = (marks: string) => stepNamed(draw(`Wire it 1h ${marks}`).stream, 'Wire it').capabilities;
    expect(stated('{wiring, Wiring}')).toEqual([{ name: 'wiring', level: null, licence: false }]);
    expect(stated('{wiring 2, wiring 4, wiring}')).toEqual([{ name: 'wiring', level: 4, licence: false }]);
    expect(stated('{wiring 3 (licence), wiring 1}')).toEqual([{ name: 'wiring', level: 3, licence: true }]);
    expect(stated('{wiring, wiring (licence)}')).toEqual([{ name: 'wiring', level: null, licence: true }]);
  });

  it('of an obligation is a warning that points to the first, which stands', () => {
    const { stream, problems } = draw(
      'Close the month 1h serves "Keep the books"\nobligation: Keep the books "§ 238"\nobligation: keep the books "§ 140"',
    );
    expect(stream.obligations).toEqual([{ name: 'Keep the books', source: '§ 238', line: 3 }]);
    expect(problems).toMatchObject([{ code: 'SECOND_DEFINITION', severity: 'WARNING', place: { line: 4 } }]);
    expect(problems[0]?.message).toContain('is told already (line 3); that one counts.');
  });

  it('of a person is a warning too, where two sources are put together', () => {
    const [one, other] = readNapkin(
      'stream A\nShip 1h\nperson Ann 20h\nstream B\nperson ann 30h {billing}\n',
    ).drafts;
    if (!one || !other) throw new Error('no streams');
    const { stream, problems } = acceptDraft({ ...one, lines: [...one.lines, ...other.lines] });
    expect(stream.people.map(({ name, hoursPerWeek }) => [name, hoursPerWeek?.likely])).toEqual([
      ['Ann', 20],
    ]);
    expect(problems).toMatchObject([{ code: 'SECOND_PERSON_LINE', severity: 'WARNING', place: { line: 5 } }]);
    expect(problems[0]?.message).toContain('has a `person` line already (line 3); that one counts.');
  });
});

describe('a lead time', () => {
  it('may be just as long as the work in it, at either end of a range', () => {
    expect(codes('Ship 2h lead 2h\nPack 1-3h lead 2-3h\nCall 7h 40m lead 460m')).toEqual([]);
    expect(codes('Ship 2h lead 119m')).toEqual(['LEAD_SHORTER_THAN_PROCESS']);
    expect(codes('Ship 1-3h lead 2-2.5h')).toEqual(['LEAD_SHORTER_THAN_PROCESS']);
    expect(codes('Ship 1-3h lead 1-3.5h')).toEqual([]);
  });
});

describe('a loop', () => {
  const looped = (line: string) => codes(`Make 1h\nCheck 1h\nback to "Make" 100%\n${line}\nShip 1h`);

  it('never ends where all units go back and none is lost on the way', () => {
    expect(looped('')).toEqual(['ENDLESS_LOOP']);
    const lost = (share: string) => codes(`Make 1h\nlost ${share}\nCheck 1h\nback to "Make" 100%\nShip 1h`);
    expect(lost('0%')).toEqual(['ENDLESS_LOOP']);
    expect(lost('1%')).toEqual([]);
    expect(codes('Make 1h\nCheck 1h\nback to "Make" 99%\nShip 1h')).toEqual([]);
    expect(codes('Make 1h\nCheck 1h\nback to "Make" 100% 10m\nShip 1h')).toEqual([]);
  });

  it('is told at the line that sends all of them back', () => {
    const { problems } = draw('Make 1h\nCheck 1h\nback to "Make" 30%\nTest 1h\nback to "Check" 100%');
    expect(problems.map(({ place, message }) => [place?.line, message.split('.')[0]])).toEqual([
      [6, 'The loop back to "Check" never ends: every unit goes round in it for ever'],
    ]);
  });
});

describe('a block', () => {
  it('with nothing in it passes all units on', () => {
    for (const opened of ['meanwhile', 'either'])
      expect(measure(`Make 1h\n${opened}\nend\nShip 2h`).leadTime.value).toBe(3 * 3600);
  });

  it('whose branches all go on elsewhere is no end of the stream', () => {
    const { flow } = draw(
      'Make 1h\nmeanwhile\nSaw 1h\nPaint 1h\nend\nafter Saw\nGlue 1h\nafter Paint\nDry 1h',
    ).stream;
    const names = flow.ends
      .map((at) => flow.nodes[at])
      .map((node) => (node?.kind === 'STEP' ? node.step : node?.kind));
    expect(names).toEqual(['glue', 'dry']);
  });
});

describe('the problems of a text', () => {
  it('come in the order of its lines and columns, whatever they are about', () => {
    const { problems } = draw(
      'Make 1h lead 30m asks Nobody tells Somebody\nperson Ann 20h\nperson Ann 20h\nnever together: Make, Mke\nweek: 9d\nShip 1h approves "Mkae"',
    );
    const places = problems.map(({ place }) => [place?.line ?? 0, place?.column ?? 0] as const);
    expect(places.length).toBeGreaterThan(5);
    expect(places).toEqual(places.toSorted(([a, x], [b, y]) => a - b || x - y));
  });

  it('and the stream are the same where nobody knows on which lines they stand', () => {
    const withoutPlaces = (draft: StreamDraft): StreamDraft =>
      JSON.parse(
        JSON.stringify(draft, (key, value: unknown) => (key === 'at' ? null : value)),
      ) as StreamDraft;
    const plain = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'line' ? null : one)));
    fc.assert(
      fc.property(anyNapkin, (text) => {
        const [draft] = readNapkin(`stream Try\n${text}`).drafts;
        if (!draft) throw new Error('no stream');
        const [told, untold] = [acceptDraft(draft), acceptDraft(withoutPlaces(draft))];
        expect(plain(untold.stream)).toEqual(plain(told.stream));
        expect(untold.problems.map(({ code }) => code).sort()).toEqual(
          told.problems.map(({ code }) => code).sort(),
        );
        expect(untold.problems.every(({ place }) => place === null)).toBe(true);
        expect(plain(measureStream(untold.stream).leadTime)).toEqual(
          plain(measureStream(told.stream).leadTime),
        );
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});
