import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS, type StructureLimits } from '../../../src/domain/structure/index.js';
import { groundOf } from '../../support/stream-builder.js';
import { violationsOf } from '../../support/structure-checker.js';
import { proposalOf } from '../../support/structure-of.js';

/** Role design instances with proven optima: load in positions, so much as one position may carry. */
interface Instance {
  readonly n: number;
  readonly breadthMax: number;
  readonly load: readonly number[];
  readonly requires: readonly (readonly number[])[];
  readonly force: readonly number[];
  readonly handoffs: readonly (readonly [number, number, number])[];
  readonly segregated: readonly (readonly [number, number])[];
  readonly proven: { readonly minRoles?: number; readonly minHandoffWeightAtMinRoles?: number };
}

const folder = new URL('../../../../shared/truths/optimisation/roles/', import.meta.url);
const here = existsSync(folder);
const POSITION = 40 * 0.85 * 0.85;

function proposed(size: number) {
  const instance = JSON.parse(readFileSync(new URL(`synthetic_${size}.json`, folder), 'utf8')) as Instance;
  const name = (at: number): string => `zq ${at}`;
  const limits: StructureLimits = {
    maxCapabilitiesPerRole: instance.breadthMax,
    maxPositionsPerRole: 1,
    oneForcePerRole: true,
  };
  const ground = groundOf({
    steps: instance.load.map((load, at) => ({
      name: name(at),
      hours: load * POSITION,
      needs: (instance.requires[at] ?? []).map((capability) => `qz ${capability}`),
      force: instance.force[at] === 0 ? ('SALES' as const) : ('FULFILMENT' as const),
    })),
    ways: instance.handoffs.map(([from, to, weight]) => [name(from), name(to), weight] as const),
    apart: instance.segregated.map(([a, b]) => [name(a), name(b)]),
    demandPerWeek: 1,
  });
  return { ground, limits, instance, proposal: proposalOf(ground, limits) };
}

/** Skipped where the folder of published instances is not beside the project. */
(here ? describe : describe.skip)('published role design instances', () => {
  it.each([12, 20, 30, 40, 60, 100])(
    'of %i steps are answered feasibly, near the optimum, with bounds below it',
    (size) => {
      const { ground, limits, instance, proposal } = proposed(size);
      const checked = {
        ...DEFAULT_LIMITS,
        maxCapabilitiesPerRole: 3,
        maxPositionsPerRole: 1,
        oneForcePerRole: true,
        breadthIsDefault: false,
      };
      expect(limits.maxCapabilitiesPerRole).toBe(checked.maxCapabilitiesPerRole);
      expect(violationsOf(ground, checked, proposal)).toEqual([]);
      const [positions, handOffs] = proposal.objectives;
      const { minRoles = 0, minHandoffWeightAtMinRoles = 0 } = instance.proven;
      expect(positions?.lowerBound).toBeLessThanOrEqual(minRoles);
      expect(positions?.value).toBeGreaterThanOrEqual(minRoles);
      expect(positions?.value).toBeLessThanOrEqual(Math.ceil(minRoles * 1.25));
      if (positions?.proven === true)
        expect(handOffs?.lowerBound).toBeLessThanOrEqual(minHandoffWeightAtMinRoles + 1e-6);
      if (positions?.value === minRoles)
        expect(handOffs?.value).toBeGreaterThanOrEqual(minHandoffWeightAtMinRoles - 1e-6);
    },
  );
});
