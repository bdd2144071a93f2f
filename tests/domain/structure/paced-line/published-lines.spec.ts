import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { balanceLine, type PacedLine } from '../../../../src/domain/structure/index.js';
import { lineFaultsOf } from '../../../support/line-checker.js';

const folder = new URL('../../../../../shared/truths/optimisation/salbp/', import.meta.url);
const here = existsSync(folder);
const LIMITS = { work: 10e6, memory: 300_000 };

function graph(name: string): Omit<PacedLine, 'cycle'> {
  const text = readFileSync(new URL(`scholl/${name}.IN2`, folder), 'utf8');
  const [size = 0, ...rest] = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const count = Number(size);
  const arcs = rest
    .slice(count)
    .map((pair) => pair.split(',').map(Number))
    .flatMap(([from = 0, to = 0]) => (from > 0 ? [[from - 1, to - 1] as const] : []));
  return { times: rest.slice(0, count).map(Number), arcs };
}

/** Proved optima: the fewest stations at this cycle time. */
const PROVED = [
  ['MERTENS', 6, 6],
  ['BOWMAN8', 20, 5],
  ['JACKSON', 7, 8],
  ['HESKIA', 216, 5],
  ['SAWYER30', 25, 14],
  ['KILBRID', 57, 10],
  ['TONGE70', 176, 21],
  ['WARNECKE', 54, 31],
  ['WEE-MAG', 45, 38],
  ['WEE-MAG', 54, 31],
  ['LUTZ3', 75, 23],
  ['ARC83', 5048, 16],
  ['ARC111', 5755, 27],
  ['MUKHERJE', 176, 25],
  ['BARTHOL2', 109, 39],
] as const;

interface Told {
  readonly c: number;
  readonly t: readonly number[];
  readonly prec: readonly (readonly [number, number])[];
  readonly optimum: number | null;
  readonly lb: number | null;
  readonly ub: number | null;
}

function otto(tasks: number, each: number): readonly Told[] {
  const rows = gunzipSync(readFileSync(new URL(`otto/otto_n${tasks}.ndjson.gz`, folder)));
  const lines = rows.toString('utf8').trim().split('\n');
  return lines.filter((_, nth) => nth % each === 0).map((row) => JSON.parse(row) as Told);
}

/** Skipped where the folder of published instances is not beside the project. */
(here ? describe : describe.skip)('published lines', () => {
  it.each(PROVED)('%s at %i: %i stations, proven', (name, cycle, optimum) => {
    const line = { cycle, ...graph(name) };
    const balance = balanceLine(line, LIMITS);
    if (balance.kind !== 'LineBalance') throw new Error(balance.message);
    expect(lineFaultsOf(line, balance)).toEqual([]);
    expect(balance).toMatchObject({ lowerBound: optimum, proven: true });
  });

  it.each([
    [20, 5, LIMITS],
    [50, 35, LIMITS],
    [100, 88, LIMITS],
    [1000, 175, { work: 500_000, memory: 100_000 }],
  ] as const)('lines of %i tasks: nothing contradicts what is published', (tasks, each, limits) => {
    for (const { c, t, prec, optimum, lb, ub } of otto(tasks, each)) {
      const line = { cycle: c, times: t, arcs: prec.map(([from, to]) => [from - 1, to - 1] as const) };
      const balance = balanceLine(line, limits);
      if (balance.kind !== 'LineBalance') throw new Error(balance.message);
      expect(lineFaultsOf(line, balance)).toEqual([]);
      expect(balance.lowerBound).toBeLessThanOrEqual(ub ?? optimum ?? t.length);
      expect(balance.stations.length).toBeGreaterThanOrEqual(lb ?? optimum ?? 0);
      if (tasks === 20) expect(balance.proven).toBe(true);
    }
  });
});
