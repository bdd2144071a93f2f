import { describe, expect, it } from '@jest/globals';
import { withoutRole, type RoleKey } from '../../../src/domain/index.js';
import { acceptedIn, planNapkin, wish } from '../../support/planned-napkin.js';

const NAPKIN = `stream Roof leak to dry roof
customer: Tenant
owner: Ada
demand: 10/week
sales:
Take the call @Bo 15m {call handling}
Look at the roof @Cy 1h {roof survey, photography}
Price the repair @Cy 30m {estimating} asks Bo
fulfilment:
Mend the roof @Di x2 4h {roofing} tells Bo
Order slates @Di 20m {purchasing}
Photograph the mended roof @Di {photography}
person Bo 30h {call handling, estimating}
`;

describe('what if a role went', () => {
  const plan = planNapkin(NAPKIN);
  const roleAt = (step: string) => {
    const role = plan.structure?.roles.find(({ steps }) => steps.some((key) => key === step));
    if (!role) throw new Error(`no role at ${step}`);
    return role;
  };
  const gone = (key: string) => withoutRole(plan.gate, key as RoleKey);

  it('tells every step that it leaves, its hours, and who could carry it', () => {
    const role = roleAt('price-the-repair');
    const result = gone(role.key);
    expect(result?.role.key).toBe(role.key);
    const left = result?.steps.map(({ step }) => step.key) ?? [];
    expect(left).toEqual(role.steps);
    const pricing = result?.steps.find(({ step }) => step.key === 'price-the-repair');
    expect(pricing?.open.map(({ people }) => people)).toEqual([['Bo']]);
    expect(result?.hoursPerWeek.value).toBeCloseTo(role.hoursPerWeek.value ?? 0, 9);
  });

  it('passes each letter on to whoever would have it then, or to nobody', () => {
    for (const role of plan.structure?.roles ?? []) {
      const own = (plan.matrix?.rows ?? []).flatMap(({ cells }) => cells.filter((c) => c.role === role.key));
      const result = gone(role.key);
      expect(result?.letters.map(({ cell }) => cell)).toEqual(own);
      for (const { then } of result?.letters ?? []) expect(then).not.toContain(role.name);
    }
  });

  it('leaves no step to nobody where somebody was accepted for it', () => {
    const role = roleAt('price-the-repair');
    const assignments = acceptedIn(plan, [wish('Bo', 'R', 'Price the repair')]);
    expect(assignments).toHaveLength(1);
    const kept = planNapkin(NAPKIN, { assignments });
    const result = withoutRole(kept.gate, role.key);
    expect(result?.steps.map(({ step }) => step.key)).not.toContain('price-the-repair');
  });

  it('tells which accepted responsibilities would lose their reason', () => {
    const role = roleAt('order-slates');
    const assignments = acceptedIn(plan, [wish(role.name, 'C', 'Price the repair')]);
    const kept = planNapkin(NAPKIN, { assignments });
    const lost = withoutRole(kept.gate, role.key)?.lost ?? [];
    expect(lost.map(({ assignment }) => assignment.holder)).toEqual(assignments.map(({ holder }) => holder));
  });

  it('says at least where a step is not measured, and knows no role that is not there', () => {
    const photos = roleAt('photograph-the-mended-roof');
    expect(gone(photos.key)?.hoursPerWeek.atLeast).toBe(true);
    expect(gone('nobody')).toBeNull();
  });
});
