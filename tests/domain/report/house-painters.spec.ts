import { describe, expect, it } from '@jest/globals';
import {
  orgChartOf,
  writeJustificationReport,
  writeRoleCards,
  writeTeamCharters,
} from '../../../src/domain/index.js';
import { acceptedIn, planNapkin, wish } from '../../support/planned-napkin.js';
import { groundOf } from '../../support/structure-reports.js';
import { CLERK, PAINTERS, pins } from './painters.js';

const limits = { teamSize: 4, pins };
const plan = planNapkin(PAINTERS, { limits });
const [officeTeam = '', workshopTeam = ''] = plan.structure?.teams.map(({ name }) => name) ?? [];

describe('the org chart of the house painters', () => {
  const chart = orgChartOf(plan);

  it('has who answers for what, and every team and role with its size', () => {
    const { teams, ...head } = chart;
    expect(head).toEqual({
      title: 'Org chart: Enquiry to painted house',
      stream: 'Enquiry to painted house',
      owner: 'Ada',
      forceOwners: [{ force: 'process and fulfilment', owner: 'Finn' }],
      status: 'SUGGESTED',
      span: '2 teams, 3 roles, at least 5 positions',
      spans: [],
      overrides: null,
      none: null,
    });
    expect(teams.map(({ name, span }) => [name, span])).toEqual([
      [officeTeam, '1 role, at least 1 position'],
      [workshopTeam, '2 roles, 4 positions'],
    ]);
    expect(teams[0]?.roles[0]).toMatchObject({ positions: 'at least 1 position' });
    expect(teams.flatMap(({ roles }) => roles)[1]).toEqual({
      name: 'Finisher',
      positions: '3 positions',
      fte: '2.51 FTE',
      capabilities: 'painting, Cleaning',
      steps: '2 steps',
      people: '',
      overrides: [],
    });
  });

  it('says "?" of sizes where nothing is measured, and "at least" where only something is', () => {
    const bare = PAINTERS.replace(/ (30m|8h|20m|15m)/g, '').replace('demand: 4/week\n', '');
    const [unsized] = orgChartOf(planNapkin(bare, { limits: { pins } })).teams;
    expect(unsized?.span).toBe('3 roles, ? positions');
    expect(unsized?.roles.map(({ positions, fte }) => [positions, fte])).toEqual([
      ['? positions', 'FTE ?'],
      ['? positions', 'FTE ?'],
      ['? positions', 'FTE ?'],
    ]);
    const some = PAINTERS.replace(' 30m', '');
    expect(orgChartOf(planNapkin(some, { limits: { pins } })).span).toBe(
      '1 team, 3 roles, at least 4 positions',
    );
  });

  it('is adopted where the structure is, and says why where there is nothing to draw', () => {
    expect(orgChartOf(planNapkin(PAINTERS, { adopted: plan })).status).toBe('ADOPTED');
    const none = orgChartOf(planNapkin('stream S\nowner: Ada\nAsk @A\n'));
    expect(none).toMatchObject({ status: 'NONE', teams: [], span: '0 teams, 0 roles, ? positions' });
    expect(none.none).toBe('There are no roles yet: the stream is not ready for a structure.');
  });
});

