import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  groupByHandOffs,
  handOffTies,
  joinGroups,
} from '../../../../src/domain/structure/teams/group-by-hand-offs.js';
import { leastHandOffs } from '../../../../src/domain/structure/teams/least-hand-offs.js';
import { handOffGoal } from '../../../../src/domain/structure/teams/team-goal.js';
import { splitsOf } from '../../../support/splits-of.js';
import { cutOf, fitsTeams, shapedCase, sizeOf, told, type TeamCase, type Way } from './shaped-case.js';

/** Ways whose times add up to another sum for every set of them, so that no two pairs of teams are tied alike. */
const cases = (most: number): fc.Arbitrary<TeamCase> =>
  fc.integer({ min: 4, max: most }).chain((count) => {
    const role = fc.nat({ max: count - 1 });
    return fc.record({
      positions: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: count, maxLength: count }),
      ways: fc.array(fc.tuple(role, role), { minLength: 6, maxLength: 14 }).chain((ends) =>
        fc
          .shuffledSubarray(
            ends.map((_, at) => 2 ** at),
            { minLength: ends.length },
          )
          .map((times) => ends.flatMap(([a, b], at): Way[] => (a === b ? [] : [[a, b, times[at] ?? 1]]))),
      ),
      teamSize: fc.integer({ min: 3, max: 8 }),
    });
  });

/** The promise written down plainly: of all pairs that fit together, the one with most hand-offs joins, until none does. */
function joinedPlainly(given: TeamCase, start: readonly (readonly number[])[], small = Infinity): number[][] {
  let groups = start.map((group) => [...group]);
  for (;;) {
    const pairs = groups.flatMap((a, at) => groups.slice(at + 1).map((b) => ({ a, b })));
    const [best] = pairs
      .map(({ a, b }) => {
        const between = given.ways.reduce(
          (sum, [from, to, times]) =>
            (a.includes(from) && b.includes(to)) || (b.includes(from) && a.includes(to)) ? sum + times : sum,
          0,
        );
        return { a, b, between };
      })
      .filter(({ a, b, between }) => {
        const [x, y] = [sizeOf(given.positions, a), sizeOf(given.positions, b)];
        return between > 0 && x + y <= given.teamSize && Math.min(x, y) < small;
      })
      .sort((one, other) => other.between - one.between);
    if (!best) return groups;
    groups = [...groups.filter((group) => group !== best.a && group !== best.b), [...best.a, ...best.b]];
  }
}

