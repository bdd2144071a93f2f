import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadHighs } from '../../../../src/adapters/solver/index.js';
import { DEFAULT_LIMITS, proposeStructure } from '../../../../src/domain/structure/index.js';
import { groundOf } from '../../../support/stream-builder.js';
import { violationsOf } from '../../../support/structure-checker.js';
import { asProposal } from '../../../support/structure-of.js';

interface Instance {
  readonly breadthMax: number;
  readonly load: readonly number[];
  readonly requires: readonly (readonly number[])[];
  readonly force: readonly number[];
  readonly handoffs: readonly (readonly [number, number, number])[];
  readonly segregated: readonly (readonly [number, number])[];
  readonly proven: { readonly minRoles: number; readonly minHandoffWeightAtMinRoles: number };
}

const folder = new URL('../../../../../shared/truths/optimisation/roles/', import.meta.url);
const here = existsSync(folder);
const POSITION = 40 * 0.85 * 0.85;
const solver = await loadHighs();

function proposed(size: number) {
  const instance = JSON.parse(readFileSync(new URL(`synthetic_${size}.json`, folder), 'utf8')) as Instance;
  const name = (at: number): string => `zq ${at}`;
  const limits = {
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
  const propose = () => asProposal(proposeStructure(ground, limits, { solver, effort: 'THOROUGH' }));
  return { ground, limits, instance, propose };
}

/** Skipped where the folder of published instances is not beside the project. */
(here ? describe : describe.skip)('published role design instances, with a solver', () => {
  it.each([12, 20, 30, 40, 60])(
    'of %i steps are proved best at every goal, with the published values',
    (size) => {
      const { ground, limits, instance, propose } = proposed(size);
      const proposal = propose();
      expect(
        violationsOf(ground, { ...DEFAULT_LIMITS, ...limits, breadthIsDefault: false }, proposal),
      ).toEqual([]);
      const [positions, handOffs] = proposal.objectives;
      expect(proposal.provenOptimal).toBe(true);
      expect(positions?.value).toBe(instance.proven.minRoles);
      expect(handOffs?.value).toBeCloseTo(instance.proven.minHandoffWeightAtMinRoles, 6);
    },
    120_000,
  );

  it('have the same answer every time, byte for byte', () => {
    const { propose } = proposed(30);
    expect(JSON.stringify(propose())).toBe(JSON.stringify(propose()));
  });
});
