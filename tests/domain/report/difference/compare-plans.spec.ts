import { describe, expect, it } from '@jest/globals';
import { comparePlans } from '../../../../src/domain/index.js';
import { acceptedIn, planNapkin, stepsOf, wish, type KeptBeside } from '../../../support/planned-napkin.js';
import { groundOf } from '../../../support/structure-reports.js';
import { CLERK, PAINTERS, pins } from '../painters.js';

const INSIDE = PAINTERS.replace('(outside) 3h', '@Cy x2 3h {scaffolding (licence)}');
const [PAINTER, BILLER] = ['Finisher', 'Billing Clerk'];

function change(from: string, to: string, kept: KeptBeside = {}) {
  const before = planNapkin(from, { limits: { pins }, ...kept });
  const after = planNapkin(to, { limits: { pins }, known: stepsOf(before), ...kept });
  return comparePlans({ before, names: ['then', 'now'] }, groundOf(after));
}

/** Each letter that was gained or lost: which, whose, at which step, and why. */
function lettersOf(from: string, to: string, kept: KeptBeside = {}) {
  return change(from, to, kept).letters.map(({ change: which, letter, holder, step, why }) => [
    `${which} ${letter} ${holder}: ${step}`,
    why,
  ]);
}

describe('what changed in size', () => {
  it('is told figure by figure, as floors where something is not measured', () => {
    const timed = INSIDE.replace('@Bo {estimating 2}', '@Bo 1h {estimating 2}');
    const sizes = change(PAINTERS, timed).sizes.map(({ name, before, after }) => [name, before, after]);
    expect(sizes.slice(0, -1)).toEqual([
      ['Steps', '6', '6'],
      ['Roles', '3', '4'],
      ['Teams', '1', '1'],
      ['Positions', 'at least 5', '7'],
      ['Hours a week', 'at least 75.4 h a week', '107 h a week'],
      ['Hand-offs between roles', '4.44 a week', '12.9 a week'],
      ['Lead time', 'at least 1 d 5 h (5 of 6 steps measured)', '1 d 6 h'],
      ['Letters in the matrix', '12', '14'],
    ]);
    expect(sizes.at(-1)?.[0]).toBe('Findings');
    const bare = PAINTERS.replace(/ (30m|8h|20m|15m)/g, '');
    const some = bare.replace('Send the invoice @Eve', 'Send the invoice @Eve 15m');
    const positions = (to: string) => change(PAINTERS, to).sizes[3]?.after;
    expect([positions(bare), positions(some)]).toEqual(['?', 'at least 1']);
  });

  it('is not known without roles, and says so', () => {
    const without = change('stream S\nAsk @A\n', PAINTERS).sizes.map(({ name, before }) => [name, before]);
    expect(without.slice(3, 7)).toEqual([
      ['Positions', '0'],
      ['Hours a week', '?'],
      ['Hand-offs between roles', 'not known: there are no roles'],
      ['Lead time', 'not known: no step has this time measured yet'],
    ]);
  });
});

describe('a role that came, went or became another', () => {
  it('says which steps are new or gone, and where its work was or is', () => {
    const to = `${PAINTERS}Check the walls @Ada 10m {inspection}\nPhone the owner @Ada 5m {care calls}\n`;
    const limits = { maxStepsPerRole: 2, pins: [...pins, { role: 'Inspector', steps: ['Check the walls'] }] };
    const before = planNapkin(PAINTERS, { limits: { maxStepsPerRole: 2, pins } });
    const after = planNapkin(to, { limits, known: stepsOf(before) });
    const there = comparePlans({ before, names: ['then', 'now'] }, groundOf(after)).roles;
    const back = comparePlans({ before: after, names: ['now', 'then'] }, groundOf(before)).roles;
    const inspector = { role: 'Inspector', steps: ['Check the walls', 'Phone the owner'] };
    const named = '"Check the walls" and "Phone the owner"';
    expect(there.gained).toMatchObject([
      { ...inspector, capabilities: ['inspection', 'care calls'], why: `${named} are new steps.` },
    ]);
    expect(back.lost).toMatchObject([{ ...inspector, why: `${named} have left the stream.` }]);
    expect([there.lost, there.changed, there.kept]).toEqual([[], [], 3]);
  });

  it('says who has its work now, and what the role that took it gained, by the names of each side', () => {
    const renamed = PAINTERS.replace('Wash the brushes', 'Wash the rollers').replace(
      '{cleaning}',
      '{cleaning} was: "Wash the brushes"',
    );
    const own = [...pins, { role: 'Cleaner', steps: ['Wash the brushes'] }];
    const before = planNapkin(INSIDE, {
      limits: { pins: own, apart: [['Paint the walls', 'Wash the brushes']] },
    });
    const after = planNapkin(renamed, { limits: { pins }, known: stepsOf(before) });
    const { roles, steps } = comparePlans({ before, names: ['then', 'now'] }, groundOf(after));
    expect(steps).toEqual({
      gained: [],
      lost: [],
      renamed: [{ before: 'Wash the brushes', after: 'Wash the rollers' }],
    });
    expect(roles.lost).toMatchObject([
      { role: 'Cleaner', steps: ['Wash the brushes'], why: `Its work is now with ${PAINTER}.` },
    ]);
    expect(roles.changed).toEqual([
      {
        role: PAINTER,
        formerName: null,
        stepsGained: ['Wash the rollers'],
        stepsLost: ['Put up the scaffold'],
        capabilitiesGained: ['Cleaning'],
        capabilitiesLost: ['scaffolding'],
        hours: { name: 'Hours a week', before: '97.8 h a week', after: '72.4 h a week' },
        positions: { name: 'Positions', before: '4', after: '3' },
      },
    ]);
    expect(roles.kept).toBe(2);
  });
});

