import { describe, expect, it } from '@jest/globals';
import type { Role, Team } from '../../../../src/domain/structure/index.js';
import { describeTeams } from '../../../../src/domain/structure/teams/describe-teams.js';
import { shapedCase, type TeamCase } from './shaped-case.js';

/** Kind and purpose of each of these teams, which are lists of roles by position. */
function told(given: Partial<TeamCase> & Pick<TeamCase, 'ways'>, teams: readonly (readonly number[])[]) {
  const positions = teams.flat().map(() => 1);
  const shaped = shapedCase({ positions, teamSize: 9, ...given });
  const roles = positions.map((_, at) => ({ key: `r${at}` }) as unknown as Role);
  const formed = teams.map((members, at) => {
    return { key: `t${at}`, name: `Team ${at}`, roles: members.map((role) => `r${role}`) } as unknown as Team;
  });
  return describeTeams(shaped, roles, formed).map(({ kind, purpose }) => [kind, purpose]);
}

describe('what a team is there for', () => {
  it('is everything where it is the only one', () => {
    expect(told({ ways: [[0, 1, 1]] }, [[0, 1]])).toEqual([
      ['WHOLE_STREAM', 'Carries everything that is done inside, from "Step 0" to "Step 1" (2 steps).'],
    ]);
    expect(told({ ways: [] }, [[0]])).toEqual([
      ['WHOLE_STREAM', 'Carries everything that is done inside, from "Step 0" to "Step 0" (one step).'],
    ]);
  });

  it('is a stage where at least half as much stays in it as crosses its border', () => {
    const [first, second] = told(
      {
        ways: [
          [0, 1, 2],
          [1, 2, 4],
          [2, 3, 2],
          [3, 4, 2],
        ],
      },
      [
        [0, 1],
        [2, 3, 4],
      ],
    );
    expect(first).toEqual(['STAGE', 'Carries two steps, "Step 0" and "Step 1".']);
    expect(second).toEqual(['STAGE', 'Carries all 3 steps from "Step 2" to "Step 4".']);
    expect(
      told(
        {
          ways: [
            [0, 2, 5],
            [1, 3, 1],
          ],
        },
        [
          [0, 2],
          [1, 3],
        ],
      )[0],
    ).toEqual(['STAGE', 'Carries 2 of the 3 steps from "Step 0" to "Step 2".']);
  });

  it('is a craft where less stays, whoever it gives to or takes from', () => {
    const [first, second] = told(
      {
        ways: [
          [0, 1, 1],
          [1, 2, 3],
        ],
      },
      [[0, 1], [2]],
    );
    expect(first).toEqual(['CRAFT', 'Does "Step 0", "Step 1" wherever the flow calls for it.']);
    expect(second).toEqual(['CRAFT', 'Does "Step 2" wherever the flow calls for it.']);
    const many = told({ ways: [[0, 5, 1]], kinds: ['Repair', 'Repair', 'Money', 'Care', 'Care'] }, [
      [0, 1, 2, 3, 4],
      [5],
    ]);
    expect(many[0]).toEqual([
      'CRAFT',
      'Does mostly repair plus care wherever the flow calls for it: "Step 0", "Step 1", "Step 2" and 2 more.',
    ]);
  });

  it('is support where all of its steps come round by the calendar', () => {
    const teams = [[0], [1, 2]];
    expect(told({ ways: [], calendar: [1, 2] }, teams)[1]).toEqual([
      'SUPPORT',
      'Does what comes round by the calendar, whatever the single unit needs: "Step 1", "Step 2".',
    ]);
    expect(told({ ways: [[1, 2, 1]], calendar: [1] }, teams)[1]?.[0]).toBe('STAGE');
  });

  it('names the kinds of most of its hours, or of most of its demands where hours are missing', () => {
    const kinds = ['Repair', 'Money', 'Money'];
    const of = (more: Partial<TeamCase>) =>
      told(
        {
          ways: [
            [0, 1, 9],
            [2, 3, 1],
          ],
          kinds,
          ...more,
        },
        [[0, 1, 2], [3]],
      )[0]?.[1];
    expect(of({})).toBe('Carries all 3 steps from "Step 0" to "Step 2", mostly money plus repair.');
    expect(of({ hours: [9, 1, 1] })).toBe(
      'Carries all 3 steps from "Step 0" to "Step 2", mostly repair plus money.',
    );
    expect(of({ hours: [9, 1] })).toBe(
      'Carries all 3 steps from "Step 0" to "Step 2", mostly money plus repair.',
    );
    expect(of({ kinds: ['Repair', null, null] })).toBe('Carries all 3 steps from "Step 0" to "Step 2".');
    expect(of({ kinds: ['Repair', null] })).toBe('Carries all 3 steps from "Step 0" to "Step 2".');
  });
});
