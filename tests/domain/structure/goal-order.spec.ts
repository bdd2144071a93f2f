import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadHighs } from '../../../src/adapters/solver/index.js';
import { BUILT_IN_CATALOGUE } from '../../../src/domain/capability/index.js';
import {
  proposeStructure,
  structureFront,
  type StructureGoal,
  type StructureProposal,
} from '../../../src/domain/structure/index.js';
import { buildProblem } from '../../../src/domain/structure/solver/build-problem.js';
import { improve } from '../../../src/domain/structure/solver/improve.js';
import { isWithin, NO_CEILING } from '../../../src/domain/structure/solver/ceiling.js';
import { totalCost } from '../../../src/domain/structure/solver/cost.js';
import { mergeGreedily } from '../../../src/domain/structure/solver/greedy-merge.js';
import { freeAndSolve } from '../../../src/domain/structure/solver/neighbourhood/free-and-solve.js';
import { judgePartition } from '../../../src/domain/structure/solver/set-partition/judge-partition.js';
import { partitionByGoals } from '../../../src/domain/structure/solver/set-partition/partition-by-goals.js';
import { EFFORTS } from '../../../src/domain/structure/solver/solving.js';
import { groundOf } from '../../support/stream-builder.js';
import { checked, limitsArbitrary, sketches } from '../../support/stream-sketches.js';
import {
  bestInOrder,
  compareGoals,
  goalsOf,
  goalsOfAll,
  infeasibilities,
  violationsOf,
  type GoalOrder,
  type Goals,
} from '../../support/structure-checker.js';

const solver = await loadHighs();
/** Small streams are drawn by the thousand elsewhere; a full run takes the number from here. */
const RUNS = Number(process.env['STRUCTURE_RUNS'] ?? 60);
const NAMES: readonly StructureGoal[] = ['POSITIONS', 'HAND_OFFS', 'FRAGMENTATION'];
const ORDERS: readonly GoalOrder[] = [
  [0, 1, 2, 3],
  [0, 2, 1, 3],
  [1, 0, 2, 3],
  [1, 2, 0, 3],
  [2, 0, 1, 3],
  [2, 1, 0, 3],
];

function namesOf(order: GoalOrder): StructureGoal[] {
  return order.slice(0, 3).flatMap((goal) => NAMES[goal] ?? []);
}

/** The goals as a proposal tells them, in the usual order. */
function toldBy(proposal: StructureProposal): Goals {
  const value = (goal: string): number => proposal.objectives.find(({ name }) => name === goal)?.value ?? NaN;
  return [value('positions'), value('hand-offs'), value('fragmentation'), value('unevenness')];
}

describe('goals in any order', () => {
  it('are reached as well as by any structure, and no bound of the first is above the best', () => {
    let [tried, proven] = [0, 0];
    fc.assert(
      fc.property(sketches(5), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE });
        fc.pre(ground.demands.length <= 7 && ground.demands.length > 0);
        fc.pre(proposeStructure(ground, limits).kind === 'StructureProposal');
        const settled = checked(limits);
        const all = goalsOfAll(ground, settled);
        tried += 1;
        for (const order of ORDERS) {
          const proposal = proposeStructure(ground, { ...limits, goals: namesOf(order) });
          if (proposal.kind !== 'StructureProposal') throw new Error(proposal.kind);
          expect(violationsOf(ground, settled, proposal)).toEqual([]);
          const best = bestInOrder(all, order);
          const first = proposal.objectives[0];
          expect(first?.lowerBound).toBeLessThanOrEqual((best[order[0]] ?? 0) + 1e-6);
          expect(compareGoals(toldBy(proposal), best, order)).toBeGreaterThanOrEqual(0);
          if (!proposal.provenOptimal) continue;
          proven += 1;
          expect(compareGoals(toldBy(proposal), best, order)).toBe(0);
        }
      }),
      { numRuns: RUNS, seed: 101 },
    );
    expect(proven).toBeGreaterThan(tried * 2);
  });

  it('are reached by set partitioning too, level by level', () => {
    fc.assert(
      fc.property(sketches(5), limitsArbitrary, fc.constantFrom(...ORDERS), (sketch, limits, order) => {
        const ground = groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE });
        fc.pre(ground.demands.length <= 7 && ground.demands.length > 0);
        const asked = { ...limits, goals: namesOf(order) };
        fc.pre(proposeStructure(ground, asked).kind === 'StructureProposal');
        const settled = { ...checked(limits), goals: asked.goals };
        const { problem } = buildProblem(ground, settled);
        fc.pre(problem.uncertainWeight === 0);
        const found = partitionByGoals(problem, mergeGreedily(problem), solver, EFFORTS.THOROUGH);
        if (!found) throw new Error('nothing found');
        const { roles, levels } = judgePartition(problem, found);
        const sets = roles.map((atoms) => atoms.flatMap((atom) => problem.atoms[atom]?.demands ?? []));
        expect(infeasibilities(ground, settled, sets)).toEqual([]);
        const best = bestInOrder(goalsOfAll(ground, settled), order);
        expect(compareGoals(goalsOf(ground, settled, sets), best, order)).toBe(0);
        expect(Object.values(levels).every((level) => level.proven)).toBe(true);
      }),
      { numRuns: RUNS, seed: 103 },
    );
  });

  it('give way by the share that was said, with and without a solver', () => {
    fc.assert(
      fc.property(
        sketches(5),
        fc.constantFrom(...ORDERS),
        fc.constantFrom(0, 0.25, 0.5, 1),
        fc.constantFrom(0, 0.5),
        fc.boolean(),
        (sketch, order, share, second, isSolved) => {
          const ground = groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE });
          fc.pre(ground.demands.length <= 7 && ground.demands.length > 0);
          const [a = 'POSITIONS', b = 'HAND_OFFS'] = namesOf(order);
          const asked = { goals: namesOf(order), relax: { [a]: share, [b]: second } };
          const solving = { solver: isSolved ? solver : null, effort: 'QUICK' as const };
          const proposal = proposeStructure(ground, asked, solving);
          fc.pre(proposal.kind === 'StructureProposal');
          if (proposal.kind !== 'StructureProposal') return;
          const settled = checked({});
          expect(violationsOf(ground, settled, proposal)).toEqual([]);
          fc.pre(buildProblem(ground, { ...settled, goals: asked.goals }).problem.uncertainWeight === 0);
          const shares = [0, 0, 0, 0];
          [shares[order[0]], shares[order[1]]] = [share, second];
          const best = bestInOrder(goalsOfAll(ground, settled), order, shares);
          const last = order[2];
          expect(toldBy(proposal)[last]).toBeCloseTo(best[last] ?? 0, 5);
        },
      ),
      { numRuns: RUNS, seed: 107 },
    );
  });

  it('are refused where they cannot be meant, with what would be legal', () => {
    const ground = groundOf({ steps: [{ name: 'a', hours: 3, needs: ['billing'] }] });
    const said = (asked: Parameters<typeof proposeStructure>[1]): string => {
      const answer = proposeStructure(ground, asked);
      return answer.kind === 'LimitsContradict' ? answer.message : answer.kind;
    };
    expect(said({ goals: ['UNEVENNESS', 'POSITIONS'] })).toMatch(/UNEVENNESS can only be the last/);
    expect(said({ goals: ['POSITIONS', 'POSITIONS'] })).toMatch(/each goal may be named once/);
    expect(said({ relax: { POSITIONS: 1.5 } })).toMatch(/at least 0 and at most 1/);
    expect(said({ goals: ['HAND_OFFS'] })).toBe('StructureProposal');
  });
});

