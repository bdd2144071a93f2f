import type { CellProblem } from './cell-problem.js';

/** Rows × columns in dense form; a place is one pair of a machine and a part. */
export interface CellTable {
  readonly rows: number;
  readonly columns: number;
  /** Ones of each pair, by row. */
  readonly ones: Float64Array;
  /** Places of each pair, by row. */
  readonly places: Float64Array;
  /** All ones of the problem. */
  readonly total: number;
  /** What each row takes of the room of its cell. */
  readonly loads: Float64Array;
  readonly room: number;
}

/** An efficacy as a fraction of whole numbers, so that comparing is exact. */
export interface Efficacy {
  /** Ones inside cells. */
  readonly inside: number;
  /** All ones and the empty places inside cells. */
  readonly of: number;
}

/** true where the first is the higher one. */
export function isBetter(a: Efficacy, b: Efficacy): boolean {
  return a.inside * b.of > b.inside * a.of;
}

/**
 * What each place adds where it is inside a cell, when a partition is measured against a ratio (Dinkelbach, Management
 * Science 13, 1967): the sum over what is inside, less ratio.inside × all ones, is above 0 exactly where the partition
 * is better than the ratio.
 */
export function weightsOf({ ones, places }: CellTable, { inside, of }: Efficacy): Float64Array {
  return ones.map((held, at) => (of + inside) * held - inside * (places[at] ?? 0));
}

/** All rows and columns of a problem. */
export function wholeTable(problem: CellProblem): CellTable {
  const rows = Array.from({ length: problem.rows }, (_, row) => row);
  const columns = Array.from({ length: problem.columns }, (_, column) => column);
  return tableOf(problem, rows, columns);
}

/** Some rows with the columns that have ones there. */
export function partTable(problem: CellProblem, rows: readonly number[]): CellTable {
  const used = new Set(rows.flatMap((row) => (problem.entries[row] ?? []).map(([column]) => column)));
  return tableOf(
    problem,
    rows,
    [...used].sort((a, b) => a - b),
  );
}

function tableOf(problem: CellProblem, rows: readonly number[], columns: readonly number[]): CellTable {
  const width = columns.length;
  const at = new Map(columns.map((column, nth) => [column, nth]));
  const ones = new Float64Array(rows.length * width);
  const places = new Float64Array(rows.length * width);
  rows.forEach((row, nth) => {
    const size = problem.rowSizes[row] ?? 1;
    columns.forEach((column, other) => {
      places[nth * width + other] = size * (problem.columnSizes[column] ?? 1);
    });
    for (const [column, held] of problem.entries[row] ?? []) ones[nth * width + (at.get(column) ?? 0)] = held;
  });
  return {
    rows: rows.length,
    columns: width,
    ones,
    places,
    total: problem.total,
    loads: Float64Array.from(rows, (row) => problem.loads[row] ?? 0),
    room: problem.room,
  };
}
