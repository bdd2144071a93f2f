import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { balanceLine, type LineBalance, type PacedLine } from '../../../../src/domain/structure/index.js';
import { fewestStations, lineFaultsOf } from '../../../support/line-checker.js';

/** Nine tasks of a bakery: the tray waits for the dough and for the tin. */
const BAKERY: PacedLine = {
  cycle: 10,
  times: [6, 2, 5, 7, 1, 2, 3, 6, 5],
  arcs: [
    [0, 1],
    [0, 2],
    [1, 4],
    [2, 4],
    [3, 5],
    [4, 6],
    [5, 6],
    [6, 7],
    [6, 8],
  ],
};

function balanced(line: PacedLine, limits = { work: 2_000_000, memory: 50_000 }): LineBalance {
  const balance = balanceLine(line, limits);
  if (balance.kind !== 'LineBalance') throw new Error(balance.message);
  return balance;
}

/** Lines of up to so many tasks; arcs run from lower to higher numbers, and then everything is shuffled. */
function anyLine(most: number): fc.Arbitrary<PacedLine> {
  return fc
    .tuple(
      fc.integer({ min: 1, max: most }),
      fc.integer({ min: 4, max: 60 }),
      fc.double({ min: 0, max: 0.6, noNaN: true }),
    )
    .chain(([size, cycle, thickness]) =>
      fc
        .tuple(
          fc.array(fc.integer({ min: 0, max: cycle }), { minLength: size, maxLength: size }),
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
            minLength: size * size,
            maxLength: size * size,
          }),
          fc.shuffledSubarray(
            Array.from({ length: size }, (_, task) => task),
            { minLength: size, maxLength: size },
          ),
        )
        .map(([times, dice, names]) => ({
          cycle,
          times,
          arcs: dice.flatMap((die, at) => {
            const [from, to] = [Math.floor(at / size), at % size];
            return from < to && die < thickness ? [[names[from] ?? 0, names[to] ?? 0] as const] : [];
          }),
        })),
    );
}

describe('a paced line', () => {
  it('has the fewest stations, proven', () => {
    const balance = balanced(BAKERY);
    expect(lineFaultsOf(BAKERY, balance)).toEqual([]);
    expect(balance.stations).toHaveLength(fewestStations(BAKERY));
    expect(balance.proven).toBe(true);
  });

  it('is optimal on thousands of small lines, as trying everything shows', () => {
    fc.assert(
      fc.property(anyLine(11), (line) => {
        const balance = balanced(line);
        expect(lineFaultsOf(line, balance)).toEqual([]);
        expect(balance.stations).toHaveLength(fewestStations(line));
        expect(balance.proven).toBe(true);
      }),
      { numRuns: 3_000, seed: 20_251_123 },
    );
  });

  it('never tells a bound above the optimum nor breaks the order, however little it may spend', () => {
    fc.assert(
      fc.property(anyLine(11), fc.integer({ min: 0, max: 300 }), (line, work) => {
        const balance = balanced(line, { work, memory: 1 + (work % 7) });
        expect(lineFaultsOf(line, balance)).toEqual([]);
        expect(balance.lowerBound).toBeLessThanOrEqual(fewestStations(line));
      }),
      { numRuns: 1_000, seed: 20_251_124 },
    );
  });

  it('is as long from its end as from its beginning', () => {
    fc.assert(
      fc.property(anyLine(25), (line) => {
        const back = { ...line, arcs: line.arcs.map(([from, to]) => [to, from] as const) };
        const [there, again] = [balanced(line), balanced(back)];
        if (there.proven && again.proven) expect(again.stations.length).toBe(there.stations.length);
        expect(there.lowerBound).toBeLessThanOrEqual(again.stations.length);
      }),
      { numRuns: 300, seed: 20_251_125 },
    );
  });

  it('gives the same answer again, to the last number', () => {
    fc.assert(
      fc.property(anyLine(30), (line) => {
        expect(JSON.stringify(balanced(line))).toBe(JSON.stringify(balanced(line)));
      }),
      { numRuns: 100, seed: 20_251_126 },
    );
  });

  it('needs no station where there is nothing to do', () => {
    const nothing: PacedLine = { cycle: 5, times: [], arcs: [] };
    expect(balanced(nothing)).toMatchObject({ stations: [], lowerBound: 0, proven: true, gap: 0 });
  });

  it('is answered for ten thousand tasks in a row, and for ten thousand side by side', () => {
    const times = Array.from({ length: 10_000 }, (_, task) => 1 + ((task * 7) % 40));
    const row: PacedLine = {
      cycle: 100,
      times,
      arcs: times.slice(1).map((_, task) => [task, task + 1] as const),
    };
    for (const line of [row, { ...row, arcs: [] }]) {
      const balance = balanced(line);
      expect(lineFaultsOf(line, balance)).toEqual([]);
      expect(balance.gap).toBeLessThan(0.2);
    }
  });
});

describe('a line that cannot be', () => {
  it.each([
    [{ ...BAKERY, cycle: 2.5 }, 'CYCLE_NOT_WHOLE', []],
    [{ ...BAKERY, times: [1, -1, 2, 3, 0.5, 1, 1, 1, 1] }, 'TIME_NOT_WHOLE', [1, 4]],
    [{ ...BAKERY, cycle: 6 }, 'LONGER_THAN_CYCLE', [3]],
    [{ ...BAKERY, arcs: [[0, 9]] }, 'UNKNOWN_TASK', [9]],
    [
      {
        ...BAKERY,
        arcs: [
          [0, 1],
          [1, 2],
          [2, 1],
        ],
      },
      'CIRCLE',
      [1, 2],
    ],
  ] as const)('is refused with the tasks that show it: %#', (line, reason, tasks) => {
    const answer = balanceLine(line);
    expect(answer).toMatchObject({ kind: 'LineNotPossible', reason, tasks });
  });
});
