import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printNapkin, readNapkin } from '../../../src/domain/napkin/index.js';
import { problemsOf, stepOf } from './reading.js';

describe('the marks of a step', () => {
  it('are read in any order behind the name', () => {
    const step = stepOf(
      'Assemble 90% x2 lead 4d @Dana (value) 2h [Mail, "a, b"] {joining 3, wiring (licence)} every 1w uptime 80% changeover 10m batch 50 asks Sam, Bo tells "The customer" approves Cut checks Glue was: "Build" ! too slow',
    );
    expect(step).toMatchObject({
      name: 'Assemble',
      performers: [{ name: 'Dana' }],
      processTime: { low: [{ amount: 2, unit: 'h' }] },
      leadTime: { low: [{ amount: 4, unit: 'd' }] },
      completeAndAccurate: { low: 0.9 },
      people: 2,
      value: 'VALUE',
      every: { low: [{ amount: 1, unit: 'w' }] },
      uptime: { low: 0.8 },
      changeover: { low: [{ amount: 10, unit: 'min' }] },
      batch: 50,
      systems: ['Mail', 'a, b'],
      capabilities: [
        { name: 'joining', level: 3, licence: false },
        { name: 'wiring', level: null, licence: true },
      ],
      asks: [{ name: 'Sam' }, { name: 'Bo' }],
      tells: [{ name: 'The customer' }],
      approves: [{ name: 'Cut' }],
      checks: [{ name: 'Glue' }],
      was: 'Build',
      pain: 'too slow',
    });
  });

  it('mean the same whatever their order, times behind words and bare ones included', () => {
    const marks = ['10m', 'lead 4d', '90%', 'every 1month', 'changeover 30m', 'x2', '(value)'];
    const text = `Fit windows @Dana ${marks.join(' ')}`;
    const canonical = printNapkin(readNapkin(text).drafts);
    fc.assert(
      fc.property(fc.shuffledSubarray(marks, { minLength: marks.length }), (shuffled) => {
        expect(printNapkin(readNapkin(`Fit windows @Dana ${shuffled.join(' ')}`).drafts)).toBe(canonical);
      }),
    );
    expect(stepOf('Fit windows lead 1d 4h')).toMatchObject({
      leadTime: { low: [{ amount: 1 }, { amount: 4 }] },
    });
  });

  it('know who does it: several, in quotes, or nobody knows', () => {
    expect(stepOf('Visit @Dana, @"Tech Lead" @?')).toMatchObject({
      name: 'Visit',
      performers: [{ name: 'Dana' }, { name: 'Tech Lead' }],
      performerUnknown: true,
    });
    expect(stepOf('Mail bob@example.org @Dana')).toMatchObject({ name: 'Mail bob@example.org' });
    expect(stepOf('Meet @ noon')).toMatchObject({ name: 'Meet @ noon', performers: [] });
  });

  it.each([
    ['10m', [[10, 'min']]],
    ['45 min', [[45, 'min']]],
    ['10 mins', [[10, 'min']]],
    ['30s', [[30, 's']]],
    ['1.5h', [[1.5, 'h']]],
    ['1,5 hours', [[1.5, 'h']]],
    ['3 working days', [[3, 'd']]],
    ['2 weeks', [[2, 'w']]],
    ['1month', [[1, 'month']]],
    ['14cd', [[14, 'cd']]],
    ['14 calendar days', [[14, 'cd']]],
    [
      '7h 40m',
      [
        [7, 'h'],
        [40, 'min'],
      ],
    ],
    [
      '2h30m',
      [
        [2, 'h'],
        [30, 'min'],
      ],
    ],
    ['0m', [[0, 'min']]],
  ])('reads %s as a time', (text, terms) => {
    const low = terms.map(([amount, unit]) => ({ amount, unit }));
    expect(stepOf(`Visit site ${text} @Dana`)).toMatchObject({
      name: 'Visit site',
      processTime: { low, high: null, guess: false },
      performers: [{ name: 'Dana' }],
    });
    expect(stepOf(`Visit site ${text}`)).toMatchObject({ processTime: { low } });
  });

  it('reads guesses and ranges as they are', () => {
    expect(stepOf('Visit ~2d')).toMatchObject({
      processTime: { guess: true, low: [{ amount: 2, unit: 'd' }] },
    });
    expect(stepOf('Visit 1–3 d')).toMatchObject({
      processTime: { low: [{ amount: 1, unit: 'd' }], high: [{ amount: 3, unit: 'd' }] },
    });
    expect(stepOf('Visit 1h 30m - 2h')).toMatchObject({
      processTime: { low: [{ amount: 1 }, { amount: 30 }], high: [{ amount: 2, unit: 'h' }] },
    });
    expect(stepOf('Visit ~80-90%')).toMatchObject({
      completeAndAccurate: { low: 0.8, high: 0.9, guess: true },
    });
    expect(stepOf('Visit 92,5 %')).toMatchObject({ completeAndAccurate: { low: 0.925 } });
  });

  it.each([
    'Sell 3',
    'Order 3D parts',
    'Answer 2nd call',
    'Step 24/7',
    'Mix 10q',
    'Lay 2×4 boards',
    'Serve 1-2-3',
    'Wait list 3x',
    'Do 5 things',
  ])('leaves the numbers of “%s” in the name', (name) => {
    expect(stepOf(`${name} 10m`)).toMatchObject({ name, processTime: { low: [{ amount: 10 }] } });
  });

  it('takes a number in front of words for a part of the name', () => {
    expect(stepOf('30 min call with the client 20m')).toMatchObject({
      name: '30 min call with the client',
      processTime: { low: [{ amount: 20 }] },
    });
    expect(stepOf('100% check @Dana')).toMatchObject({ name: '100% check' });
  });

  it('takes words such as asks and every for marks only behind another mark', () => {
    expect(stepOf('Clean every room')).toMatchObject({ name: 'Clean every room' });
    expect(stepOf('Find who tells stories')).toMatchObject({ tells: [] });
    expect(stepOf('"Clean" every 1w')).toMatchObject({
      name: 'Clean',
      every: { low: [{ amount: 1, unit: 'w' }] },
    });
    for (const [written, amount] of [
      ['year', 12],
      ['1year', 12],
      ['2 years', 24],
      ['quarter', 3],
    ] as const)
      expect(stepOf(`Clean 1h every ${written}`)).toMatchObject({
        every: { low: [{ amount, unit: 'month' }] },
      });
    expect(stepOf('Clean 1h every week')).toMatchObject({ every: { low: [{ amount: 1, unit: 'w' }] } });
    expect(stepOf('Sign 5m approves Clean every room')).toMatchObject({
      approves: [{ name: 'Clean every room' }],
    });
  });

  it('takes lead for a mark only in front of a time, and never behind the first word alone', () => {
    expect(stepOf('Order parts lead 4d')).toMatchObject({
      name: 'Order parts',
      leadTime: { low: [{ amount: 4 }] },
    });
    expect(stepOf('Order @Dana lead time 4d')).toMatchObject({ leadTime: { low: [{ amount: 4 }] } });
    expect(stepOf('Qualify lead 10m')).toMatchObject({
      name: 'Qualify lead',
      processTime: { low: [{ amount: 10 }] },
      leadTime: null,
    });
    expect(stepOf('"Order" lead 4d')).toMatchObject({ name: 'Order', leadTime: { low: [{ amount: 4 }] } });
    expect(stepOf('Follow a lead')).toMatchObject({ name: 'Follow a lead' });
    expect(problemsOf('Qualify lead 10m')).toEqual(['1:1+12 LEAD_IN_NAME']);
    expect(problemsOf('"Qualify lead" 10m')).toEqual([]);
  });

  it('reads levels and licences, and leaves longer numbers in the name', () => {
    const { capabilities } = stepOf(
      'Wire it {wiring 4 (licence), ISO 9001, "Python 3", welding (license) 2}',
    );
    expect(capabilities.map(({ name, level, licence }) => [name, level, licence])).toEqual([
      ['wiring', 4, true],
      ['ISO 9001', null, false],
      ['Python 3', null, false],
      ['welding', 2, true],
    ]);
  });

  it('take anything in quotes as it is', () => {
    expect(stepOf('“Wait 3d @home” 10m')).toMatchObject({ name: 'Wait 3d @home' });
    expect(stepOf('"Say \\"hi\\" \\\\ bye" 10m')).toMatchObject({ name: 'Say "hi" \\ bye' });
    expect(stepOf('Check the "10m" rule 5m')).toMatchObject({
      name: 'Check the "10m" rule',
      processTime: { low: [{ amount: 5 }] },
    });
    expect(stepOf('Cut 2" pipe 5m')).toMatchObject({ name: 'Cut 2" pipe' });
  });

  it('stand exactly where the text has them', () => {
    const step = stepOf('\t• Price the job  @"Tech Lead" 5m asks Sam , "Bo B"');
    expect(step.at).toEqual({ line: 1, column: 4, length: 13 });
    expect(step.performers[0]?.at).toEqual({ line: 1, column: 20, length: 11 });
    expect(step.processTime?.at).toEqual({ line: 1, column: 32, length: 2 });
    expect(step.asks.map(({ at }) => at?.column)).toEqual([40, 46]);
  });
});

