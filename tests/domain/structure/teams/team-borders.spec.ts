import { describe, expect, it } from '@jest/globals';
import { borderOf, bordersOf } from '../../../../src/domain/structure/teams/team-borders.js';
import { shapedCase, type TeamCase } from './shaped-case.js';

const NAMES = ['Desk', 'Shop', 'Vans', 'Yard', 'Lab', 'Mill'];

/** What crosses the border of the first team; each role is a team, or those of one list are. */
function crosses(
  given: Partial<TeamCase> & Pick<TeamCase, 'ways'>,
  teams = [[0], [1], [2], [3], [4], [5]],
): string[] {
  const shaped = shapedCase({ positions: [1, 1, 1, 1, 1, 1], teamSize: 9, ...given });
  const [first] = bordersOf(shaped, teams);
  return first ? borderOf(shaped, first, NAMES) : [];
}

describe('what crosses the border of a team', () => {
  it('is told by how often, what is handed on before what is taken, with the way of it', () => {
    expect(
      crosses({
        ways: [
          [0, 1, 2],
          [0, 2, 5],
          [3, 0, 1],
        ],
      }),
    ).toEqual([
      'Hands work to the Vans 5 times a week, from "Step 0" to "Step 2".',
      'Hands work to the Shop 2 times a week, from "Step 0" to "Step 1".',
      'Takes work from the Yard 1 times a week, from "Step 3" to "Step 0".',
    ]);
    expect(crosses({ ways: [[0, 1, 2]], demanded: false })).toEqual([
      'Hands work to the Shop 2 times for one unit, from "Step 0" to "Step 1".',
    ]);
  });

  it('adds up the ways to one team, and names the one that is used most', () => {
    const teams = [
      [0, 1],
      [2, 3],
    ];
    const told = ['Hands work to the Shop 7 times a week, mostly from "Step 1" to "Step 2".'];
    expect(
      crosses(
        {
          ways: [
            [0, 2, 1],
            [1, 2, 4],
            [1, 3, 2],
          ],
        },
        teams,
      ),
    ).toEqual(told);
    expect(
      crosses(
        {
          ways: [
            [1, 2, 4],
            [0, 2, 1],
            [1, 3, 2],
          ],
        },
        teams,
      ),
    ).toEqual(told);
  });

  it('says mostly only of more than half', () => {
    const told = (...times: readonly [number, number, number]) =>
      crosses({ ways: times.map((each, at) => [0, at + 1, each] as const) }, [[0], [1, 2, 3]])[0];
    const to = '"Step 0" to "Step 1".';
    expect(told(3, 2, 0.9)).toBe(`Hands work to the Shop 5.9 times a week, mostly from ${to}`);
    expect(told(1.5, 1.2, 0.3)).toBe(`Hands work to the Shop 3 times a week, half of them from ${to}`);
    expect(told(300, 200, 200)).toBe(`Hands work to the Shop 700 times a week, 300 of them from ${to}`);
  });

  it('sums up those behind the first three', () => {
    const ways = [5, 4, 3, 2].map((times, at) => [0, at + 1, times] as const);
    expect(crosses({ ways }).at(-1)).toBe('Hands work to one other team 2 times a week.');
    expect(crosses({ ways: [...ways, [0, 5, 1]] }).slice(2)).toEqual([
      'Hands work to the Yard 3 times a week, from "Step 0" to "Step 3".',
      'Hands work to 2 other teams 3 times a week.',
    ]);
  });

  it('is nothing of what stays inside', () => {
    const shaped = shapedCase({
      positions: [1, 1, 1],
      ways: [
        [0, 1, 4],
        [1, 2, 3],
        [2, 0, 1],
      ],
      teamSize: 9,
    });
    const [first, second] = bordersOf(shaped, [[0, 1], [2]]);
    expect([first?.inside, second?.inside]).toEqual([4, 0]);
    expect(crosses({ ways: [[0, 1, 4]] }, [[0, 1], [2]])).toEqual([]);
  });

  it('is nothing of what a team does at both ends, whoever shares the step', () => {
    const ways = [
      [0, 2, 4],
      [2, 1, 3],
    ] as const;
    const shared = [[0, 2]] as const;
    expect(crosses({ ways, shared }, [[0], [1], [2]])).toEqual([]);
    const shaped = shapedCase({ positions: [1, 1, 1], teamSize: 9, ways, shared });
    expect(bordersOf(shaped, [[0], [1], [2]]).map(({ inside }) => inside)).toEqual([0, 0, 4]);
  });

  it('is told once, by the first of the teams that share a step', () => {
    const given = { ways: [[1, 3, 2]] as const, shared: [[1, 0]] as const };
    expect(crosses(given)).toEqual(['Hands work to the Yard 2 times a week, from "Step 1" to "Step 3".']);
    const shaped = shapedCase({ positions: [1, 1, 1, 1], teamSize: 9, ...given });
    const borders = bordersOf(shaped, [[0], [1], [2], [3]]);
    expect(borders.map(({ gives, takes }) => [gives.size, takes.size])).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  it('is told of teams that have most to do with it first, and of equal ones in their order', () => {
    const told = crosses({
      ways: [
        [0, 4, 2],
        [0, 2, 2],
        [0, 3, 7],
      ],
    }).map((line) => line.split(' ')[4]);
    expect(told).toEqual(['Yard', 'Vans', 'Lab']);
  });
});
