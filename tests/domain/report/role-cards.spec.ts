import { describe, expect, it } from '@jest/globals';
import { writeRoleCards, writeTeamCharters } from '../../../src/domain/report/index.js';
import { judgeStaffing, rejudgeStaffing } from '../../../src/domain/responsibility/index.js';
import { planNapkin } from '../../support/planned-napkin.js';

const plan = planNapkin(`stream Kitchen
demand: 10/week
sales:
Take the call @Bo 30m {customer contact}
fulfilment:
Cut the top (outside) 2h
wait 3d "the mason"
Build the boxes @Di 4h {joinery}
Fit the boxes @Di 2h {joinery}
back to Build the boxes 10%
Wire the lights @Ed 1h {electrical work (licence)}
person Di 40h {joinery}
`);
const ground = { plan, revision: null, date: '2026-01-01' };
const { cards } = writeRoleCards(ground);
const cardWith = (capability: string) => cards.find(({ capabilities }) => capabilities.includes(capability));

describe('what a role card says of hand-offs', () => {
  const joiner = cardWith('joinery');

  it('is what passes between roles and outsiders, and nothing that stays in one pair of hands', () => {
    expect(joiner?.takes.map(({ role, outside }) => [role, outside])).toEqual([[null, 'Cut the top']]);
    expect(joiner?.gives.map(({ role }) => role)).toEqual(['Electrician']);
    expect(joiner?.gives.some(({ role }) => role === joiner.role)).toBe(false);
    expect(joiner?.takes.some(({ role }) => role === joiner.role)).toBe(false);
  });

  it('is told on the charter of its team where it goes to somebody outside', () => {
    const { charters } = writeTeamCharters(ground);
    const told = JSON.stringify(charters);
    expect(told).toContain('Takes work from \\"Cut the top\\", done outside, 10 times a week.');
    expect(told).toContain('Hands work to \\"Cut the top\\", done outside, 10 times a week.');
  });
});

describe('who fills a role', () => {
  it('stands on the card of that role and of no other', () => {
    const role = plan.structure?.roles.find(({ name }) => name === cardWith('joinery')?.role);
    if (!role) throw new Error('no joiner');
    const [verdict] = judgeStaffing(plan.gate, [{ person: 'Di', role: role.key, reason: null }]);
    if (verdict?.kind !== 'AcceptedStaffing') throw new Error('Di was to be accepted');
    const { key, name } = role;
    const kept = [{ person: 'Di', role: { key, name }, because: verdict.because, revision: 1 }];
    const staffing = rejudgeStaffing(plan.gate, kept);
    const filled = writeRoleCards({ ...ground, plan: { ...plan, staffing } }).cards;
    expect(filled.flatMap((card) => card.filledBy.map(({ person }) => [card.role, person]))).toEqual([
      [name, 'Di'],
    ]);
    expect(filled.flatMap(({ filledBy }) => filledBy)[0]).toMatchObject({ role: name, stillStands: true });
  });
});

describe('a role card of a napkin without capabilities', () => {
  const bare = planNapkin(`stream Cake
demand: 6/week
sales:
Answer the enquiry @Helga 20m
Write the offer @Helga 30m
fulfilment:
Bake the layers @Helga 3h
`);
  const told = writeRoleCards({ plan: bare, revision: null, date: '2026-01-01' }).cards;

  it('does not repeat the names of its steps as what they need', () => {
    for (const { purpose } of told) expect(purpose).not.toMatch(/which needs? /);
    expect(cards.map(({ purpose }) => purpose).join(' ')).toMatch(/which needs? /);
  });

  it('tells in one sentence that several steps ask for their own activity', () => {
    for (const { steps, why } of told) {
      const own = why.filter((text) => /own activit/.test(text));
      expect(own).toHaveLength(1);
      for (const { step } of steps) expect(own[0]).toContain(`"${step}"`);
    }
    expect(told.some(({ steps }) => steps.length > 1)).toBe(true);
  });
});
