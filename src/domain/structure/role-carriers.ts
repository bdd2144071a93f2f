import type { WorkCarrier } from '../metrics/index.js';
import type { StepKey } from '../shared/index.js';
import type { Role } from './role.js';

/**
 * Roles as carriers of work. Where several roles share a step, each carries as much of it as it carries of its demands;
 * the people of a role are its positions.
 */
export function roleCarriers(roles: readonly Role[]): readonly WorkCarrier[] {
  const demanded = new Map<StepKey, number>();
  for (const { demands } of roles)
    for (const { step } of demands) demanded.set(step, (demanded.get(step) ?? 0) + 1);
  return roles.map(({ name, positions, steps, demands }) => {
    const people = Math.max(1, positions ?? 1);
    const own = new Map<StepKey, number>();
    for (const { step } of demands) own.set(step, (own.get(step) ?? 0) + 1);
    const parts = steps.map((step) => {
      const together = (own.get(step) ?? 0) / Math.max(1, demanded.get(step) ?? 1);
      return { step, together, each: together / people };
    });
    return { name, people, hoursPerWeek: null, parts };
  });
}
