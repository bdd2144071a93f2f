import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildProblem } from '../../../../src/domain/structure/solver/build-problem.js';
import { isWithin, NO_CEILING, type Ceiling } from '../../../../src/domain/structure/solver/ceiling.js';
import { compareCost, totalCost } from '../../../../src/domain/structure/solver/cost.js';
import { mergeGreedily } from '../../../../src/domain/structure/solver/greedy-merge.js';
import { improve } from '../../../../src/domain/structure/solver/improve.js';
import { boundsOf } from '../../../../src/domain/structure/solver/lower-bounds.js';
import { packTightly } from '../../../../src/domain/structure/solver/pack-tightly.js';
import type { RoleProblem } from '../../../../src/domain/structure/solver/role-problem.js';
import {
  bestOf,
  byGoals,
  idsOf,
  inOrder,
  plainCost,
  smallProblems,
  structuresOf,
} from '../../../support/small-problem.js';
import { groundOf } from '../../../support/stream-builder.js';
import { checked } from '../../../support/stream-sketches.js';

const problems = smallProblems(6, 6);
/** Which of all structures sets the ceiling, and which goals it limits. */
const picks = fc.record({
  problem: problems,
  at: fc.nat({ max: 1000 }),
  limits: fc.subarray(['positions', 'saved', 'holdings'] as const, { minLength: 1 }),
});

describe('a structure that is improved', () => {
  it('is the best of all where it has no more than three roles to begin with', () => {
    fc.assert(
      fc.property(picks, ({ problem, at }) => {
        const all = structuresOf(problem);
        const few = all.filter(({ roles }) => roles.length <= 3);
        const start = few[at % few.length];
        if (!start) return;
        const { roles, cost } = improve(problem, start.roles);
        expect(inOrder(roles)).toEqual(idsOf(problem));
        expect(totalCost(problem, roles)).toEqual(cost);
        expect(cost).toEqual(bestOf(problem, all));
      }),
      { numRuns: 60, seed: 25 },
    );
  });

  it('goes on keeping the ceiling that it keeps, and is never worse', () => {
    fc.assert(
      fc.property(picks, ({ problem, at, limits }) => {
        const all = structuresOf(problem);
        const start = all[at % all.length];
        if (!start) return;
        const ceiling: Ceiling = {
          ...NO_CEILING,
          ...Object.fromEntries(limits.map((goal) => [goal, start.cost[goal]])),
        };
        const { roles, cost } = improve(problem, start.roles, ceiling);
        expect(totalCost(problem, roles)).toEqual(cost);
        expect(isWithin(ceiling, cost)).toBe(true);
        expect(compareCost(problem, cost, start.cost)).toBeLessThanOrEqual(0);
        if (start.roles.length > 3) return;
        const within = all.filter((one) => isWithin(ceiling, one.cost));
        expect(cost).toEqual(bestOf(problem, within));
      }),
      { numRuns: 60, seed: 26 },
    );
  });

  it('stays as it is where somebody says that it is enough', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const start = idsOf(problem).map((at) => [at]);
        const { roles, cost } = improve(problem, start, NO_CEILING, () => true);
        expect([roles, cost]).toEqual([start, totalCost(problem, start)]);
      }),
      { numRuns: 20, seed: 27 },
    );
  });
});

describe('two roles of many steps that are improved', () => {
  const lines = fc.record({
    passes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 15, maxLength: 15 }),
    back: fc.array(fc.tuple(fc.nat({ max: 15 }), fc.nat({ max: 15 })), { maxLength: 6 }),
    first: fc.uniqueArray(fc.nat({ max: 15 }), { minLength: 7, maxLength: 9 }),
  });

  it('have no step that would be better placed in the other', () => {
    fc.assert(
      fc.property(lines, ({ passes, back, first }) => {
        const problem = lineOf(passes, back);
        const second = idsOf(problem).filter((at) => !first.includes(at));
        const { roles, cost } = improve(problem, [first.toSorted((a, b) => a - b), second]);
        expect(inOrder(roles)).toEqual(idsOf(problem));
        for (const [at, role] of roles.entries())
          for (const atom of role) {
            const others = roles.filter((_, other) => other !== at);
            const moved = others.map((other) => [
              role.filter((one) => one !== atom),
              [...other, atom],
              ...others.filter((one) => one !== other),
            ]);
            for (const split of moved) {
              const isAllowed = split.every((set) => set.length <= 10);
              if (isAllowed && split.every((set) => set.length > 0))
                expect(byGoals(problem)(cost, totalCost(problem, split))).toBeLessThanOrEqual(0);
            }
          }
      }),
      { numRuns: 40, seed: 33 },
    );
  });
});

/** Sixteen steps of one kind of work in a row, at most ten to a role, with some work that goes elsewhere. */
function lineOf(
  passes: readonly number[],
  back: readonly (readonly [from: number, to: number])[],
): RoleProblem {
  const name = (at: number): string => `zq ${at}`;
  const steps = Array.from({ length: 16 }, (_, at) => ({ name: name(at), hours: 1, needs: ['billing'] }));
  const ways = [
    ...passes.map((times, at) => [name(at), name(at + 1), times] as const),
    ...back.map(([from, to]) => [name(from), name(to), 3] as const),
  ];
  return buildProblem(groundOf({ steps, ways }), checked({ maxStepsPerRole: 10 })).problem;
}

describe('roles that are put together', () => {
  it('leave no two that could be one and would save something without costing anything', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const roles = mergeGreedily(problem);
        expect(inOrder(roles)).toEqual(idsOf(problem));
        for (const [at, a] of roles.entries())
          for (const b of roles.slice(at + 1)) {
            const [one, x, y] = [[...a, ...b], a, b].map((set) => plainCost(problem, set));
            if (!one || !x || !y) continue;
            expect([x.positions + y.positions, one.saved, x.holdings + y.holdings]).toEqual([
              one.positions,
              x.saved + y.saved,
              one.holdings,
            ]);
          }
      }),
      { numRuns: 80, seed: 28 },
    );
  });

  it('are put together of what is given where something is, and never cost more in any goal', () => {
    fc.assert(
      fc.property(picks, ({ problem, at }) => {
        const all = structuresOf(problem);
        const start = all[at % all.length];
        if (!start) return;
        const roles = mergeGreedily(problem, start.roles);
        const holds = (set: readonly number[]) =>
          roles.some((role) => set.every((one) => role.includes(one)));
        expect(start.roles.every(holds)).toBe(true);
        const cost = totalCost(problem, roles);
        expect(cost.positions).toBeLessThanOrEqual(start.cost.positions);
        expect(cost.saved).toBeGreaterThanOrEqual(start.cost.saved);
        expect(cost.holdings).toBeLessThanOrEqual(start.cost.holdings);
      }),
      { numRuns: 60, seed: 29 },
    );
  });

  it('are allowed and hold every atom once where they are packed tightly, in no more positions than apart', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const roles = packTightly(problem) ?? [];
        expect(inOrder(roles)).toEqual(idsOf(problem));
        expect(roles.map((set) => plainCost(problem, set)).includes(null)).toBe(false);
        const apart = idsOf(problem).map((at) => [at]);
        const positions = totalCost(problem, roles).positions;
        expect(positions).toBeLessThanOrEqual(totalCost(problem, apart).positions);
        expect(positions).toBeGreaterThanOrEqual(boundsOf(problem, idsOf(problem)).positions);
      }),
      { numRuns: 60, seed: 30 },
    );
  });
});
