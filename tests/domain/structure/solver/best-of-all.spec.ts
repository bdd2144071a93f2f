import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWithin, NO_CEILING, type Ceiling } from '../../../../src/domain/structure/solver/ceiling.js';
import { independentSets } from '../../../../src/domain/structure/solver/components.js';
import { totalCost } from '../../../../src/domain/structure/solver/cost.js';
import { evenestPartition } from '../../../../src/domain/structure/solver/evenest-partition.js';
import { bestPartition, solveExactly } from '../../../../src/domain/structure/solver/exact-partition.js';
import type { RoleProblem } from '../../../../src/domain/structure/solver/role-problem.js';
import { solveRoles } from '../../../../src/domain/structure/solver/solve-roles.js';
import {
  bestOf,
  byGoals,
  idsOf,
  inOrder,
  plainCost,
  setsOf,
  smallProblems,
  structuresOf,
} from '../../../support/small-problem.js';

const problems = smallProblems(6, 6);
/** Which of all structures sets the ceiling, and which goals it limits. */
const picks = fc.record({
  problem: problems,
  at: fc.nat({ max: 1000 }),
  limits: fc.subarray(['positions', 'saved', 'holdings'] as const, { minLength: 1 }),
});

/** Highest less lowest utilisation of the roles. */
function spreadOf(problem: RoleProblem, roles: readonly (readonly number[])[]): number {
  const used = roles.map((set) => {
    const load = set.reduce((sum, atom) => sum + (problem.atoms[atom]?.load ?? 0), 0);
    return load / ((plainCost(problem, set)?.positions ?? 1) * problem.capacity);
  });
  return Math.max(...used) - Math.min(...used);
}

describe('a structure that is solved exactly', () => {
  it('is the best of all, with the goals in any order', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = bestOf(problem, structuresOf(problem));
        const table = solveExactly(problem, idsOf(problem), Infinity);
        expect(table?.cost).toEqual(best);
        const roles = table ? bestPartition(table) : [];
        expect(inOrder(roles)).toEqual(idsOf(problem));
        expect(totalCost(problem, roles)).toEqual(best);
      }),
      { numRuns: 60, seed: 21 },
    );
  });

  it('is the best of those that keep a ceiling, and none where none keeps it', () => {
    fc.assert(
      fc.property(picks, ({ problem, at, limits }) => {
        const all = structuresOf(problem);
        const picked = all[at % all.length]?.cost;
        if (!picked) return;
        const ceiling: Ceiling = {
          ...NO_CEILING,
          ...Object.fromEntries(limits.map((goal) => [goal, picked[goal]])),
        };
        const within = all.filter(({ cost }) => isWithin(ceiling, cost));
        const best = bestOf(problem, within);
        const table = solveExactly(problem, idsOf(problem), Infinity, ceiling);
        expect(table?.cost).toEqual(best);
        expect(totalCost(problem, table ? bestPartition(table) : [])).toEqual(best);
        const none = { ...ceiling, positions: 0 };
        expect(solveExactly(problem, idsOf(problem), Infinity, none)).toBeNull();
      }),
      { numRuns: 60, seed: 22 },
    );
  });

  it('is loaded most evenly of those that are best, and has the fewest roles of those', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const all = structuresOf(problem);
        const best = bestOf(problem, all);
        const table = solveExactly(problem, idsOf(problem), Infinity);
        if (!table || !best) return;
        const { roles, proven } = evenestPartition([table]);
        const equals = all.filter(({ cost }) => byGoals(problem)(cost, best) === 0);
        const spreads = equals.map((one) => spreadOf(problem, one.roles));
        const least = Math.min(...spreads);
        expect(proven).toBe(true);
        expect(spreadOf(problem, roles)).toBeCloseTo(least, 9);
        const fewest = equals
          .filter((_, at) => (spreads[at] ?? 1) < least + 1e-12)
          .map((one) => one.roles.length);
        expect(roles.length).toBe(Math.min(...fewest));
      }),
      { numRuns: 60, seed: 23 },
    );
  });

  it('is what is answered for a few steps, with every goal at its bound as far as that can be known', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = bestOf(problem, structuresOf(problem));
        const { roles, levels } = solveRoles(problem);
        expect(totalCost(problem, roles)).toEqual(best);
        expect(levels.positions.value).toBe(best?.positions);
        expect(levels.handOffs.value).toBe(problem.totalWeight - (best?.saved ?? 0));
        if (problem.uncertainWeight > 0) return;
        expect(Object.values(levels).map(({ proven }) => proven)).toEqual([true, true, true, true]);
      }),
      { numRuns: 60, seed: 24 },
    );
  });
});

describe('what no role reaches across', () => {
  it('is told apart only where no role that is allowed holds some of both', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const sets = independentSets(problem);
        expect(inOrder(sets)).toEqual(idsOf(problem));
        const setOf = new Map(sets.flatMap((set, at) => set.map((atom) => [atom, at] as const)));
        const allowed = setsOf(problem.atoms.length).filter((set) => plainCost(problem, set) !== null);
        for (const role of allowed) expect(new Set(role.map((atom) => setOf.get(atom))).size).toBe(1);
      }),
      { numRuns: 60, seed: 31 },
    );
  });

  it('is told apart wherever not even two of them may be in one role', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const may = (a: number, b: number): boolean => a === b || plainCost(problem, [a, b]) !== null;
        const wide = { ...problem, maxCapabilities: 99 };
        const loose = (a: number, b: number): boolean => may(a, b) || plainCost(wide, [a, b]) !== null;
        for (const set of independentSets(problem)) {
          const [first, ...others] = set;
          if (first === undefined) continue;
          const reached = new Set([first]);
          for (const one of reached) for (const other of others) if (loose(one, other)) reached.add(other);
          expect(reached.size).toBe(set.length);
        }
      }),
      { numRuns: 60, seed: 32 },
    );
  });
});
