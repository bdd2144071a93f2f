import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitExactly, type SplitProblem } from '../../../../src/domain/structure/teams/split-exactly.js';

const problems: fc.Arbitrary<SplitProblem> = fc.integer({ min: 1, max: 7 }).chain((count) => {
  const role = fc.nat({ max: count - 1 });
  return fc
    .record({
      positions: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: count, maxLength: count }),
      ways: fc.array(fc.tuple(role, role, fc.integer({ min: 1, max: 9 })), { maxLength: 12 }),
      teamSize: fc.integer({ min: 3, max: 10 }),
    })
    .map(({ positions, ways, teamSize }) => {
      const between = positions.map(() => new Map<number, number>());
      for (const [a, b, times] of ways) {
        if (a === b) continue;
        between[a]?.set(b, (between[a]?.get(b) ?? 0) + times);
        between[b]?.set(a, (between[b]?.get(a) ?? 0) + times);
      }
      return { positions, between, teamSize, small: 5 };
    });
});

function splitsOf(count: number): number[][][] {
  if (count === 0) return [[]];
  return splitsOf(count - 1).flatMap((groups) => [
    ...groups.map((_, at) => groups.map((group, other) => (other === at ? [...group, count - 1] : group))),
    [...groups, [count - 1]],
  ]);
}

function handOffs({ between }: SplitProblem, groups: readonly (readonly number[])[]): number {
  let cut = 0;
  for (const group of groups)
    for (const a of group) between[a]?.forEach((times, b) => (cut += group.includes(b) ? 0 : times / 2));
  return cut;
}

const fits = ({ positions, teamSize }: SplitProblem, groups: readonly (readonly number[])[]): boolean =>
  groups.every(
    (group) => group.length === 1 || group.reduce((sum, role) => sum + (positions[role] ?? 0), 0) <= teamSize,
  );

describe('teams of a few roles', () => {
  it('have the fewest hand-offs of all teams within the size', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const alone = problem.positions.map((_, role) => [role]);
        const { groups, complete } = splitExactly(problem, alone);
        expect(complete).toBe(true);
        expect(groups.flat().sort((a, b) => a - b)).toEqual(alone.flat());
        expect(fits(problem, groups)).toBe(true);
        const least = splitsOf(problem.positions.length)
          .filter((split) => fits(problem, split))
          .reduce((low, split) => Math.min(low, handOffs(problem, split)), Infinity);
        expect(handOffs(problem, groups)).toBeCloseTo(least, 9);
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
});