describe('the team charters of the house painters', () => {
  const written = writeTeamCharters(groundOf(plan));
  const [office, workshop] = written.charters;

  it('sum the sizes of the roles, as a floor where something is not measured', () => {
    expect(
      written.charters.map(({ positions, positionsText, hoursText }) => [
        positions,
        positionsText,
        hoursText,
      ]),
    ).toEqual([
      [null, 'at least 1', 'at least 2 h a week'],
      [4, '4', '73.4 h a week'],
    ]);
    const bare = planNapkin(PAINTERS.replace(/ (30m|8h|20m|15m)/g, ''), { limits: { pins } });
    const [whole] = writeTeamCharters(groundOf(bare)).charters;
    expect([whole?.positions, whole?.positionsText, whole?.hoursText]).toEqual([null, '?', '?']);
  });

  it('name what the team does with who answers, and what its roles have in the steps of others', () => {
    expect(workshop?.steps).toEqual([
      { position: 4, step: 'Paint the walls', line: 11, responsible: ['Finisher'], accountable: 'Finisher' },
      { position: 5, step: 'Wash the brushes', line: 13, responsible: ['Finisher'], accountable: 'Finisher' },
      {
        position: 6,
        step: 'Send the invoice',
        line: 14,
        responsible: ['Billing Clerk'],
        accountable: 'Billing Clerk',
      },
    ]);
    expect(office?.besides).toEqual([
      `Is asked before "Paint the walls": ${CLERK} (C).`,
      `Is told after "Send the invoice": ${CLERK} (I).`,
    ]);
    expect(workshop?.besides).toEqual([]);
    const taken = acceptedIn(plan, [wish('Ada', 'A', 'Send the invoice')]);
    const led = planNapkin(PAINTERS, { limits, assignments: taken });
    expect(writeTeamCharters(groundOf(led)).charters[1]?.steps[2]?.accountable).toBe('Ada (owner)');
  });

  it('tell what crosses the border, to other teams and to outside', () => {
    const back = '0.44 times a week, from "Paint the walls" to "Measure the walls".';
    expect(office?.crosses).toEqual([`Takes work from the ${workshopTeam} ${back}`]);
    expect(workshop?.crosses).toEqual([`Hands work to the ${officeTeam} ${back}`]);
    const outside = 'work';
    expect(office?.outside).toEqual([
      `Hands ${outside} to "Put up the scaffold", done outside, 4.44 times a week.`,
    ]);
    expect(workshop?.outside).toEqual([
      `Takes ${outside} from "Put up the scaffold", done outside, 4.44 times a week.`,
    ]);
    expect(written.formedFor).toMatch(
      /^Teams are to keep hand-offs inside; what is left is 0\.44 hand-offs between teams a week\. Proven/,
    );
  });
});

describe('the role card of the house painters’ finisher', () => {
  const { cards } = writeRoleCards(groundOf(plan));
  const card = cards[1];

  it('says what the role does, how large it is and who does it today', () => {
    expect(card).toMatchObject({
      role: 'Finisher',
      team: workshopTeam,
      purpose:
        'Carries 2 steps of "Enquiry to painted house" for House owner, from "Paint the walls" to "Wash the brushes", which need painting and Cleaning.',
      hoursText: '72.4 h a week',
      fteText: '2.51 FTE',
      positions: 3,
      today: ['Cy (1 of 2)', 'Di (1 of 2)'],
    });
    expect(card?.steps.map(({ step, letters, hoursText }) => [step, letters, hoursText])).toEqual([
      ['Paint the walls', ['R', 'A'], '71.1 h a week'],
      ['Wash the brushes', ['R', 'A'], '1.33 h a week'],
    ]);
    expect(card?.besides).toEqual([]);
  });

  it('tells each hand-off with how often, the most frequent first, and what is sent back', () => {
    const told = (of: 'gives' | 'takes') =>
      card?.[of].map(({ role, outside, ways }) => [role, outside, ways]);
    expect(told('gives')).toEqual([
      ['Billing Clerk', null, ['"Wash the brushes" to "Send the invoice": 4 times a week']],
      [CLERK, null, ['"Paint the walls" to "Measure the walls": 0.44 times a week, sent back']],
    ]);
    expect(told('takes')).toEqual([
      [null, 'Put up the scaffold', ['"Put up the scaffold" to "Paint the walls": 4.44 times a week']],
    ]);
  });

  it('counts what is measured of a role as a floor, and lists what it is asked and told', () => {
    expect(cards[0]).toMatchObject({
      hours: 2,
      hoursText: 'at least 2 h a week (1 of 2 steps measured)',
      fteText: 'at least 0.07 FTE (1 of 2 steps measured)',
    });
    expect(cards[0]?.steps.map(({ hours, hoursText }) => [hours, hoursText])).toEqual([
      [2, '2 h a week'],
      [null, '?'],
    ]);
    expect(cards[0]?.besides.map(({ step, letters }) => [step, letters])).toEqual([
      ['Paint the walls', ['C']],
      ['Send the invoice', ['I']],
    ]);
  });
});

