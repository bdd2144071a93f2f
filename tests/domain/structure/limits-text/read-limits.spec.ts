import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limitsOn, readLimitsText, unknownStepsIn } from '../../../../src/domain/structure/index.js';
import { groundOf } from '../../../support/stream-builder.js';

const { stream } = groundOf({
  steps: ['Write, check and send', 'Approve the invoice', 'Pay the invoice'].map((name) => ({ name })),
});

describe('reading a limits file', () => {
  it('understands every line that the documentation tells', () => {
    const text = `# ours
capabilities per role: 4
steps per role: 8
positions per role: 3
one force per role: yes
team size: 4-7
teams: cells
utilisation: 80%
shrinkage: 12 %
goals: hand-offs, positions
may give way: hand-offs 10%, positions 5%
keep apart: "Approve the invoice", "Pay the invoice"   # four eyes
keep together: "Write, check and send", Approve the invoice
pin: Pay the invoice in Cashier
`;
    const { limits, problems } = readLimitsText(text);
    expect(problems).toEqual([]);
    expect(limits).toEqual({
      maxCapabilitiesPerRole: 4,
      maxStepsPerRole: 8,
      maxPositionsPerRole: 3,
      oneForcePerRole: true,
      leastTeamSize: 4,
      teamSize: 7,
      teams: 'CELLS',
      targetUtilisation: 0.8,
      shrinkage: 0.12,
      goals: ['HAND_OFFS', 'POSITIONS'],
      relax: { HAND_OFFS: 0.1, POSITIONS: 0.05 },
      apart: [['Approve the invoice', 'Pay the invoice']],
      together: [['Write, check and send', 'Approve the invoice']],
      pins: [{ role: 'Cashier', steps: ['Pay the invoice'] }],
    });
  });

  it('takes the words that people are likely to use, whatever the capitals', () => {
    expect(readLimitsText('Max Positions: at most 2\nNever together: A, B\nteam-size: 6').limits).toEqual({
      maxPositionsPerRole: 2,
      apart: [['A', 'B']],
      teamSize: 6,
    });
  });

  it.each([
    ['capabilites per role: 4', 1, 'Did you mean `capabilities per role`?'],
    ['capabilities per role: four', 24, 'Such as `capabilities per role: 4`.'],
    ['team size: 7-4', 12, 'Such as `team size: 4-7`.'],
    ['shrinkage', 1, 'Such as `shrinkage: 12%`.'],
    ['utilisation: 800%', 14, 'Such as `utilisation: 80%`.'],
    ['goals: speed', 8, 'Such as `goals: hand-offs, positions`.'],
    ['may give way: unevenness 5%', 15, 'Such as `may give way: positions 5%`.'],
    [
      'keep apart: Approve the invoice',
      13,
      'Such as `keep apart: "Approve the invoice", "Pay the invoice"`.',
    ],
    ['pin: Cashier', 6, 'Such as `pin: "Quote the price" in Estimator`.'],
    ['paid hours: 38', 1, 'Write there, such as `people: 38h/week`.'],
  ])('tells what is wrong with %j, where, and what would put it right', (text, column, suggestion) => {
    const { limits, problems } = readLimitsText(`\n${text}\n`);
    expect(limits).toEqual({});
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 'ERROR', place: { line: 2, column }, suggestion });
  });

  it.each([
    ['capabilities per role: No limit', {}],
    ['positions per role: up to 3', { maxPositionsPerRole: 3 }],
    ['steps: 12', { maxStepsPerRole: 12 }],
    ['utilisation: 82,55%', { targetUtilisation: 0.8255 }],
    ['shrinkage: 0.125', { shrinkage: 0.125 }],
    ['shrinkage: 100 %', { shrinkage: 1 }],
    ['team size: 5 to 5', { leastTeamSize: 5, teamSize: 5 }],
    ['team size: at most 9', { teamSize: 9 }],
    ['\ufeffpeople per team：7', { teamSize: 7 }],
    ['one force per role: No', { oneForcePerRole: false }],
    ['teams: by cells', { teams: 'CELLS' }],
    ['form teams by: hand offs', { teams: 'HAND_OFFS' }],
    [
      'goals: handoffs, then positions then fragmentation',
      { goals: ['HAND_OFFS', 'POSITIONS', 'FRAGMENTATION'] },
    ],
    ['may give way: positions by 5.25%, hand-offs = 12 %', { relax: { POSITIONS: 0.0525, HAND_OFFS: 0.12 } }],
    ['keep apart: "a # b", c # d', { apart: [['a # b', 'c']] }],
    ['keep apart: a#b, c', { apart: [['a#b', 'c']] }],
    ['keep together: "say \\"go\\", then \\\\", c', { together: [['say "go", then \\', 'c']] }],
    ['keep together: a,, b,', { together: [['a', 'b']] }],
    ['pin: a, b in c in d', { pins: [{ role: 'd', steps: ['a', 'b in c'] }] }],
    ['pin: "fit in place" in Fitter', { pins: [{ role: 'Fitter', steps: ['fit in place'] }] }],
    ['   # nothing but a comment', {}],
  ])('understands %j', (text, limits) => {
    expect(readLimitsText(text)).toMatchObject({ limits, problems: [] });
    expect(Object.keys(readLimitsText(text).limits)).toEqual(Object.keys(limits));
  });

  const EVERY_KEY =
    'One of these was expected: capabilities per role, steps per role, positions per role, one force per role, team size, teams, utilisation, shrinkage, goals, may give way, keep apart, keep together, pin.';
  const SIZE = 'team size: a whole number or a range from the smaller to the larger was expected';
  it.each([
    [
      'positions per role: 0',
      'positions per role: a whole number, 1 or more, was expected',
      'positions per role: 3',
    ],
    [
      'steps per role: anything',
      'steps per role: a whole number, 1 or more, was expected',
      'steps per role: 8',
    ],
    [
      'steps per role: 4 or so',
      'steps per role: a whole number, 1 or more, was expected',
      'steps per role: 8',
    ],
    [
      'shrinkage: 101%',
      'shrinkage: a share between 0 % and 100 % was expected, with its sign',
      'shrinkage: 12%',
    ],
    ['team size: 0', SIZE, 'team size: 4-7'],
    ['team size: 0-4', SIZE, 'team size: 4-7'],
    ['one force: maybe', 'one force per role: `yes` or `no` was expected', 'one force per role: yes'],
    ['one force: not now', 'one force per role: `yes` or `no` was expected', 'one force per role: yes'],
    ['teams: x', 'teams: `hand-offs` or `cells` was expected', 'teams: hand-offs'],
    [
      'goals: positions, positions',
      'goals: `positions`, `hand-offs` or `fragmentation` was expected, each at most once',
      'goals: hand-offs, positions',
    ],
    [
      'may give way: positions 5%, positions 6%',
      'may give way: a goal and a share were expected',
      'may give way: positions 5%',
    ],
    [
      'may give way: positions',
      'may give way: a goal and a share were expected',
      'may give way: positions 5%',
    ],
  ])('says of %j what was expected', (text, expected, example) => {
    const written = text.slice(text.indexOf(':') + 2);
    expect(readLimitsText(text)).toMatchObject({
      limits: {},
      problems: [
        {
          code: 'UNREADABLE_VALUE',
          message: `"${written}" cannot be read as ${expected}.`,
          suggestion: `Such as \`${example}\`.`,
          place: { line: 1, column: text.indexOf(':') + 3, length: written.length },
        },
      ],
    });
  });

  it.each([
    [
      'keep together: a',
      'NAMES_EXPECTED',
      'At least two steps were expected behind "keep together:", with a comma between them.',
      'Such as `keep together: "Approve the invoice", "Pay the invoice"`.',
    ],
    [
      'pin: in X',
      'PIN_EXPECTED',
      'Steps and a role were expected, with the word `in` between them.',
      'Such as `pin: "Quote the price" in Estimator`.',
    ],
    [
      'pin: "" in X',
      'PIN_EXPECTED',
      'Steps and a role were expected, with the word `in` between them.',
      'Such as `pin: "Quote the price" in Estimator`.',
    ],
    [
      'pin: a in ""',
      'PIN_EXPECTED',
      'Steps and a role were expected, with the word `in` between them.',
      'Such as `pin: "Quote the price" in Estimator`.',
    ],
    [
      'apart: "", a',
      'NAMES_EXPECTED',
      'At least two steps were expected behind "apart:", with a comma between them.',
      'Such as `keep apart: "Approve the invoice", "Pay the invoice"`.',
    ],
    [
      'week: 4',
      'NOT_A_LIMIT',
      '"week" is not a limit: it is told on the napkin.',
      'Write there, such as `week: 4d`.',
    ],
    ['frobnicate: 3', 'UNKNOWN_LIMIT', 'There is no limit "frobnicate".', EVERY_KEY],
    [
      'nevr together: a, b',
      'UNKNOWN_LIMIT',
      'There is no limit "nevr together".',
      'Did you mean `never together`?',
    ],
    [
      'shrinkage:',
      'VALUE_EXPECTED',
      '"shrinkage" says nothing: a value was expected behind its colon.',
      'Such as `shrinkage: 12%`.',
    ],
    [
      'pins',
      'VALUE_EXPECTED',
      '"pins" says nothing: a value was expected behind its colon.',
      'Such as `pin: "Quote the price" in Estimator`.',
    ],
  ])('tells of %j what is missing', (text, code, message, suggestion) => {
    expect(readLimitsText(text)).toMatchObject({ limits: {}, problems: [{ code, message, suggestion }] });
  });

  it('tells a line that contradicts an earlier one, and which that is', () => {
    const { problems } = readLimitsText('shrinkage: 10%\n\nshrinkage: 12%');
    expect(problems.map(({ message }) => message)).toEqual([
      '"shrinkage" is told twice: line 1 tells it already.',
    ]);
    expect(problems[0]?.suggestion).toBe('Leave one of the two lines.');
  });

  it('finds steps that no stream has, each with the nearest name at its place', () => {
    const reading = readLimitsText('keep apart: "Pay the invoce", Approve the invoice\npin: Fly in Pilot');
    expect(unknownStepsIn(reading, [stream])).toMatchObject([
      { place: { line: 1, column: 13 }, suggestion: 'Did you mean "Pay the invoice"?' },
      { place: { line: 2, column: 6 }, message: 'There is no step "Fly".' },
    ]);
  });

  it('leaves out what is about another stream of the same file', () => {
    const limits = {
      maxStepsPerRole: 3,
      apart: [
        ['Approve the invoice', 'Bake'],
        ['Bake', 'Ice'],
      ],
      pins: [],
    };
    expect(limitsOn(stream, limits)).toEqual({ maxStepsPerRole: 3, apart: [], pins: [] });
    const own = { role: 'Cashier', steps: ['Pay the invoice', 'Bake'] };
    const sets = [['Approve the invoice', 'Pay the invoice', 'Bake'], ['Pay the invoice']];
    expect(limitsOn(stream, { together: sets, pins: [own, { role: 'Baker', steps: ['Bake'] }] })).toEqual({
      together: [['Approve the invoice', 'Pay the invoice'], ['Pay the invoice']],
      pins: [{ role: 'Cashier', steps: ['Pay the invoice'] }],
    });
  });

  it('never throws, whatever is written', () => {
    const words = fc.constantFrom(
      'keep apart',
      'pin',
      ':',
      '"',
      '\\',
      ',',
      ' in ',
      '4-7',
      '#',
      '\n',
      'goals',
      '“',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
        const { problems } = readLimitsText(parts.join(' '));
        expect(problems.every(({ place }) => place !== null && place.line > 0)).toBe(true);
      }),
    );
  });
});
