import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { connectedParts } from '../../../../src/domain/structure/solver/bounds/connected-parts.js';
import { buildProblem } from '../../../../src/domain/structure/solver/build-problem.js';
import { widestRole } from '../../../../src/domain/structure/solver/bundle.js';
import { partOfProblem } from '../../../../src/domain/structure/solver/neighbourhood/part-of-problem.js';
import type { RoleProblem } from '../../../../src/domain/structure/solver/role-problem.js';
import { RoleColumns } from '../../../../src/domain/structure/solver/set-partition/role-columns.js';
import { brokenTriples } from '../../../../src/domain/structure/solver/set-partition/subset-row-cuts.js';
import { groundOf } from '../../../support/stream-builder.js';
import { checked } from '../../../support/stream-sketches.js';
import { idsOf, plainCost, setsOf, smallProblems } from '../../../support/small-problem.js';

/** true where work passes from each of these to each other, over others of them. */
function isConnected({ arcs }: RoleProblem, set: readonly number[]): boolean {
  const reached = new Set(set.slice(0, 1));
  for (const one of reached)
    for (const { a, b } of arcs) {
      if (a === one && set.includes(b)) reached.add(b);
      if (b === one && set.includes(a)) reached.add(a);
    }
  return reached.size === set.length;
}

const byRows = (a: readonly [string, number], b: readonly [string, number]): number => (a[0] < b[0] ? -1 : 1);

describe('the parts of roles that the flow connects', () => {
  it('are all of them and no others, each once and with the work that stays inside', () => {
    fc.assert(
      fc.property(smallProblems(7, 7), (problem) => {
        const wide = { ...problem, maxCapabilities: widestRole(problem) };
        const expected = setsOf(problem.atoms.length)
          .filter((set) => set.length > 1 && isConnected(problem, set))
          .flatMap((set): [string, number][] => {
            const cost = plainCost(wide, set);
            return cost ? [[set.join(' '), cost.saved]] : [];
          });
        const parts = connectedParts(problem, 1000);
        const told = (parts?.columns ?? []).map(({ rows, cost, upper, values }): [string, number] => {
          expect([upper, values]).toEqual([Infinity, rows.map(() => 1)]);
          return [[...rows].sort((a, b) => a - b).join(' '), Math.round(-cost * (parts?.unit ?? 0))];
        });
        expect(told.toSorted(byRows)).toEqual(expected.toSorted(byRows));
        if (expected.length > 1) expect(connectedParts(problem, expected.length - 2)).toBeNull();
      }),
      { numRuns: 80, seed: 71 },
    );
  });

  it('are the stretches of a plain row of steps', () => {
    const steps = Array.from({ length: 6 }, (_, at) => ({ name: `zq ${at}`, hours: 1, needs: ['billing'] }));
    const { problem } = buildProblem(groundOf({ steps }), checked({ maxStepsPerRole: 4 }));
    const told = connectedParts(problem, 1000)?.columns.map(({ rows }) => rows.length) ?? [];
    expect(told.toSorted((a, b) => a - b)).toEqual([2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4]);
  });
});

describe('a part of a problem', () => {
  it('allows the roles that the whole allows of these steps, at the same costs', () => {
    const picks = smallProblems(7, 7).chain((problem) =>
      fc.record({
        problem: fc.constant(problem),
        ids: fc.shuffledSubarray(idsOf(problem), { minLength: 1 }),
      }),
    );
    fc.assert(
      fc.property(picks, ({ problem, ids }) => {
        const part = partOfProblem(problem, ids);
        expect(part.atoms.map(({ demands }) => demands)).toEqual(
          ids.map((id) => problem.atoms[id]?.demands ?? []),
        );
        for (const set of setsOf(ids.length)) {
          const there = set.map((at) => ids[at] ?? -1);
          expect(plainCost(part, set)).toEqual(plainCost(problem, there));
        }
        expect(part.totalWeight).toBe(part.arcs.reduce((sum, { weight }) => sum + weight, 0));
        expect(part.atoms.map((_, at) => part.kindsOf(at))).toEqual(ids.map((id) => problem.kindsOf(id)));
        part.neighbours.forEach((near, a) =>
          near.forEach((weight, b) =>
            expect(problem.neighbours[ids[a] ?? -1]?.get(ids[b] ?? -1)).toBe(weight),
          ),
        );
      }),
      { numRuns: 60, seed: 72 },
    );
  });
});

describe('three steps of which too many roles are taken in shares', () => {
  /** Shares of roles of which no step is taken more than once in all, as a linear program answers. */
  const fractions = fc
    .array(
      fc.record({
        atoms: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
        share: fc.constantFrom(0.2, 0.3, 0.5),
      }),
      { minLength: 3, maxLength: 9 },
    )
    .map((all) => {
      const left = [1, 1, 1, 1, 1];
      return all.filter(({ atoms, share }) => {
        if (atoms.some((atom) => (left[atom] ?? 0) < share - 1e-9)) return false;
        for (const atom of atoms) left[atom] = (left[atom] ?? 0) - share;
        return true;
      });
    });
  const columnsOf = (taken: readonly { readonly atoms: readonly number[]; readonly share: number }[]) => {
    const columns = new RoleColumns();
    const none = { positions: 1, saved: 0, holdings: 1, utilisation: 1 };
    return { columns, taken: taken.map(({ atoms, share }) => ({ column: columns.add(atoms, none), share })) };
  };

  it('are told all, the worst first, but for those that are known', () => {
    fc.assert(
      fc.property(fractions, (given) => {
        const { columns, taken } = columnsOf(given);
        const sumOf = (triple: readonly number[]): number =>
          given
            .filter(({ atoms }) => triple.filter((one) => atoms.includes(one)).length > 1)
            .reduce((sum, { share }) => sum + share, 0);
        const expected = setsOf(5)
          .filter((set) => set.length === 3 && sumOf(set) > 1.02 + 1e-9)
          .sort((a, b) => {
            const difference = sumOf(b) - sumOf(a);
            return Math.abs(difference) > 1e-9 ? difference : Number(a.join('')) - Number(b.join(''));
          });
        const told = brokenTriples(columns, taken, new Set(), 99).map((triple) => [...triple]);
        expect(told.map(sumOf).map((sum) => sum.toFixed(6))).toEqual(
          expected.map(sumOf).map((sum) => sum.toFixed(6)),
        );
        expect(told.map(String).sort()).toEqual(expected.map(String).sort());
        const [worst] = told;
        if (!worst) return;
        expect(brokenTriples(columns, taken, new Set(), 1)).toEqual([worst]);
        const rest = brokenTriples(columns, taken, new Set([worst.join(' ')]), 99);
        expect(rest.map((triple) => [...triple])).toEqual(told.slice(1));
      }),
      { numRuns: 100, seed: 73 },
    );
  });

  it('are told where each two of them are held by half a role', () => {
    const pairs = [
      [0, 1],
      [1, 2],
      [0, 2],
      [3, 4],
    ];
    const { columns, taken } = columnsOf(pairs.map((atoms) => ({ atoms, share: 0.5 })));
    expect(brokenTriples(columns, taken, new Set(), 99)).toEqual([[0, 1, 2]]);
  });

  it('are none where whole roles hold every step once', () => {
    for (const roles of [
      [
        [0, 1, 2],
        [3, 4],
      ],
      [[0, 1, 2, 3, 4]],
      [[0], [1, 3], [2, 4]],
    ]) {
      const { columns, taken } = columnsOf(roles.map((atoms) => ({ atoms, share: 1 })));
      expect(brokenTriples(columns, taken, new Set(), 99)).toEqual([]);
    }
  });
});