describe('why each assignment of the house painters stands', () => {
  const checked = PAINTERS.replace(
    'Wash the brushes',
    'Check the walls @Ada 10m {inspection} approves "Paint the walls"\nWash the brushes',
  );
  const A_OF_PAINT = { step: 'Paint the walls', letter: 'A' } as const;
  const approval = (napkin: string) => {
    const { entries } = writeJustificationReport(groundOf(planNapkin(napkin, { limits: { pins } })));
    return entries.find(({ step, letter }) => step === A_OF_PAINT.step && letter === A_OF_PAINT.letter);
  };

  it('tells of an approval which step gives it, and how often work passes between the two', () => {
    expect(approval(checked)).toMatchObject({
      ...{ position: 4, line: 11, accepted: false, revision: null },
      ...{ stillStands: true, lost: [] },
      because: [
        {
          rule: 'APPROVES',
          capability: 'inspection',
          demandedBy: 'Check the walls',
          demandedByLine: 13,
          flowLine: 'flow on line 13: "Paint the walls" to "Check the walls", 4 times a week',
          hours: '0.67 h a week',
        },
      ],
    });
    const flowLine = (napkin: string) => approval(napkin)?.because[0]?.flowLine;
    expect(flowLine(checked.replace('demand: 4/week\n', ''))).toMatch(/", 1 times for one unit$/);
    const back = 'Wash the brushes';
    expect(flowLine(checked.replace(back, `back to "Paint the walls" 50%\n${back}`))).toBe(
      'return on line 14: "Check the walls" to "Paint the walls", 4 times a week',
    );
    expect(flowLine(checked.replace(back, `back to "Paint the walls"\n${back}`))).toBe(
      'return on line 14: "Check the walls" to "Paint the walls", ? (the share is not told)',
    );
    const far = checked.replace('Check the walls', 'Look at the sky 5m {weather}\nCheck the walls');
    expect(flowLine(far)).toBeNull();
  });

  it('counts what follows from the stream, what was accepted beyond it and what of that has lost its reason', () => {
    const kept = acceptedIn(plan, [
      wish('Ada', 'A', 'Send the invoice'),
      wish('Billing Clerk', 'C', 'Wash the brushes'),
    ]);
    const of = (napkin: string) =>
      writeJustificationReport(groundOf(planNapkin(napkin, { assignments: kept, limits: { pins } })));
    expect(of(PAINTERS).counts).toEqual({ derived: 11, accepted: 2, lost: 0 });
    const unowned = of(PAINTERS.replace('owner: Ada\n', ''));
    expect(unowned.counts).toEqual({ derived: 12, accepted: 2, lost: 1 });
    const [ada, clerk] = unowned.entries.filter(({ accepted }) => accepted);
    expect(ada).toMatchObject({
      step: 'Send the invoice',
      line: 13,
      holder: 'Ada',
      revision: 1,
      stillStands: false,
    });
    expect(ada?.lost).toEqual([
      expect.stringMatching(/^The accountability of .* was taken by Ada as an owner, .*\./),
    ]);
    expect(clerk).toMatchObject({ position: 5, letter: 'C', stillStands: true, lost: [] });
    const gone = of(PAINTERS.replace(/Wash the brushes.*\n/, ''));
    expect(gone.entries.at(-1)).toMatchObject({ position: null, step: 'Wash the brushes', line: null });
    expect(unowned.conventions).toEqual([
      expect.stringContaining('assignment → capability → step → stream'),
      expect.stringContaining('What somebody wrote beside a wish is no reason'),
    ]);
  });
});
