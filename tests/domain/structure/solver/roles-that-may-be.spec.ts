import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildProblem } from '../../../../src/domain/structure/solver/build-problem.js';
import { bundleOf } from '../../../../src/domain/structure/solver/bundle.js';
import { costOf } from '../../../../src/domain/structure/solver/cost.js';
import { enumerateColumns } from '../../../../src/domain/structure/solver/exact-columns.js';
import type { RoleProblem } from '../../../../src/domain/structure/solver/role-problem.js';
import { enumerateRoles } from '../../../../src/domain/structure/solver/set-partition/enumerate-roles.js';
import { plainCost, setsOf, smallProblems } from '../../../support/small-problem.js';
import { groundOf } from '../../../support/stream-builder.js';
import { checked } from '../../../support/stream-sketches.js';

/** Every role that the limits allow, by its atoms, with what it costs. */
function allowed(problem: RoleProblem): Map<string, object> {
  return new Map(
    setsOf(problem.atoms.length).flatMap((set) => {
      const cost = plainCost(problem, set);
      return cost ? [[set.join(' '), cost] as const] : [];
    }),
  );
}

const sorted = (roles: Iterable<readonly [string, object]>): [string, object][] =>
  [...roles].map(([key, cost]): [string, object] => [key, cost]).sort(([a], [b]) => (a < b ? -1 : 1));

/** Steps of one kind of work, as many as told. */
function alike(count: number): RoleProblem {
  const steps = Array.from({ length: count }, (_, at) => ({
    name: `zq ${at}`,
    hours: 1,
    needs: ['billing'],
  }));
  return buildProblem(groundOf({ steps }), checked({})).problem;
}

describe('the roles that the limits allow', () => {
  it('are listed all and no others, each with what it costs, whichever way they are listed', () => {
    fc.assert(
      fc.property(smallProblems(6, 6), (problem) => {
        const expected = sorted(allowed(problem));
        const ids = problem.atoms.map((_, at) => at);
        const short = enumerateColumns(problem, ids, Infinity)?.flat() ?? [];
        const byBits = short.map(({ mask, positions, saved, holdings }) => {
          const key = ids.filter((at) => (mask >> at) & 1).join(' ');
          return [key, { positions, saved, holdings }] as const;
        });
        expect(sorted(byBits)).toEqual(expected);
        const long = enumerateRoles(problem, Infinity);
        const byLists = Array.from({ length: long?.size ?? 0 }, (_, at) => {
          const [positions, saved, holdings] = [long?.positions[at], long?.saved[at], long?.holdings[at]];
          return [long?.atomsOf(at).join(' ') ?? '', { positions, saved, holdings }] as const;
        });
        expect(sorted(byLists)).toEqual(expected);
      }),
      { numRuns: 80, seed: 5 },
    );
  });

  it('are the sets that can be put together, in whatever order', () => {
    fc.assert(
      fc.property(smallProblems(6, 6), (problem) => {
        for (const set of setsOf(problem.atoms.length)) {
          const bundle = bundleOf(problem, set.toReversed());
          expect(bundle && costOf(problem, bundle)).toEqual(plainCost(problem, set));
          expect(bundle?.atoms.toSorted((a, b) => a - b) ?? set).toEqual(set);
        }
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('are listed only where they are few enough', () => {
    const problem = alike(5);
    expect(enumerateRoles(problem, 31)?.size).toBe(31);
    expect(enumerateRoles(problem, 30)).toBeNull();
    const ids = [0, 1, 2, 3, 4];
    expect(enumerateColumns(problem, ids, 100_000)?.flat()).toHaveLength(31);
    expect(enumerateColumns(problem, ids, 600)).toBeNull();
  });
});
