import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadHighs } from '../../../../src/adapters/solver/index.js';
import { BUILT_IN_CATALOGUE } from '../../../../src/domain/capability/index.js';
import { proposeStructure } from '../../../../src/domain/structure/index.js';
import { keptInside } from '../../../../src/domain/structure/solver/bounds/connected-bound.js';
import { buildProblem } from '../../../../src/domain/structure/solver/build-problem.js';
import { fillRoles } from '../../../../src/domain/structure/solver/fill-roles.js';
import { mergeGreedily } from '../../../../src/domain/structure/solver/greedy-merge.js';
import { freeAndSolve } from '../../../../src/domain/structure/solver/neighbourhood/free-and-solve.js';
import type { RoleProblem } from '../../../../src/domain/structure/solver/role-problem.js';
import { judgePartition } from '../../../../src/domain/structure/solver/set-partition/judge-partition.js';
import { partitionByGoals } from '../../../../src/domain/structure/solver/set-partition/partition-by-goals.js';
import { EFFORTS } from '../../../../src/domain/structure/solver/solving.js';
import { groundOf } from '../../../support/stream-builder.js';
import { checked, limitsArbitrary, sketches } from '../../../support/stream-sketches.js';
import {
  bestByTryingAll,
  compareGoals,
  goalsOf,
  infeasibilities,
} from '../../../support/structure-checker.js';

const solver = await loadHighs();
/** Small streams are drawn by the thousand elsewhere; a full run takes the number from here. */
const RUNS = Number(process.env['STRUCTURE_RUNS'] ?? 120);

function setsOf(problem: RoleProblem, roles: readonly (readonly number[])[]): number[][] {
  return roles.map((atoms) => atoms.flatMap((atom) => problem.atoms[atom]?.demands ?? []));
}

describe('set partitioning over all feasible roles', () => {
  it('finds what trying all structures finds, goal by goal, and never a bound above it', () => {
    let [tried, proven] = [0, 0];
    fc.assert(
      fc.property(sketches(6), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE });
        fc.pre(ground.demands.length <= 7 && ground.demands.length > 0);
        fc.pre(proposeStructure(ground, limits).kind === 'StructureProposal');
        const settled = checked(limits);
        const { problem } = buildProblem(ground, settled);
        tried += 1;
        const found = partitionByGoals(problem, mergeGreedily(problem), solver, EFFORTS.THOROUGH);
        expect(found).not.toBeNull();
        if (!found) return;
        const { roles, levels } = judgePartition(problem, found);
        const sets = setsOf(problem, roles);
        expect(infeasibilities(ground, settled, sets)).toEqual([]);
        const goals = goalsOf(ground, settled, sets);
        const { best } = bestByTryingAll(ground, settled);
        expect(compareGoals(goals, best)).toBeGreaterThanOrEqual(0);
        expect(levels.positions.lowerBound).toBeLessThanOrEqual(best[0]);
        expect(levels.handOffs.lowerBound / problem.scale).toBeLessThanOrEqual(best[1] + 1e-5);
        expect(levels.fragmentation.lowerBound).toBeLessThanOrEqual(best[2]);
        expect(levels.unevenness.lowerBound).toBeLessThanOrEqual(best[3] + 1e-6);
        if (problem.uncertainWeight > 0) return;
        proven += 1;
        expect(Object.values(levels).every((level) => level.proven)).toBe(true);
        expect(compareGoals(goals, best)).toBe(0);
      }),
      { numRuns: RUNS, seed: 41 },
    );
    expect(proven).toBeGreaterThan(tried / 2);
  });
});

describe('freeing some roles and solving them anew', () => {
  it('keeps every limit and is never worse than before', () => {
    fc.assert(
      fc.property(sketches(9), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf(sketch);
        fc.pre(proposeStructure(ground, limits).kind === 'StructureProposal');
        const settled = checked(limits);
        const { problem } = buildProblem(ground, settled);
        fc.pre(problem.uncertainWeight === 0);
        const before = fillRoles(problem, 0);
        const after = setsOf(
          problem,
          freeAndSolve(problem, before, solver, 4).map((atoms) => [...atoms]),
        );
        expect(infeasibilities(ground, settled, after)).toEqual([]);
        const goals = goalsOf(ground, settled, after);
        const old = goalsOf(ground, settled, setsOf(problem, before));
        expect(compareGoals([goals[0], goals[1], 0, 0], [old[0], old[1], 0, 0])).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60, seed: 53 },
    );
  });
});

describe('roles filled one by one', () => {
  it('hold every demand once and keep every limit', () => {
    fc.assert(
      fc.property(sketches(9), limitsArbitrary, fc.constantFrom(0, 0.05), (sketch, limits, room) => {
        const ground = groundOf(sketch);
        fc.pre(proposeStructure(ground, limits).kind === 'StructureProposal');
        const settled = checked(limits);
        const { problem } = buildProblem(ground, settled);
        const sets = setsOf(problem, fillRoles(problem, room));
        expect(sets.flat().sort((a, b) => a - b)).toEqual(ground.demands.map((_, at) => at));
        expect(infeasibilities(ground, settled, sets)).toEqual([]);
      }),
      { numRuns: 150, seed: 43 },
    );
  });
});

describe('the bound from connected parts', () => {
  it('is never above the fewest hand-offs of any structure', () => {
    let [tried, tight] = [0, 0];
    fc.assert(
      fc.property(sketches(6), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf(sketch);
        fc.pre(ground.demands.length <= 7 && ground.demands.length > 0);
        fc.pre(proposeStructure(ground, limits).kind === 'StructureProposal');
        const settled = checked(limits);
        const { problem } = buildProblem(ground, settled);
        tried += 1;
        const kept = keptInside(problem, solver, 10_000)?.most ?? null;
        expect(kept).not.toBeNull();
        const bound = (problem.totalWeight - problem.uncertainWeight - (kept ?? 0)) / problem.scale;
        const { fewestHandOffs } = bestByTryingAll(ground, settled);
        expect(bound).toBeLessThanOrEqual(fewestHandOffs + 1e-5);
        if (bound > fewestHandOffs - 1e-5) tight += 1;
      }),
      { numRuns: RUNS, seed: 47 },
    );
    expect(tight).toBeGreaterThan(tried / 2);
  });
});