describe('teams that roles with most hand-offs between them join first', () => {
  it('are those that joining pair by pair gives, none larger than a team may be', () => {
    fc.assert(
      fc.property(cases(9), (given) => {
        const members = given.positions.map((_, at) => at);
        const groups = groupByHandOffs(shapedCase({ ...given, leastTeamSize: 1 }), members);
        expect(fitsTeams(given, groups)).toBe(true);
        expect(told(groups)).toBe(
          told(
            joinedPlainly(
              given,
              members.map((at) => [at]),
            ),
          ),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('only grow where one of the two is small, if that is asked for', () => {
    fc.assert(
      fc.property(cases(9), fc.integer({ min: 1, max: 5 }), (given, small) => {
        const start = given.positions.map((_, at) => [at]);
        const shaped = shapedCase({ ...given, leastTeamSize: 1 });
        const groups = joinGroups(shaped, start, handOffTies(shaped), small);
        expect(told(groups)).toBe(told(joinedPlainly(given, start, small)));
      }),
      { numRuns: 200 },
    );
  });

  it('leave out who is no member, whatever passes to them', () => {
    const shaped = shapedCase({
      positions: [1, 1, 1],
      ways: [
        [0, 1, 9],
        [1, 2, 5],
      ],
      teamSize: 9,
      leastTeamSize: 1,
    });
    expect(told(groupByHandOffs(shaped, [0, 2]))).toBe('[[0],[2]]');
  });

  it('join the next small one along the stream where nothing ties them, until they are no longer small', () => {
    const alone = (positions: number[], teamSize: number, leastTeamSize?: number) =>
      told(
        groupByHandOffs(
          shapedCase({ positions, ways: [], teamSize, ...(leastTeamSize ? { leastTeamSize } : {}) }),
          positions.map((_, at) => at),
        ),
      );
    expect(alone([2, 2, 2, 2, 2], 9)).toBe('[[0,1,2],[3,4]]');
    expect(alone([2, 2, 2, 2, 2], 5)).toBe('[[0,1],[2,3],[4]]');
    expect(alone([2, 5, 2, 1], 9)).toBe('[[0,2,3],[1]]');
    expect(alone([3, 3, 3], 9, 3)).toBe('[[0],[1],[2]]');
    expect(alone([1, 1, 1, 1], 2, 2)).toBe('[[0,1],[2,3]]');
    expect(alone([4, 3, 2], 5)).toBe('[[0],[1,2]]');
    expect(alone([7, 2, 9, 5], 9)).toBe('[[0],[1,3],[2]]');
    expect(alone([7, 9, 2], 9)).toBe('[[0,2],[1]]');
    expect(alone([8, 2, 9], 9)).toBe('[[0],[1],[2]]');
  });
});

describe('the least that must pass between teams', () => {
  it('is never above what the best of all splits passes, and what is told is what passes', () => {
    let tight = 0;
    let tried = 0;
    fc.assert(
      fc.property(cases(6), (given) => {
        const shaped = shapedCase(given);
        const all = splitsOf(given.positions.length).filter((split) => fitsTeams(given, split));
        const least = all.reduce((low, split) => Math.min(low, cutOf(given, split)), Infinity);
        expect(leastHandOffs(shaped)).toBeLessThanOrEqual(least);
        tried += 1;
        if (leastHandOffs(shaped) > least * 0.999 - 1e-9) tight += 1;
        for (const split of all.slice(0, 5)) {
          const goal = handOffGoal(shaped, split, false);
          expect(goal.value).toBe(cutOf(given, split));
          expect(goal.bound).toBeLessThanOrEqual(least);
          expect(goal.proven).toBe(goal.value === 0);
        }
      }),
      { numRuns: 100 },
    );
    expect(tight).toBeGreaterThan(tried / 10);
  });

  it('counts what finds no room beside a role, in parts where a part of it would', () => {
    const star = (positions: readonly number[], teamSize = 3) =>
      leastHandOffs(
        shapedCase({
          positions,
          ways: [
            [0, 1, 5],
            [0, 2, 4],
            [3, 0, 3],
            [4, 0, 2],
          ],
          teamSize,
        }),
      );
    expect(star([1, 1, 1, 1, 1])).toBeCloseTo((3 + 2) / 2, 6);
    expect(star([1, 1, 1, 9, 1])).toBeCloseTo(3 + 2, 6);
    expect(star([1, 3, 3, 1, 1], 5)).toBeCloseTo((5 / 3 + 4) / 2, 6);
    expect(star([2, 1, 1, 1, 1])).toBeCloseTo(9 / 2, 6);
    const wide = shapedCase({ positions: [1, 3], ways: [[0, 1, 6]], teamSize: 3 });
    expect(leastHandOffs(wide)).toBeCloseTo(6, 6);
  });

  it('counts the ways that must be cut because a chain of roles needs several teams', () => {
    const ways: Way[] = [
      [0, 1, 9],
      [1, 2, 1],
      [2, 3, 9],
      [3, 4, 2],
      [4, 5, 9],
    ];
    const chain = (teamSize: number) =>
      leastHandOffs(shapedCase({ positions: [1, 1, 1, 1, 1, 1], ways, teamSize }));
    expect(chain(2)).toBeCloseTo(3, 6);
    expect(chain(3)).toBeCloseTo(1, 6);
    expect(chain(6)).toBe(0);
  });

  it('cuts the lightest of the ways that hold most together, in whatever order they are told', () => {
    const triangle: Way[] = [
      [0, 1, 1],
      [0, 2, 9],
      [1, 2, 9],
    ];
    for (const ways of [triangle, triangle.toReversed()])
      expect(leastHandOffs(shapedCase({ positions: [1, 1, 1], ways, teamSize: 2 }))).toBeCloseTo(9, 6);
  });
});

describe('what several roles share of a step', () => {
  const shared = [[1, 2]] as const;
  const ways: Way[] = [
    [0, 1, 6],
    [3, 1, 5],
  ];
  const given: TeamCase = { positions: [1, 1, 1, 1], ways, shared, teamSize: 2, leastTeamSize: 1 };

  it('ties each of them to whoever hands work to it', () => {
    const ties = handOffTies(shapedCase(given)).map(({ a, b, strength }) => [a, b, strength]);
    expect(ties).toEqual([
      [0, 1, 6],
      [0, 2, 6],
      [3, 1, 5],
      [3, 2, 5],
    ]);
    expect(handOffTies(shapedCase({ ...given, shared: [[1, 0]] }))).toEqual([
      { a: 0, b: 1, strength: 6 },
      { a: 3, b: 0, strength: 5 },
      { a: 3, b: 1, strength: 5 },
    ]);
  });

  it('passes between teams only where none of them holds both ends', () => {
    const value = (groups: number[][]) => handOffGoal(shapedCase(given), groups, true).value;
    expect(value([[0, 1], [2], [3]])).toBe(5);
    expect(
      value([
        [0, 1],
        [2, 3],
      ]),
    ).toBe(0);
    expect(value([[0, 3], [1], [2]])).toBe(11);
  });

  it('is not sure to pass, so that neither bound nor proof rests on it', () => {
    expect(leastHandOffs(shapedCase(given))).toBe(0);
    const goal = handOffGoal(shapedCase(given), [[0, 3], [1], [2]], true);
    expect([goal.proven, goal.bound]).toEqual([false, 0]);
  });
});

describe('what is told of hand-offs between teams', () => {
  const given: TeamCase = {
    positions: [1, 1, 1],
    ways: [
      [0, 1, 4],
      [1, 2, 2],
    ],
    teamSize: 2,
  };

  it('is the figure, and that no other teams have fewer where that is proven', () => {
    expect(handOffGoal(shapedCase(given), [[0, 1], [2]], true)).toEqual({
      formedBy: 'HAND_OFFS',
      name: 'hand-offs between teams',
      value: 2,
      bound: 2,
      gap: 0,
      proven: true,
      method: 'teams: all splits of the roles',
      text: 'Teams are to keep hand-offs inside; what is left is 2 hand-offs between teams a week. Proven: no other teams of these roles within the team size have fewer unless more of them are below 5 positions.',
    });
  });

  it('is the bound and the gap where it is not proven, for one unit where nobody said how many enter', () => {
    const goal = handOffGoal(shapedCase({ ...given, demanded: false }), [[0], [1, 2]], false);
    expect(goal).toMatchObject({ value: 4, proven: false, method: expect.stringContaining('joined first') });
    expect(goal.bound).toBeCloseTo(2, 6);
    expect(goal.gap).toBeCloseTo(0.5, 6);
    expect(goal.text).toBe(
      'Teams are to keep hand-offs inside; what is left is 4 hand-offs between teams for one unit. No teams of these roles can have fewer than 2 (gap 50 %).',
    );
  });

  it('is nothing to pass where there is one team', () => {
    const { text, value, proven } = handOffGoal(shapedCase(given), [[0, 1, 2]], true);
    expect([text, value, proven]).toEqual(['One team: no work passes between teams.', 0, true]);
  });
});