describe('a ceiling', () => {
  it('is kept by every step of the search', () => {
    fc.assert(
      fc.property(sketches(9), limitsArbitrary, fc.nat({ max: 3 }), (sketch, limits, room) => {
        const ground = groundOf(sketch);
        fc.pre(proposeStructure(ground, limits).kind === 'StructureProposal');
        const settled = { ...checked(limits), goals: ['HAND_OFFS' as const] };
        const { problem } = buildProblem(ground, settled);
        const start = mergeGreedily({ ...problem, order: ['POSITIONS', 'HAND_OFFS', 'FRAGMENTATION'] });
        const positions = totalCost(problem, start).positions + room;
        const ceiling = { ...NO_CEILING, positions };
        const improved = improve(problem, start, ceiling).roles;
        const freed = freeAndSolve(problem, improved, solver, 3, ceiling);
        for (const roles of [improved, freed]) {
          expect(isWithin(ceiling, totalCost(problem, roles))).toBe(true);
          const sets = roles.map((atoms) => atoms.flatMap((atom) => problem.atoms[atom]?.demands ?? []));
          expect(infeasibilities(ground, settled, sets)).toEqual([]);
        }
        const saved = [start, improved, freed].map((roles) => totalCost(problem, roles).saved);
        expect(saved).toEqual([...saved].sort((a, b) => a - b));
      }),
      { numRuns: RUNS, seed: 109 },
    );
  });
});

describe('the choice between fewest people and fewest hand-offs', () => {
  it('holds exactly the structures that no other beats in both', () => {
    let several = 0;
    fc.assert(
      fc.property(sketches(6), limitsArbitrary, (sketch, limits) => {
        const ground = groundOf({ ...sketch, catalogue: BUILT_IN_CATALOGUE });
        fc.pre(ground.demands.length <= 7 && ground.demands.length > 0);
        const front = structureFront(ground, limits);
        fc.pre(front.kind === 'StructureFront');
        if (front.kind !== 'StructureFront') return;
        const settled = checked(limits);
        for (const { proposal } of front.alternatives)
          expect(violationsOf(ground, settled, proposal)).toEqual([]);
        fc.pre(front.complete);
        const all = goalsOfAll(ground, settled);
        const beaten = (a: Goals): boolean =>
          all.some((b) => b[0] <= a[0] && b[1] <= a[1] + 1e-6 && (b[0] < a[0] || b[1] < a[1] - 1e-6));
        const best = new Set(all.filter((goals) => !beaten(goals)).map((goals) => goals[0]));
        expect(front.alternatives.map(({ positions }) => positions)).toEqual([...best].sort((a, b) => a - b));
        for (const { positions, handOffsPerWeek, proven } of front.alternatives) {
          const same = all.filter((goals) => goals[0] === positions);
          const fewest = same.reduce((least, goals) => Math.min(least, goals[1]), Infinity);
          expect(handOffsPerWeek.value).toBeCloseTo(fewest, 5);
          expect(proven).toBe(true);
        }
        if (best.size > 1) several += 1;
      }),
      { numRuns: RUNS, seed: 113 },
    );
    expect(several).toBeGreaterThan(0);
  });
});
