import { describe, expect, it } from '@jest/globals';
import { orgChartOf, writeRoleCards, type Override } from '../../../src/domain/index.js';
import { planStream, setOverride, type RaciLetter } from '../../../src/domain/index.js';
import { historyOf } from '../../../src/domain/report/report-history.js';
import { fillingsOf, sayFilled } from '../../../src/domain/report/report-staffing.js';
import { keptPlan, staffedIn } from '../../support/kept-plan.js';
import { wish } from '../../support/planned-napkin.js';
import { groundOf } from '../../support/structure-reports.js';
import { CLERK, PAINTERS, pins } from './painters.js';

const NAPKIN = `${PAINTERS}person Cy 40h {painting, cleaning}\nperson Di 30h {painting, cleaning}\n`;
const limits = { pins };
const plan = keptPlan(NAPKIN, { limits });
const staffing = ['Cy', 'Di'].flatMap((person) => staffedIn(plan, person, 'Finisher'));
const staffed = keptPlan(NAPKIN, { limits, staffing });

function overriding(...asked: readonly (readonly [holder: string, letter: RaciLetter, step: string])[]) {
  const overrides = asked.map(([holder, letter, step]): Override => {
    const request = { wish: wish(holder, letter, step), by: 'Ada', why: 'away', until: '2026-03-31' };
    const result = setOverride(plan.gate, request, { today: '2026-03-01', switchedOn: true, standing: [] });
    if (result.kind !== 'OverrideSet') throw new Error(result.objections[0].message);
    return result.override;
  });
  const decided = { adopted: null, assignments: [], formerSteps: [] };
  return planStream(plan.understanding, { ...decided, staffing, overrides });
}

describe('who stands in a role', () => {
  it('is named in the org chart with the positions that are open', () => {
    const people = orgChartOf(staffed).teams.flatMap(({ roles }) =>
      roles.map((role) => [role.name, role.people]),
    );
    expect(people).toEqual([
      [CLERK, 'Nobody yet'],
      ['Finisher', 'Cy, Di; 1 position open'],
      ['Billing Clerk', 'Nobody yet'],
    ]);
    expect([
      sayFilled(['Cy'], 3),
      sayFilled(['Cy'], 1),
      sayFilled(['Cy', 'Di'], 1),
      sayFilled(['Cy'], null),
    ]).toEqual(['Cy; 2 positions open', 'Cy', 'Cy, Di', 'Cy']);
  });

  it('is told with hours, reasons and whether it still stands', () => {
    expect(fillingsOf(staffed)).toEqual([
      expect.objectContaining({
        person: 'Cy',
        role: 'Finisher',
        hours: '24.1 h a week',
        stillStands: true,
        lost: [],
      }),
      expect.objectContaining({ person: 'Di', role: 'Finisher', revision: 1 }),
    ]);
    const unable = keptPlan(NAPKIN.replace('Cy 40h {painting, cleaning}', 'Cy 40h {cleaning}'), {
      limits,
      staffing,
    });
    const [cy] = fillingsOf(unable);
    expect(cy).toMatchObject({ person: 'Cy', role: 'Finisher', hours: '', stillStands: false });
    expect(cy?.lost[0]).toMatch(/painting.*\. .+/);
    expect(cy?.because[0]).toMatch(/^Cy brings painting/);
    const cards = writeRoleCards(groundOf(unable)).cards.map(({ role, filledBy }) => [role, filledBy.length]);
    expect(cards).toEqual([
      [CLERK, 0],
      ['Finisher', 2],
      ['Billing Clerk', 0],
    ]);
  });
});

describe('what stands by override alone', () => {
  it('is marked at the role that does the step, and at the role of whom it is about', () => {
    const { overrides, teams } = orgChartOf(
      overriding(['Eve', 'R', 'Wash the brushes'], ['Cy', 'R', 'Answer the call']),
    );
    expect(overrides).toBe(
      '2 overrides stand, which nothing justifies, marked ! at the roles that are touched.',
    );
    expect(teams.flatMap(({ roles }) => roles.map((role) => [role.name, role.overrides]))).toEqual([
      [CLERK, ['Cy R! of "Answer the call" until 2026-03-31']],
      [
        'Finisher',
        ['Eve R! of "Wash the brushes" until 2026-03-31', 'Cy R! of "Answer the call" until 2026-03-31'],
      ],
      ['Billing Clerk', []],
    ]);
  });

  it('is named at the head where it touches no role, the first three of them', () => {
    const one = [['Eve', 'C', 'Put up the scaffold']] as const;
    expect(orgChartOf(overriding(...one)).overrides).toBe(
      '1 override stands, which nothing justifies: Eve C! of "Put up the scaffold" until 2026-03-31.',
    );
    const four = (['Eve', 'Bo', 'Finn', 'Ada'] as const).map(
      (who) => [who, 'C', 'Put up the scaffold'] as const,
    );
    expect(orgChartOf(overriding(...four)).overrides).toMatch(
      /^4 overrides stand, which nothing justifies: Eve C! .*; Bo C! .*; Finn C! [^;]*; and 1 more\.$/,
    );
  });
});

describe('an entry of the log in words', () => {
  const reason = {
    code: 'LEVEL_TOO_LOW',
    message: 'Too low.',
    missingLink: '',
    remedy: 'Learn it.',
    nearestStep: null,
  } as const;
  const move = {
    holder: 'Cy',
    kind: 'LOST',
    revision: 3,
    changes: ['x'],
    reasons: [reason, reason],
    movedAt: '2025-05-02T10:00:00.000Z',
  } as const;

  it('says what moved, when, why, and each way back once', () => {
    expect(historyOf({ ...move, letter: 'R', step: { name: 'Paint' } })).toEqual({
      ...{
        date: '2025-05-02',
        revision: 3,
        holder: 'Cy',
        kind: 'LOST',
        text: 'lost its reason',
        changes: ['x'],
      },
      ...{ what: 'R of "Paint"', reasons: Array(2).fill('LEVEL_TOO_LOW Too low.'), wayBack: ['Learn it.'] },
    });
    expect(historyOf({ ...move, role: { name: 'Finisher' } }).what).toBe('as Finisher');
  });
});
