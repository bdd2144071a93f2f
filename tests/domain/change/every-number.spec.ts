import { describe, expect, it } from '@jest/globals';
import { whatIf } from '../../../src/domain/change/index.js';
import type { ValueStream } from '../../../src/domain/stream/index.js';
import { draw } from '../../support/draw.js';
import { differing } from './case.js';

/** A signmaker with every number that the notation can write. */
const SIGNS = `customer: Shopkeeper
demand: 45/month
day: 8h
week: 5d
month: 21d
year: 240d
people: 38h/week
sales:
Hear what they want @Ivo 3h30m 88% {selling 2}
lost 35%
wait 2d "nobody is free"
Draw the sign @Mia 3h lead 2d 75% [CAD] {drawing 3}
back to "Hear what they want" 12%
back to "Draw the sign" 8% 20m
fulfilment:
either
  70%: Cut it here @Tom 1h x2 uptime 85% changeover 15m batch 4
  30%: Have it cut (outside) lead 1w
end
stock 6 fifo 9
Mount the lamps @Tom 40m
wait 1w fifo 30
sometimes 20%: Ask for a permit @Ivo 30m
Hang it up @Tom 2h
Order foil @Mia 45m every 2w
person Tom 36h {mounting 4}
person Mia 4d`;

type Row = readonly [number: string, words: string, line: string, instead: string, moves: boolean];

const ROWS: readonly Row[] = [
  ['demand', 'demand: 60/month', 'demand: 45/month', 'demand: 60/month', true],
  ['demand, by the year', 'demand 700/year', 'demand: 45/month', 'demand: 700/year', true],
  ['day', 'day: 7h 30m', 'day: 8h', 'day: 7h 30m', true],
  ['day, without its colon', 'day 6h', 'day: 8h', 'day: 6h', true],
  ['week', 'week: 4d', 'week: 5d', 'week: 4d', true],
  ['month', 'month: 19d', 'month: 21d', 'month: 19d', true],
  ['year', 'year: 220d', 'year: 240d', 'year: 220d', false],
  ['people', 'people: 32h/week', 'people: 38h/week', 'people: 32h/week', true],
  ['wait', 'wait before Draw the sign 4h', 'wait 2d "nobody is free"', 'wait 4h "nobody is free"', true],
  [
    'wait, a range',
    'wait before Draw the sign 1-4d',
    'wait 2d "nobody is free"',
    'wait 1-4d "nobody is free"',
    true,
  ],
  ['stock', 'stock before Mount the lamps 2', 'stock 6 fifo 9', 'stock 2 fifo 9', true],
  ['places', 'fifo before Mount the lamps 4', 'stock 6 fifo 9', 'stock 6 fifo 4', true],
  ['places by the line', 'line 23 fifo 12', 'wait 1w fifo 30', 'wait 1w fifo 12', true],
  ['time and places', 'wait after Mount the lamps 2d fifo 5', 'wait 1w fifo 30', 'wait 2d fifo 5', true],
  [
    'back to, share',
    'back to Hear what they want 5%',
    'back to "Hear what they want" 12%',
    'back to "Hear what they want" 5%',
    true,
  ],
  [
    'back to, time',
    'line 15 8% 40m',
    'back to "Draw the sign" 8% 20m',
    'back to "Draw the sign" 8% 40m',
    true,
  ],
  ['lost', 'lost after Hear what they want 20%', 'lost 35%', 'lost 20%', true],
  [
    'sometimes',
    '35%: Ask for a permit',
    'sometimes 20%: Ask for a permit @Ivo 30m',
    'sometimes 35%: Ask for a permit @Ivo 30m',
    true,
  ],
  ['process time', 'Mount the lamps ~1h', 'Mount the lamps @Tom 40m', 'Mount the lamps @Tom ~1h', true],
  [
    'lead',
    'Draw the sign lead 4d',
    'Draw the sign @Mia 3h lead 2d 75% [CAD] {drawing 3}',
    'Draw the sign @Mia 3h lead 4d 75% [CAD] {drawing 3}',
    true,
  ],
  [
    '%C&A',
    'Draw the sign 95%',
    'Draw the sign @Mia 3h lead 2d 75% [CAD] {drawing 3}',
    'Draw the sign @Mia 3h lead 2d 95% [CAD] {drawing 3}',
    true,
  ],
  [
    'level of a step',
    'Draw the sign {drawing 5}',
    'Draw the sign @Mia 3h lead 2d 75% [CAD] {drawing 3}',
    'Draw the sign @Mia 3h lead 2d 75% [CAD] {drawing 5}',
    false,
  ],
  ['people on a step', 'Mount the lamps x3', 'Mount the lamps @Tom 40m', 'Mount the lamps @Tom 40m x3', true],
  ['every', 'Order foil every 1d', 'Order foil @Mia 45m every 2w', 'Order foil @Mia 45m every 1d', true],
  ['hours of a person', 'person Tom 20h', 'person Tom 36h {mounting 4}', 'person Tom 20h {mounting 4}', true],
  [
    'level of a person',
    'person Tom {mounting 5}',
    'person Tom 36h {mounting 4}',
    'person Tom 36h {mounting 5}',
    false,
  ],
];

