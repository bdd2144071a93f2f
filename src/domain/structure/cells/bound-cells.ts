import { bestPartition, type BestPartition, type SolvedRows } from './best-partition.js';
import type { CellProblem } from './cell-problem.js';
import { partTable, type CellTable, type Efficacy } from './cell-table.js';
import { rowOrder } from './row-order.js';

/** Rows that are tried together at most. */
const MOST_TOGETHER = 60;
/** How much of the work left goes to the next group. */
const GREED = 0.6;
/** Places of each column that are looked at in any case: enough for a row alone. */
const LEAST_LOOKS = 40;
const ROUNDS = 6;

interface Group {
  readonly rows: readonly number[];
  readonly table: CellTable;
}

interface Reach {
  /** What the group is worth at most, and the ones and places of the partition that is worth it. */
  readonly worth: number;
  readonly inside: number;
  readonly places: number;
}

/**
 * No partition has a higher efficacy. Rows are cut into groups, and each group may have the columns in cells of its
 * own: that is no harder to keep than one partition for all, and each group is solved exactly. The best fraction over
 * all groups is approached by Dinkelbach's steps, each of which gives a bound. Holds with and without residual cells.
 */
export function boundCells(
  problem: CellProblem,
  reached: Efficacy,
  mostWork: number,
): { readonly upperBound: number; readonly proven: boolean; readonly work: number } {
  let ratio = reached;
  const efficacy = reached.inside / reached.of;
  let upperBound = 1;
  const cut = cutIntoGroups(problem, ratio, mostWork / 2);
  let { work } = cut;
  let reaches: readonly Reach[] | null = cut.reaches;
  for (let round = 0; reaches && round < ROUNDS; round += 1) {
    const sum = (of: (reach: Reach) => number): number =>
      reaches?.reduce((all, each) => all + of(each), 0) ?? 0;
    const worth = sum((each) => each.worth);
    if (ratio === reached && worth <= reached.inside * problem.total)
      return { upperBound: efficacy, proven: true, work };
    upperBound = Math.min(upperBound, worth / (ratio.of * problem.total));
    const inside = sum((each) => each.inside);
    const next = { inside, of: problem.total + sum(({ places }) => places) - inside };
    if (next.inside * ratio.of <= ratio.inside * next.of) break;
    ratio = next;
    const again = solveAll(cut.groups, ratio, mostWork - work);
    work += again.work;
    reaches = again.reaches;
  }
  return { upperBound: Math.max(upperBound, efficacy), proven: false, work };
}

/** Groups of neighbouring rows, each with as many as the work allows to be solved together. */
function cutIntoGroups(
  problem: CellProblem,
  ratio: Efficacy,
  mostWork: number,
): { groups: Group[]; reaches: Reach[]; work: number } {
  const groups: Group[] = [];
  const reaches: Reach[] = [];
  let work = 0;
  for (let left = rowOrder(problem); left.length > 0;) {
    const table = partTable(problem, left.slice(-MOST_TOGETHER));
    const share = Math.min(1, MOST_TOGETHER / left.length) * GREED * (mostWork - work);
    const answer = solveTable(table, ratio, Math.max(share, LEAST_LOOKS * table.columns));
    const count = Math.max(1, table.rows - answer.solved.from);
    const rows = left.slice(-count);
    const group = { rows, table: partTable(problem, rows) };
    work += answer.work;
    groups.push(group);
    reaches.push(reachOf(lastRows(table, count), answer.solved, ratio));
    left = left.slice(0, -count);
  }
  return { groups, reaches, work };
}

/** The last rows of a table, with all its columns. */
function lastRows(table: CellTable, count: number): CellTable {
  const from = (table.rows - count) * table.columns;
  return { ...table, rows: count, ones: table.ones.subarray(from), places: table.places.subarray(from) };
}

function solveTable(table: CellTable, ratio: Efficacy, mostWork: number): BestPartition {
  return bestPartition({
    table: { ...table, room: Infinity },
    residual: true,
    ratio,
    atLeast: null,
    mostWork,
  });
}

function solveAll(
  groups: readonly Group[],
  ratio: Efficacy,
  mostWork: number,
): { reaches: Reach[] | null; work: number } {
  const reaches: Reach[] = [];
  let work = 0;
  for (const group of groups) {
    const answer = solveTable(group.table, ratio, mostWork - work);
    work += answer.work;
    if (!answer.complete) return { reaches: null, work };
    reaches.push(reachOf(group.table, answer.solved, ratio));
  }
  return { reaches, work };
}

/** What solved rows come to; the rows before the last that have a cell are in none. */
function reachOf(table: CellTable, { worth, cellOf }: SolvedRows, ratio: Efficacy): Reach {
  return { worth, ...insideOf(lastRows(table, cellOf.length), cellOf, ratio) };
}

/** The ones and places inside the cells of a partition, each column in the cell where it adds most, if it adds anything. */
function insideOf(table: CellTable, cellOf: Int32Array, ratio: Efficacy): { inside: number; places: number } {
  const { rows, columns, ones, places } = table;
  const total = { inside: 0, places: 0 };
  const held = { inside: new Float64Array(rows * columns), places: new Float64Array(rows * columns) };
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const [from, to] = [row * columns + column, (cellOf[row] ?? 0) * columns + column];
      held.inside[to] = (held.inside[to] ?? 0) + (ones[from] ?? 0);
      held.places[to] = (held.places[to] ?? 0) + (places[from] ?? 0);
    }
  for (let column = 0; column < columns; column += 1) {
    let [gain, best] = [0, -1];
    for (let at = column; at < rows * columns; at += columns) {
      const here = (ratio.of + ratio.inside) * (held.inside[at] ?? 0) - ratio.inside * (held.places[at] ?? 0);
      if (here > gain) [gain, best] = [here, at];
    }
    total.inside += held.inside[best] ?? 0;
    total.places += held.places[best] ?? 0;
  }
  return total;
}
