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
});
