import { describe, expect, it } from '@jest/globals';
import { placeOrgChart } from '../../../src/adapters/pictures/org-chart/draw-org-chart.js';
import { drawOrgChart } from '../../../src/adapters/pictures/index.js';
import { orgChartOf, planStream, setOverride, type OrgChart } from '../../../src/domain/index.js';
import { planNapkin, wish } from '../../support/planned-napkin.js';
import { ATTACKS, BAKERY } from '../../support/report-case.js';
import { overlapsOf } from './overlaps.js';

const bakery = orgChartOf(planNapkin(BAKERY));

/** So many teams with so many roles each, with long names. */
function chartOf(teams: number, roles: number): OrgChart {
  return {
    ...bakery,
    spans: ['134 people in 5 teams stand under Ada, who answers for the stream. That calls for 15 leads.'],
    teams: Array.from({ length: teams }, (_, team) => ({
      name: `The team of coordination and certificates ${team}`,
      purpose: 'Carries all 12 steps from "Answer the enquiry" to "Agree the order", mostly selling.',
      span: `${roles} roles, ${roles} positions`,
      leads: team % 2 === 0 ? 'More than 9 people: 15 leads, and 2 over them.' : null,
      roles: Array.from({ length: roles }, (_, role) => ({
        name: `Coordinator of transportation certificates ${role}`,
        positions: '1 position',
        fte: '0.92 FTE',
        capabilities: 'Enquiry handling, Site survey, kitchen design and 2 more',
        steps: '4 steps',
        people: 'Dana, Kim; 1 position open',
        overrides:
          role === 0
            ? ['Sil R! of "Price the cake for the wedding of the year" until 2025-06-30', 'and 4 more']
            : [],
      })),
    })),
  };
}

describe('the org chart as a picture', () => {
  it('lays nothing over anything else, whatever teams and roles there are', () => {
    for (const [teams, roles] of [
      [1, 1],
      [1, 6],
      [1, 30],
      [3, 4],
      [5, 6],
      [8, 2],
      [30, 1],
      [7, 13],
    ] as const)
      for (const paper of ['A3', 'A4'] as const)
        expect([teams, roles, overlapsOf(placeOrgChart(chartOf(teams, roles), { paper }))]).toEqual([
          teams,
          roles,
          [],
        ]);
  });

  it('shows every role with positions and FTE, in light and dark', () => {
    for (const theme of ['light', 'dark'] as const) {
      const svg = drawOrgChart(bakery, { theme, paper: 'A4' });
      for (const { roles } of bakery.teams)
        for (const { name, positions } of roles) {
          expect(svg).toContain(name);
          expect(svg).toContain(positions);
        }
    }
  });

  it('has words that can be read on A3 with 30 roles: six points or more', () => {
    const { width } = placeOrgChart(chartOf(5, 6), { paper: 'A3' });
    expect((9 * 420 * 72) / (width * 25.4)).toBeGreaterThanOrEqual(6);
  });

  it('says why where there are no roles', () => {
    const none = orgChartOf(planNapkin('stream S\nAsk @A\n'));
    expect(drawOrgChart(none, { theme: 'light', paper: 'A4' })).toContain('There are no roles yet');
  });

  it('shows what people write as text', () => {
    for (const attack of ATTACKS) {
      const svg = drawOrgChart({ ...bakery, owner: attack, title: attack }, { theme: 'light', paper: 'A4' });
      expect(svg).not.toMatch(/<script|<img|<h1|<b>/);
    }
  });

  it('marks an override at every role that it touches, counts them, and says nothing where none stands', () => {
    const plan = planNapkin(BAKERY);
    const request = {
      wish: wish('Sil', 'R', 'Price the cake'),
      by: 'Ruth',
      why: 'Noor is ill',
      until: '2025-06-30',
    };
    const set = setOverride(plan.gate, request, { today: '2025-05-01', switchedOn: true, standing: [] });
    if (set.kind !== 'OverrideSet') throw new Error('the gate refuses Sil, so that it can be let stand');
    const kept = { adopted: null, assignments: [], formerSteps: [], overrides: [set.override] };
    const chart = orgChartOf(planStream(plan.understanding, kept));
    const priced = plan.structure?.roles.filter(({ steps }) => steps.some((key) => key === 'price-the-cake'));
    const marked = chart.teams.flatMap(({ roles }) => roles.filter(({ overrides }) => overrides.length > 0));
    expect(marked.map(({ name }) => name)).toEqual(priced?.map(({ name }) => name));
    expect(marked[0]?.overrides).toEqual(['Sil R! of "Price the cake" until 2025-06-30']);
    expect(chart.overrides).toBe(
      '1 override stands, which nothing justifies, marked ! at the roles that are touched.',
    );
    expect(drawOrgChart(chart, { theme: 'light', paper: 'A4' })).toContain('R!');
    expect(overlapsOf(placeOrgChart(chart, { paper: 'A4' }))).toEqual([]);
    expect(drawOrgChart(bakery, { theme: 'light', paper: 'A4' })).not.toContain('override');
  });
});