const CUT = '  70%: Cut it here @Tom 1h x2 uptime 85% changeover 15m batch 4';
const OF_CUTTING: readonly Row[] = [
  ['x1, which is said', 'Cut it here x1', CUT, CUT.replace('x2', 'x1'), true],
  ['uptime', 'Cut it here uptime 60%', CUT, CUT.replace('85%', '60%'), true],
  ['changeover', 'Cut it here changeover 2h', CUT, CUT.replace('15m', '2h'), true],
  ['batch', 'Cut it here batch 20', CUT, CUT.replace('batch 4', 'batch 20'), true],
];

function signs(line = '', instead = ''): ValueStream {
  if (line !== '' && !SIGNS.split('\n').includes(line)) throw new Error(`the case has no line "${line}"`);
  const lines = SIGNS.split('\n').map((one) => (one === line ? instead : one));
  return draw(lines.join('\n')).stream;
}

describe('every number that the notation can write has words that set it', () => {
  it.each([...ROWS, ...OF_CUTTING])('%s: %s', (_, words, line, instead, moves) => {
    const { stream, outcomes } = whatIf(signs(), [{ kind: 'SET', text: words }]);
    const expected = signs(line, instead);
    expect(outcomes[0]?.problem).toBeNull();
    expect(stream).toEqual(expected);
    expect(differing(signs(), expected).length > 0).toBe(moves);
  });

  it('the share of a branch: the others take what is left', () => {
    const { stream } = whatIf(signs(), [{ kind: 'SET', text: '40%: Cut it here' }]);
    const expected = draw(SIGNS.replace('70%: Cut', '40%: Cut').replace('30%: Have', '60%: Have')).stream;
    expect(differing(stream, expected)).toEqual([]);
  });

  it.each([...ROWS, ...OF_CUTTING])(
    '%s: says so, if and only if no measure rests on it',
    (_, words, ...rest) => {
      const { outcomes } = whatIf(signs(), [{ kind: 'SET', text: words }]);
      const said = (outcomes[0]?.notes ?? []).join(' ');
      const hint = /no measure (?:here )?(?:rests|moves)|none moves|no measure moves/i;
      const [, , moves] = rest;
      if (!moves) expect(said).toMatch(hint);
      else expect(said).not.toMatch(hint);
    },
  );

  it('the calendar can be changed again, and every time it is read from what was told', () => {
    const set = (text: string) => ({ kind: 'SET', text }) as const;
    const { stream } = whatIf(signs(), [set('day: 4h'), set('week: 3d'), set('day: 8h'), set('week: 5d')]);
    expect(stream).toEqual(signs());
  });

  it('a time that was set is so many of the new days as well', () => {
    const set = (text: string) => ({ kind: 'SET', text }) as const;
    const { stream } = whatIf(signs(), [set('wait before Draw the sign 3d'), set('day: 6h')]);
    const text = SIGNS.replace('wait 2d "nobody is free"', 'wait 3d "nobody is free"').replace(
      'day: 8h',
      'day: 6h',
    );
    expect(stream).toEqual(draw(text).stream);
  });

  it('what one person is paid for follows the week, where nobody has told it', () => {
    const text = 'demand: 5/week\nsales:\nSell @Ann 6h';
    const { stream } = whatIf(draw(text).stream, [{ kind: 'SET', text: 'day: 6h' }]);
    expect(stream.calendar).toEqual(draw(`day: 6h\n${text}`).stream.calendar);
    expect(stream.calendar.paidHoursPerWeek).toBe(30);
  });

  it('a performer without a line of their own gets hours, somebody unknown does not', () => {
    const { stream, outcomes } = whatIf(signs(), [
      { kind: 'SET', text: 'person Ivo 10h' },
      { kind: 'SET', text: 'person Ivy 10h' },
    ]);
    expect(stream.people.find(({ name }) => name === 'Ivo')?.hoursPerWeek?.likely).toBe(10);
    expect(outcomes[1]?.problem).toMatchObject({ code: 'NAMES_NOTHING', remedy: 'Did you mean "Ivo"?' });
  });

  it.each([
    ['week: 9d', 'NUMBER_OUT_OF_RANGE', 'at most 7 days'],
    ['day: 0h', 'NUMBER_OUT_OF_RANGE', 'at most 24 hours'],
    ['day: long', 'UNREADABLE', 'day: 7h 40m'],
    ['fifo before Hear what they want 4', 'NAMES_NOTHING', 'wait before STEP'],
    ['person Tom', 'UNREADABLE', 'person Tom 32h'],
    ['person Tom 200h', 'NUMBER_OUT_OF_RANGE', ''],
  ])('%s: refused with what would put it right', (text, code, remedy) => {
    const problem = whatIf(signs(), [{ kind: 'SET', text }]).outcomes[0]?.problem;
    expect(problem?.code).toBe(code);
    expect(problem?.remedy).toContain(remedy);
  });
});
