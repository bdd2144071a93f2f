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

  it('tells a line that contradicts an earlier one, and which that is', () => {
    const { problems } = readLimitsText('shrinkage: 10%\n\nshrinkage: 12%');
    expect(problems.map(({ message }) => message)).toEqual([
      '"shrinkage" is told twice: line 1 tells it already.',
    ]);
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
