import { weightsOf, type CellTable, type Efficacy } from './cell-table.js';
import { fillEmptyCells } from './fill-empty-cells.js';

/** What is asked of the exact search. */
export interface PartitionQuestion {
  readonly table: CellTable;
  readonly residual: boolean;
  readonly ratio: Efficacy;
  /** Only a partition of all rows that is worth more is looked for; null looks for the best. */
  readonly atLeast: number | null;
  readonly mostWork: number;
}

export interface BestPartition {
  /** The cell of each row; null where no partition is worth more than was asked for. */
  readonly cellOf: Int32Array | null;
  /** What the best partition is worth: what the places inside cells add at the ratio. */
  readonly worth: number;
  /** false where the work ran out: then nothing is known of the whole. */
  readonly complete: boolean;
  readonly work: number;
  /** What is known even then. */
  readonly solved: SolvedRows;
}

/** Rows from one to the last, solved as if they were alone. */
export interface SolvedRows {
  readonly from: number;
  readonly worth: number;
  /** The cells of the last rows, as many as there are numbers; the rows before them are in none. */
  readonly cellOf: Int32Array;
}

interface Search {
  readonly question: PartitionQuestion;
  readonly weights: Float64Array;
  /** What the rows from here on are worth at most, taken alone. */
  readonly tails: Float64Array;
  readonly gains: Float64Array;
  readonly chosen: Int32Array;
  /** For each depth and column the best and the second best gain so far, and the cell of the best. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly firstCell: Int32Array;
  readonly taken: Float64Array;
  readonly cellOf: Int32Array;
  cells: number;
  best: number;
  bestCells: Int32Array | null;
  work: number;
}

/**
 * The partition of the rows that is worth most, columns answering with their best: depth-first over the rows, each in
 * a cell that stands or in a new one, bounded by what the rows left are worth alone (Russian doll search: Verfaillie,
 * Lemaître, Schiex, AAAI 1996), which is found by the same search from the last row backwards. Bell's number of rows
 * at worst, far less in practice.
 */
export function bestPartition(question: PartitionQuestion): BestPartition {
  const search = startSearch(question);
  const { rows } = question.table;
  let solved: SolvedRows = { from: rows, worth: 0, cellOf: new Int32Array(0) };
  for (let row = rows - 1; row >= 0 && !isSpent(search); row -= 1) {
    const whole = row === 0 && question.atLeast !== null;
    search.best = whole ? (question.atLeast ?? 0) : solved.worth;
    search.bestCells = null;
    descend(search, row, row, 0, whole && !question.residual);
    search.tails[row] = search.best;
    if (!isSpent(search))
      solved = { from: row, worth: search.best, cellOf: search.bestCells ?? solved.cellOf };
  }
  const { bestCells, best, work } = search;
  return { cellOf: bestCells, worth: best, complete: !isSpent(search), work, solved };
}

function startSearch(question: PartitionQuestion): Search {
  const { rows, columns } = question.table;
  const levels = (rows + 1) * columns;
  return {
    question,
    weights: weightsOf(question.table, question.ratio),
    tails: new Float64Array(rows + 1),
    gains: new Float64Array(levels),
    chosen: new Int32Array(columns),
    first: new Float64Array(levels),
    second: new Float64Array(levels),
    firstCell: new Int32Array(levels),
    taken: new Float64Array(rows + 1),
    cellOf: new Int32Array(rows),
    cells: 0,
    best: 0,
    bestCells: null,
    work: 0,
  };
}

function isSpent({ work, question }: Search): boolean {
  return work > question.mostWork;
}

/** Every place for this row that may lead to more than the best so far, the best first. As deep as there are rows. */
function descend(search: Search, from: number, row: number, worth: number, everyCellFilled: boolean): void {
  const { table } = search.question;
  if (row === table.rows) {
    conclude(search, from, everyCellFilled ? filledWorth(search) : worth);
    return;
  }
  const tail = search.tails[row + 1] ?? 0;
  for (const { cell, sum } of optionsFor(search, row)) {
    if (sum + tail <= search.best) return;
    const opened = cell === search.cells;
    put(search, row, cell, 1);
    if (opened) search.cells += 1;
    descend(search, from, row + 1, sum, everyCellFilled);
    if (opened) search.cells -= 1;
    put(search, row, cell, -1);
    if (isSpent(search)) return;
  }
}

function conclude(search: Search, from: number, worth: number): void {
  if (worth <= search.best) return;
  search.best = worth;
  search.bestCells = search.cellOf.slice(from);
}

function put(
  { question: { table }, weights, gains, taken, cellOf }: Search,
  row: number,
  cell: number,
  sign: number,
): void {
  const { columns, loads } = table;
  const [from, to] = [row * columns, cell * columns];
  for (let column = 0; column < columns; column += 1)
    gains[to + column] = (gains[to + column] ?? 0) + sign * (weights[from + column] ?? 0);
  taken[cell] = (taken[cell] ?? 0) + sign * (loads[row] ?? 0);
  cellOf[row] = cell;
}

/** Where the row could go and what all rows so far are then worth. */
function optionsFor(search: Search, row: number): { cell: number; sum: number }[] {
  const { question, cells, taken, tails, best } = search;
  const { columns, loads, room } = question.table;
  twoBest(search, row);
  search.work += 2 * (cells + 1) * columns;
  const options: { cell: number; sum: number }[] = [];
  for (let cell = 0; cell <= cells; cell += 1) {
    if (cell < cells && (taken[cell] ?? 0) + (loads[row] ?? 0) > room) continue;
    const sum = worthWith(search, row, cell);
    if (sum + (tails[row + 1] ?? 0) > best) options.push({ cell, sum });
  }
  return options.sort((a, b) => b.sum - a.sum || a.cell - b.cell);
}

function twoBest({ question, cells, gains, first, second, firstCell }: Search, row: number): void {
  const { columns } = question.table;
  const level = row * columns;
  first.fill(0, level, level + columns);
  second.fill(0, level, level + columns);
  firstCell.fill(-1, level, level + columns);
  for (let cell = 0; cell < cells; cell += 1) {
    const here = cell * columns;
    for (let column = 0; column < columns; column += 1) {
      const gain = gains[here + column] ?? 0;
      if (gain > (first[level + column] ?? 0)) {
        second[level + column] = first[level + column] ?? 0;
        first[level + column] = gain;
        firstCell[level + column] = cell;
      } else if (gain > (second[level + column] ?? 0)) second[level + column] = gain;
    }
  }
}

function worthWith(
  { question, gains, weights, first, second, firstCell }: Search,
  row: number,
  cell: number,
): number {
  const { columns } = question.table;
  const [level, here] = [row * columns, cell * columns];
  let sum = 0;
  for (let column = 0; column < columns; column += 1) {
    const inside = (gains[here + column] ?? 0) + (weights[level + column] ?? 0);
    const other =
      firstCell[level + column] === cell ? (second[level + column] ?? 0) : (first[level + column] ?? 0);
    sum += inside > other ? inside : other;
  }
  return sum;
}

/** What the partition is worth where every column is in a cell and every cell has a column. */
function filledWorth(search: Search): number {
  const { question, cells, gains, chosen } = search;
  const { columns } = question.table;
  let worth = 0;
  for (let column = 0; column < columns; column += 1) {
    let [best, at] = [-Infinity, 0];
    for (let cell = 0; cell < cells; cell += 1) {
      const gain = gains[cell * columns + column] ?? 0;
      if (gain > best) [best, at] = [gain, cell];
    }
    worth += best;
    chosen[column] = at;
  }
  search.work += cells * columns;
  const { cost, work } = fillEmptyCells({ cells, columns, gains, chosen });
  search.work += work;
  return worth - cost;
}
