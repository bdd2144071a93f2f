import { describe, expect, it } from '@jest/globals';
import { orgChartOf, writeRoleCards } from '../../../src/domain/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { groundOf } from '../../support/structure-reports.js';
import { PAINTERS, pins } from './painters.js';

const limits = { teamSize: 4, pins };

describe('the card of a role', () => {
  it('tells how long work lies on its way to the next role, and why', () => {
    const given = (buffer: string) => {
      const napkin = PAINTERS.replace('Send the invoice', `${buffer}\nSend the invoice`);
      const { cards } = writeRoleCards(groundOf(planNapkin(napkin, { limits })));
      const finisher = cards.find(({ role }) => role === 'Finisher');
      return finisher?.gives.find(({ role }) => role === 'Billing Clerk')?.ways;
    };
    const way = '"Wash the brushes" to "Send the invoice": 4 times a week';
    expect(given('wait 2d "the paint dries"')).toEqual([
      `${way}, waiting 2 d on the way ("the paint dries")`,
    ]);
    expect(given('wait 2d')).toEqual([`${way}, waiting 2 d on the way`]);
    expect(given('wait 1d "the paint dries"\nwait 1d "on Fridays"')).toEqual([
      `${way}, waiting 2 d on the way ("the paint dries", "on Fridays")`,
    ]);
    expect(given('')).toEqual([way]);
  });
});

describe('the org chart', () => {
  it('leaves no role out that no team holds: they stand together under the name of the stream', () => {
    const plan = planNapkin(PAINTERS, { limits });
    const { structure } = plan;
    if (!structure) throw new Error('no structure');
    const teamsOf = (teams: typeof structure.teams) => {
      const chart = orgChartOf({ ...plan, structure: { ...structure, teams } });
      return { span: chart.span, teams: chart.teams.map(({ name, roles }) => [name, roles.length]) };
    };
    expect(teamsOf([])).toEqual({
      span: '1 team, 3 roles, at least 5 positions',
      teams: [['Enquiry to painted house', 3]],
    });
    const [first, second] = structure.teams;
    expect(teamsOf(first ? [first] : [])).toEqual({
      span: '2 teams, 3 roles, at least 5 positions',
      teams: [
        [first?.name, 1],
        ['Enquiry to painted house', 2],
      ],
    });
    expect(teamsOf(structure.teams).teams).toEqual([
      [first?.name, 1],
      [second?.name, 2],
    ]);
  });
});
