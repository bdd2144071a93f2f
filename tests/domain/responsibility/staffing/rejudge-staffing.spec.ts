import { describe, expect, it } from '@jest/globals';
import {
  judgeStaffing,
  rejudgeStaffing,
  standingStaff,
  type GateContext,
  type StaffingAssignment,
} from '../../../../src/domain/responsibility/index.js';
import { gateContext, type GateSketch } from '../../../support/gate-builder.js';

const SHOP: GateSketch = {
  name: 'Order to cake',
  steps: [
    { name: 'Price the cake', needs: ['costing'], hours: 4 },
    { name: 'Release the price', needs: ['margin control'], hours: 1, approves: ['Price the cake'] },
    { name: 'Bake it', needs: ['baking'], hours: 30 },
  ],
  roles: { Seller: ['Price the cake'], Controller: ['Release the price'], Baker: ['Bake it'] },
  people: [
    { name: 'Noor', hours: 24, can: ['costing', 'margin control'] },
    { name: 'Bram', hours: 40, can: ['baking'] },
  ],
};
const context = gateContext(SHOP);

function kept(at: GateContext, ...pairs: readonly (readonly [string, string])[]): StaffingAssignment[] {
  return pairs.flatMap(([person, role]) => {
    const [verdict] = judgeStaffing(at, [{ person, role, reason: null }]);
    if (verdict?.kind !== 'AcceptedStaffing') throw new Error(`${person} was to be accepted as ${role}.`);
    const name = at.structure?.roles.find(({ key }) => key === verdict.role)?.name ?? '';
    return [{ person, role: { key: verdict.role, name }, because: verdict.because, revision: 1 }];
  });
}

describe('people in roles, judged again', () => {
  it('stand where the stream still demands what they bring', () => {
    const judged = rejudgeStaffing(context, kept(context, ['Bram', 'Baker']));
    expect(judged).toMatchObject([{ stillJustified: true, lost: [], hoursPerWeek: 30 }]);
    expect(standingStaff(judged)).toEqual([{ person: 'Bram', role: judged[0]?.role, reason: null }]);
  });

  it('lose their reason with the step, the capability or the person, and say which', () => {
    const staff = kept(context, ['Bram', 'Baker']);
    const [, , bake] = SHOP.steps;
    const licensed = gateContext({
      ...SHOP,
      steps: [...SHOP.steps.slice(0, 2), { ...bake, name: 'Bake it', needs: ['baking', 'icing 4'] }],
    });
    const gone = gateContext({ ...SHOP, people: SHOP.people?.slice(0, 1) ?? [] });
    expect(rejudgeStaffing(licensed, staff)[0]?.lost.map(({ code }) => code)).toEqual([
      'HOLDER_LACKS_CAPABILITY',
    ]);
    expect(rejudgeStaffing(gone, staff)[0]).toMatchObject({ role: null, lost: [{ code: 'UNKNOWN_HOLDER' }] });
  });

  it('of two that exclude each other by now, the earlier one stands', () => {
    const open = gateContext({ ...SHOP, steps: SHOP.steps.map((step) => ({ ...step, approves: [] })) });
    const staff = kept(open, ['Noor', 'Controller'], ['Noor', 'Seller']);
    expect(rejudgeStaffing(open, staff).map(({ stillJustified }) => stillJustified)).toEqual([true, true]);
    const judged = rejudgeStaffing(context, staff);
    expect(judged.map(({ stillJustified }) => stillJustified)).toEqual([true, false]);
    expect(judged[1]?.lost.map(({ code }) => code)).toEqual(['DUTIES_MUST_STAY_APART']);
  });

  it('are found by the key of their role, and by its name where the key is gone', () => {
    const [staffing] = kept(context, ['Bram', 'Baker']);
    if (!staffing) throw new Error('Bram bakes.');
    const renamed = { ...staffing, role: { ...staffing.role, name: 'Oven hand' } };
    const rekeyed = { ...staffing, role: { key: 'gone' as typeof staffing.role.key, name: 'baker' } };
    for (const one of [renamed, rekeyed])
      expect(rejudgeStaffing(context, [one])[0]?.stillJustified).toBe(true);
  });
});
