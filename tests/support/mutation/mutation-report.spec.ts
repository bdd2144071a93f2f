import { describe, expect, it } from '@jest/globals';
import { listOfSurvivors, shareKilled, tableOfRooms, wilson, type Verdict } from './mutation-report.js';

const place = { location: { start: { line: 6, column: 0 }, end: { line: 6, column: 5 } } };

const judged = (room: string, ...statuses: Verdict[]) =>
  statuses.map((status) => ({
    status,
    mutant: {
      ...place,
      ...{ key: '', room, fileName: `/x/src/domain/${room}/a.ts`, mutatorName: 'EqualityOperator' },
      ...{ original: 'a  <\n b', replacement: 'a <= b' },
    },
  }));

describe('the share of mutants killed', () => {
  it('counts what never ends as killed, what no claim reaches as surviving, and leaves out the static', () => {
    const share = shareKilled(judged('napkin', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'));
    expect(share).toMatchObject({ killed: 2, of: 4 });
  });

  it('has the interval that Wilson gives', () => {
    const [low = NaN, high = NaN] = wilson(28, 40) ?? [];
    expect(low).toBeCloseTo(0.5457, 4);
    expect(high).toBeCloseTo(0.8193, 4);
    expect(wilson(40, 40)?.[1]).toBeCloseTo(1, 10);
    expect(wilson(0, 0)).toBeNull();
  });

  it('weighs each room by how many mutants it could have', () => {
    const rooms = [
      { room: 'napkin', possible: 300 },
      { room: 'walk', possible: 100 },
    ];
    const both = [...judged('napkin', 'Killed', 'Killed'), ...judged('walk', 'Killed', 'Survived')];
    const [, , napkin, walk, all] = tableOfRooms(rooms, both).split('\n');
    expect(napkin).toContain('| napkin | 300 | 2 | 0 | 2 | 0 | 0 | 0 | 100.0 |');
    expect(walk).toContain('| 50.0 |');
    expect(all).toContain('| 400 | 4 | 0 | 3 | 0 | 1 | 0 | 87.5 |');
  });

  it('tells of each survivor where it is and what it became', () => {
    expect(listOfSurvivors(judged('walk', 'Killed', 'NoCoverage'))).toEqual([
      'src/domain/walk/a.ts:7 a < b → a <= b (reached by no claim)',
    ]);
  });
});
