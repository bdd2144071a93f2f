import { describe, expect, it } from '@jest/globals';
import { assessStaffing, gatherStaff, withStaff } from '../../../src/domain/people/index.js';
import { judgeStaffing as judge } from '../../../src/domain/responsibility/index.js';
import { planOf } from '../chart/plan-of.js';
import { member } from './staff-case.js';

/** One role of 54 h a week: 1.4 of a full position. */
const SHOP = `stream Order to parcel
demand: 27/week
sales:
Take the order @Ida 1h {order taking}
fulfilment:
Pack the parcel @Ida 1h {order taking}
`;
const plan = planOf(SHOP);
const packer = plan.structure?.roles[0];

function sharedBy(people: readonly (readonly [name: string, hours: number | null])[]) {
  const staff = people.map(([name, hours]) => member(name, ['order taking'], { hours }));
  return { staff, suggestion: assessStaffing(plan.gate, staff).suggestion };
}

describe('a role that needs more than one and less than two', () => {
  it('takes two positions', () => {
    expect([packer?.positions, packer?.hoursPerWeek.value]).toEqual([2, 54]);
  });

  it('is shared by as few people of few hours as have them together', () => {
    const { suggestion } = sharedBy([
      ['Ann', 20],
      ['Bea', 20],
      ['Cid', 18],
      ['Dot', 4],
    ]);
    expect(suggestion?.shared).toEqual([
      {
        role: packer?.key,
        hoursPerWeek: 54,
        share: 18,
        people: [
          { person: 'Cid', hoursPerWeek: 18 },
          { person: 'Ann', hoursPerWeek: 20 },
          { person: 'Bea', hoursPerWeek: 20 },
        ],
      },
    ]);
  });

  it('takes no more people than it has shares, however many could', () => {
    const { suggestion } = sharedBy(['Ann', 'Bea', 'Cid', 'Dot'].map((name) => [name, 20] as const));
    const [shared] = suggestion?.shared ?? [];
    expect(shared?.people).toHaveLength(3);
    expect(shared?.share).toBe(18);
  });

  it('keeps those who stand there already, and adds who is missing', () => {
    const { suggestion } = sharedBy([
      ['Ann', 40],
      ['Bea', 20],
      ['Cid', 19],
    ]);
    expect(suggestion?.places.map(({ person }) => person)).toEqual(['Ann']);
    expect(suggestion?.shared[0]?.people.map(({ person }) => person)).toEqual(['Ann', 'Cid', 'Bea']);
  });

  it('is shared by nobody where the hours do not suffice, or nobody has told them', () => {
    expect(
      sharedBy([
        ['Ann', 20],
        ['Bea', 10],
      ]).suggestion?.shared,
    ).toEqual([]);
    expect(
      sharedBy([
        ['Ann', null],
        ['Bea', null],
      ]).suggestion?.shared,
    ).toEqual([]);
  });

  it('is offered only to groups that the gate accepts together', () => {
    const { staff, suggestion } = sharedBy([
      ['Ann', 18],
      ['Bea', 18],
      ['Cid', 18],
      ['Dot', 18],
    ]);
    const gate = withStaff(plan.gate, gatherStaff(plan.stream, staff).members);
    for (const { role, people } of suggestion?.shared ?? []) {
      const wishes = people.map(({ person }) => ({ person, role, reason: null }));
      expect(judge(gate, wishes).map(({ kind }) => kind)).toEqual(people.map(() => 'AcceptedStaffing'));
    }
    expect(suggestion?.shared).toHaveLength(1);
  });
});
