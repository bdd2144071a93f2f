import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitsOf } from '../../../support/splits-of.js';
import { splitExactly, type SplitProblem } from '../../../../src/domain/structure/teams/split-exactly.js';

const problems: fc.Arbitrary<SplitProblem> = fc.integer({ min: 1, max: 7 }).chain((count) => {
  const role = fc.nat({ max: count - 1 });
  return fc
    .record({
      positions: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: count, maxLength: count }),
      ways: fc.array(fc.tuple(role, role, fc.integer({ min: 1, max: 9 })), { maxLength: 12 }),
      teamSize: fc.integer({ min: 3, max: 10 }),
      streams: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: count, maxLength: count }),
    })
    .map(({ positions, ways, teamSize, streams }) => {
      const between = positions.map(() => new Map<number, number>());
      for (const [a, b, times] of ways) {
        if (a === b) continue;
        between[a]?.set(b, (between[a]?.get(b) ?? 0) + times);
        between[b]?.set(a, (between[b]?.get(a) ?? 0) + times);
      }
      return { positions, between, teamSize, small: 5, streams };
    });
});

function handOffs({ between }: SplitProblem, groups: readonly (readonly number[])[]): number {
  let cut = 0;
  for (const group of groups)
    for (const a of group) between[a]?.forEach((times, b) => (cut += group.includes(b) ? 0 : times / 2));
  return cut;
}

/** Small teams, hand-offs, teams, and the streams that each team works in. */
function costOf(problem: SplitProblem, groups: readonly (readonly number[])[]): readonly number[] {
  const sizes = groups.map((group) => group.reduce((sum, role) => sum + (problem.positions[role] ?? 0), 0));
  const small = sizes.filter((size) => size < problem.small).length;
  const streams = groups.map((group) => {
    const worked = [1, 2, 4].filter((bit) => group.some((role) => (problem.streams?.[role] ?? 0) & bit));
    return worked.length;
  });
  const all = streams.reduce((sum, each) => sum + each, 0);
  return [small, handOffs(problem, groups), groups.length, all];
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((value, nth) => value !== other[nth]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

const fits = ({ positions, teamSize }: SplitProblem, groups: readonly (readonly number[])[]): boolean =>
  groups.every(
    (group) => group.length === 1 || group.reduce((sum, role) => sum + (positions[role] ?? 0), 0) <= teamSize,
  );

describe('teams of a few roles', () => {
  it('are those of which the fewest are small, then with the fewest hand-offs, then the fewest, then each in the fewest streams, of all within the size', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const alone = problem.positions.map((_, role) => [role]);
        const { groups, complete } = splitExactly(problem, alone);
        expect(complete).toBe(true);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(alone.flat());
        expect(fits(problem, groups)).toBe(true);
        const costs = splitsOf(problem.positions.length)
          .filter((split) => fits(problem, split))
          .map((split) => costOf(problem, split));
        const least = costs.reduce((low, cost) => (isLess(cost, low) ? cost : low));
        expect(costOf(problem, groups)).toEqual(least);
      }),
      { numRuns: 300 },
    );
  });

  it('are left as they come where there are too many roles to try all', () => {
    const positions = Array.from({ length: 40 }, () => 3);
    const start = positions.map((_, role) => [role]);
    const problem = {
      positions,
      between: positions.map(() => new Map<number, number>()),
      teamSize: 9,
      small: 5,
    };
    expect(splitExactly(problem, start)).toEqual({ groups: start, complete: false });
  });

  it('are the best of all up to fourteen roles, however many of them pass work to each other', () => {
    const all = Array.from({ length: 14 }, (_, at) => at);
    const between = all.map((a) => new Map(all.flatMap((b) => (a === b ? [] : [[b, 1]]))));
    const problem = { positions: all.map((at) => 1 + (at % 2)), between, teamSize: 7, small: 2 };
    const { groups, complete } = splitExactly(
      problem,
      all.map((role) => [role]),
    );
    expect(complete).toBe(true);
    expect(fits(problem, groups)).toBe(true);
    expect(groups.map((group) => group.length).sort((a, b) => a - b)).toEqual([4, 4, 6]);
  });

  it('are no smaller than asked for where the roles can be shared out so, though work passes between them then', () => {
    const between = [
      [0, 300, 0],
      [300, 0, 600],
      [0, 600, 0],
    ].map((row) => new Map(row.flatMap((times, at) => (times > 0 ? [[at, times]] : []))));
    const problem = { positions: [1, 4, 6], between, teamSize: 9, small: 5 };
    expect(splitExactly(problem, [[0, 2], [1]]).groups).toEqual([[0, 1], [2]]);
  });

  it('keep the roles of one stream together where no hand-off decides', () => {
    const between = [0, 1, 2, 3].map(() => new Map<number, number>());
    const problem = { positions: [5, 5, 2, 2], between, teamSize: 7, small: 5, streams: [1, 2, 2, 1] };
    const alone = [[0], [1], [2], [3]];
    expect(splitExactly(problem, alone).groups).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(
      splitExactly(problem, [
        [0, 2],
        [1, 3],
      ]).groups,
    ).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  it('are all tried up to fourteen roles where few pass work to each other', () => {
    const positions = Array.from({ length: 14 }, () => 2);
    const between = positions.map(() => new Map<number, number>());
    for (const [a, b, times] of [
      [0, 13, 5],
      [13, 7, 4],
      [3, 4, 3],
    ] as const) {
      between[a]?.set(b, times);
      between[b]?.set(a, times);
    }
    const problem = { positions, between, teamSize: 4, small: 1 };
    const { groups, complete } = splitExactly(
      problem,
      positions.map((_, role) => [role]),
    );
    expect([complete, handOffs(problem, groups)]).toEqual([true, 4]);
  });
});
