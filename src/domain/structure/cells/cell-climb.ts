import { weightsOf, type CellTable, type Efficacy } from './cell-table.js';
import { fillEmptyCells } from './fill-empty-cells.js';

/** A partition of the rows that is being improved, with the best answer of the columns to it. */
export interface Climb {
  readonly table: CellTable;
  readonly residual: boolean;
  /** What each place adds where it is inside, at the present efficacy (Dinkelbach's parameter). */
  readonly weights: Float64Array;
  /** The cell of each row. */
  readonly cellOf: Int32Array;
  readonly members: Int32Array;
  readonly taken: Float64Array;
  /** For each cell what each column would add in it. */
  readonly gains: Float64Array;
  /** The cell that each column chooses; −1 is none. */
  readonly chosen: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly firstCell: Int32Array;
  cells: number;
  ratio: Efficacy;
  /** Above 0 where the partition is better than the ratio. */
  value: number;
  work: number;
}

/** A climb without rows yet, that measures partitions against the ratio. */
export function startClimb(table: CellTable, residual: boolean, ratio: Efficacy): Climb {
  const { rows, columns } = table;
  const climb: Climb = {
    table,
    residual,
    weights: new Float64Array(rows * columns),
    cellOf: new Int32Array(rows),
    members: new Int32Array(rows + 1),
    taken: new Float64Array(rows + 1),
    gains: new Float64Array((rows + 1) * columns),
    chosen: new Int32Array(columns),
    first: new Float64Array(columns),
    second: new Float64Array(columns),
    firstCell: new Int32Array(columns),
    cells: 0,
    ratio,
    value: 0,
    work: 0,
  };
  setRatio(climb, ratio);
  return climb;
}

/** Dinkelbach's step: from now on a partition is worth something where it is better than this ratio. */
export function setRatio(climb: Climb, ratio: Efficacy): void {
  climb.ratio = ratio;
  climb.weights.set(weightsOf(climb.table, ratio));
}

/** Puts the rows where they are told, in cells numbered from 0 without gaps. */
export function placeRows(climb: Climb, cellOf: ArrayLike<number>): void {
  const { table, members, taken, gains } = climb;
  const numbers = new Map<number, number>();
  members.fill(0);
  taken.fill(0);
  gains.fill(0);
  climb.cells = 0;
  for (let row = 0; row < table.rows; row += 1) {
    const told = cellOf[row] ?? 0;
    const cell = numbers.get(told) ?? numbers.size;
    numbers.set(told, cell);
    putRow(climb, row, cell);
  }
  climb.cells = numbers.size;
  climb.value = respond(climb);
}

function putRow(climb: Climb, row: number, cell: number): void {
  const { table, members, taken, cellOf } = climb;
  cellOf[row] = cell;
  members[cell] = (members[cell] ?? 0) + 1;
  taken[cell] = (taken[cell] ?? 0) + (table.loads[row] ?? 0);
  addGains(climb, row, cell, 1);
}

function addGains(
  { table: { columns }, gains, weights }: Climb,
  row: number,
  cell: number,
  sign: number,
): void {
  const [from, to] = [row * columns, cell * columns];
  for (let column = 0; column < columns; column += 1)
    gains[to + column] = (gains[to + column] ?? 0) + sign * (weights[from + column] ?? 0);
}

/** The best cell of every column; what the partition is then worth. */
export function respond(climb: Climb): number {
  const { table, gains, chosen, cells, residual, ratio } = climb;
  const { columns } = table;
  let value = -ratio.inside * table.total;
  for (let column = 0; column < columns; column += 1) {
    let [best, cell] = [residual ? 0 : -Infinity, -1];
    for (let each = 0; each < cells; each += 1) {
      const gain = gains[each * columns + column] ?? 0;
      if (gain > best) [best, cell] = [gain, each];
    }
    value += best;
    chosen[column] = cell;
  }
  climb.work += cells * columns;
  if (residual) return value;
  const { cost, work } = fillEmptyCells({ cells, columns, gains, chosen });
  climb.work += work;
  return value - cost;
}

/** Moves a row; the number of a cell that became empty goes to the last one. */
export function moveRow(climb: Climb, row: number, to: number): void {
  const { table, cellOf, members, taken, gains } = climb;
  const { columns } = table;
  const from = cellOf[row] ?? 0;
  if (from === to) return;
  addGains(climb, row, from, -1);
  members[from] = (members[from] ?? 0) - 1;
  taken[from] = (taken[from] ?? 0) - (table.loads[row] ?? 0);
  if (to === climb.cells) {
    climb.cells += 1;
    gains.fill(0, to * columns, (to + 1) * columns);
  }
  putRow(climb, row, to);
  if (members[from] === 0) closeCell(climb, from);
  climb.work += 2 * columns;
}

function closeCell(climb: Climb, cell: number): void {
  const {
    table: { rows, columns },
    cellOf,
    members,
    taken,
    gains,
  } = climb;
  const last = climb.cells - 1;
  if (cell !== last) {
    gains.copyWithin(cell * columns, last * columns, (last + 1) * columns);
    members[cell] = members[last] ?? 0;
    taken[cell] = taken[last] ?? 0;
    for (let row = 0; row < rows; row += 1) if (cellOf[row] === last) cellOf[row] = cell;
  }
  members[last] = 0;
  taken[last] = 0;
  gains.fill(0, last * columns, (last + 1) * columns);
  climb.cells = last;
}
