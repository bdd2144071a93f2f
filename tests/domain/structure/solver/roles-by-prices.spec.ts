import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadHighs } from '../../../../src/adapters/solver/index.js';
import { BUILT_IN_CATALOGUE } from '../../../../src/domain/capability/index.js';
import type { IntegerSolver } from '../../../../src/domain/structure/index.js';
import { buildProblem } from '../../../../src/domain/structure/solver/build-problem.js';
import { compareCost, totalCost } from '../../../../src/domain/structure/solver/cost.js';
import { fillRoles } from '../../../../src/domain/structure/solver/fill-roles.js';
import { rolesByPrices } from '../../../../src/domain/structure/solver/pricing/roles-by-prices.js';
import { groundOf } from '../../../support/stream-builder.js';
import { checked, limitsArbitrary, sketches } from '../../../support/stream-sketches.js';
import { infeasibilities } from '../../../support/structure-checker.js';

let solver: IntegerSolver;
beforeAll(async () => {
  solver = await loadHighs();
});

describe('roles sought by prices', () => {
  it('are feasible, hold every step once, and are only told where they are better than what was known', () => {
    let [tried, better] = [0, 0];
    fc.assert(
      fc.property(sketches(14), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE });
        const settled = checked(limits);
        const { problem } = buildProblem(ground, settled);
        const single = problem.atoms.map((_, at) => [at]);
        fc.pre(
          infeasibilities(
            ground,
            settled,
            problem.atoms.map(({ demands }) => demands),
          ).length === 0,
        );
        tried += 1;
        for (const known of [single, fillRoles(problem, 0)]) {
          const roles = rolesByPrices(problem, known, solver);
          if (roles.length === 0) continue;
          better += 1;
          expect([...roles.flat()].sort((a, b) => a - b)).toEqual(single.flat());
          const sets = roles.map((atoms) => atoms.flatMap((atom) => problem.atoms[atom]?.demands ?? []));
          expect(infeasibilities(ground, settled, sets)).toEqual([]);
          expect(compareCost(problem, totalCost(problem, roles), totalCost(problem, known))).toBeLessThan(0);
        }
      }),
      { numRuns: 60, seed: 17 },
    );
    expect(better).toBeGreaterThan(tried * 0.4);
  });

  it('fill positions nearly as well as their load allows, where single steps leave a lot of room', () => {
    const steps = Array.from({ length: 90 }, (_, at) => ({
      name: `zq ${at}`,
      hours: 5 + ((at * 7) % 11),
      needs: [`qz ${(at * 13) % 23}`],
    }));
    const ground = groundOf({ steps });
    const { problem } = buildProblem(ground, checked({ maxCapabilitiesPerRole: 3, maxPositionsPerRole: 1 }));
    const known = fillRoles(problem, 0);
    const roles = rolesByPrices(problem, known, solver);
    const positions = totalCost(problem, roles.length > 0 ? roles : known).positions;
    const least = Math.ceil(problem.atoms.reduce((sum, { load }) => sum + load, 0) / problem.capacity);
    expect(positions).toBeLessThanOrEqual(Math.ceil(least * 1.05));
  });
});