describe('why a letter is gone', () => {
  const whys = (from: string, to: string, kept: KeptBeside = {}) =>
    lettersOf(from, to, kept).filter(([what]) => what?.startsWith('LOST'));

  it('is that the step has left the stream, or is done outside now', () => {
    const gone = '"Wash the brushes" has left the stream.';
    expect(whys(PAINTERS, PAINTERS.replace(/Wash.*\n/, ''))).toEqual([
      [`LOST R ${PAINTER}: Wash the brushes`, gone],
      [`LOST A ${PAINTER}: Wash the brushes`, gone],
    ]);
    const outside = '"Send the invoice" is done outside now.';
    const sent = PAINTERS.replace('Send the invoice @Eve', 'Send the invoice (outside)');
    expect(whys(PAINTERS, sent).slice(-2)).toEqual([
      [`LOST R ${BILLER}: Send the invoice`, outside],
      [`LOST A ${BILLER}: Send the invoice`, outside],
    ]);
  });

  it('is that the step demands something else, or that another role carries it', () => {
    const other = PAINTERS.replace('{cleaning}', '{billing}');
    expect(whys(PAINTERS, other)).toEqual([
      [`LOST R ${PAINTER}: Wash the brushes`, '"Wash the brushes" no longer demands Cleaning.'],
      [`LOST A ${PAINTER}: Wash the brushes`, `${BILLER} answers for "Wash the brushes" now.`],
    ]);
    expect(lettersOf(PAINTERS, other)[0]).toEqual([
      `GAINED R ${BILLER}: Wash the brushes`,
      `${BILLER} brings Billing, which "Wash the brushes" (line 13) of "Enquiry to painted house" demands (1.33 h a week)`,
    ]);
    const own = [...pins, { role: 'Cleaner', steps: ['Wash the brushes'] }];
    const before = planNapkin(PAINTERS, {
      limits: { pins: own, apart: [['Paint the walls', 'Wash the brushes']] },
    });
    const after = planNapkin(PAINTERS, { limits: { pins } });
    const { letters } = comparePlans({ before, names: ['then', 'now'] }, groundOf(after));
    expect(
      letters.filter((one) => one.change === 'LOST').map(({ why, position }) => [why, position]),
    ).toEqual([
      [`${PAINTER} carries Cleaning for "Wash the brushes" now.`, 5],
      [`${PAINTER} answers for "Wash the brushes" now.`, 5],
    ]);
  });

  it('is that another step approves it, and then nothing else is lost', () => {
    const approved = PAINTERS.replace('{billing}', '{billing} approves "Wash the brushes"');
    expect(whys(PAINTERS, approved)).toEqual([
      [`LOST A ${PAINTER}: Wash the brushes`, `${BILLER} answers for "Wash the brushes" now.`],
    ]);
  });

  it('is that the mark is gone, or that the holder has another letter there', () => {
    expect(whys(PAINTERS, PAINTERS.replace(' asks Bo', ''))).toEqual([
      [
        `LOST C ${CLERK}: Paint the walls`,
        `What gave the reason no longer holds: "Paint the walls" (line 11) of "Enquiry to painted house" asks Bo: "Answer the call" (line 6) is done by Bo today, and ${CLERK} carries that step.`,
      ],
    ]);
    expect(whys(PAINTERS, PAINTERS.replace(' asks Bo', ' tells Bo'))).toEqual([
      [`LOST C ${CLERK}: Paint the walls`, `${CLERK} has I there instead.`],
    ]);
  });

  it('is that an owner has taken it, or given it back', () => {
    const before = planNapkin(PAINTERS, { limits: { pins } });
    const assignments = acceptedIn(before, [wish('Ada', 'A', 'Wash the brushes')]);
    const after = planNapkin(PAINTERS, { limits: { pins }, assignments });
    const letters = (was: typeof before, is: typeof before) =>
      comparePlans({ before: was, names: ['then', 'now'] }, groundOf(is)).letters.map((one) => [
        `${one.change} ${one.letter} ${one.holder}`,
        one.why,
      ]);
    expect(letters(before, after)).toEqual([
      ['GAINED A Ada (owner)', expect.stringMatching(/^Ada owns the stream .* in what they own$/)],
      [`LOST A ${PAINTER}`, 'Ada (owner) answers for "Wash the brushes" now.'],
    ]);
    expect(letters(after, before)[1]).toEqual([
      'LOST A Ada (owner)',
      `${PAINTER} answers for "Wash the brushes" now.`,
    ]);
  });
});