describe('times and names in the words of everyday', () => {
  it.each([
    ['A 2h30 @X', 'A @X 2h 30m'],
    ['A @X 1h 30', 'A @X 1h 30m'],
    ['A @X 5 - 10 min', 'A @X 5-10m'],
    ['A 10 to 20 min', 'A 10-20m'],
    ['A 2h? @X', 'A @X ~2h'],
    ['A @X 10m 95 percent', 'A @X 10m 95%'],
    ['A @Tom & @Lea 10m x2', 'A @Tom @Lea 10m x2'],
    ['A @Tom and @Lea', 'A @Tom @Lea'],
    ['A @X (external)', 'A @X (outside)'],
  ])('reads %s', (written, canonical) => {
    const { drafts, problems } = readNapkin(`stream S\n${written}`);
    expect(printNapkin(drafts)).toBe(`stream S\n${canonical}\n`);
    expect(problems).toEqual([]);
  });

  it.each(['Sell 3 10m', 'Grade 1 to 5 @X', 'Phase 2 - plan @X 1h', 'Review R&D @X', 'Follow up 5 times @X'])(
    'leaves the name of %s alone',
    (written) => {
      expect(printNapkin(readNapkin(`stream S\n${written}`).drafts)).toBe(`stream S\n${written}\n`);
    },
  );
});
