import { moveRow, respond, type Climb } from './cell-climb.js';

/** Moves single rows to their best cell, a new one included, until no move makes the partition better. */
export function climbRows(climb: Climb, order: ArrayLike<number>, mostWork: number): void {
  const { rows } = climb.table;
  let still = 0;
  for (let turn = 0; still < rows && climb.work < mostWork; turn = (turn + 1) % rows) {
    still += 1;
    const row = order[turn] ?? 0;
    const better = bestCell(climb, row);
    if (better >= 0 && take(climb, row, better)) still = 0;
  }
}

/** Moves the row where that is better; only the columns' full answer decides. */
function take(climb: Climb, row: number, to: number): boolean {
  const { cellOf, members, value } = climb;
  const from = cellOf[row] ?? 0;
  const alone = members[from] === 1;
  const last = climb.cells - 1;
  moveRow(climb, row, to);
  climb.value = respond(climb);
  if (climb.value > value) return true;
  if (alone) moveRow(climb, row, climb.cells);
  else moveRow(climb, row, from);
  void last;
  climb.value = respond(climb);
  return false;
}

/** The cell where the row adds most, when every column answers with its best; −1 where it is best where it is. */
function bestCell(climb: Climb, row: number): number {
  const { table, cells, cellOf, members, taken, value, ratio } = climb;
  const { columns, loads, room } = table;
  const from = cellOf[row] ?? 0;
  const alone = members[from] === 1;
  lookAround(climb, row, from, alone);
  const base = ratio.inside * table.total;
  const load = loads[row] ?? 0;
  let [best, bestValue] = [-1, value];
  const last = alone ? cells - 1 : cells;
  for (let cell = 0; cell <= last; cell += 1) {
    if (cell === from || (cell < cells && (taken[cell] ?? 0) + load > room)) continue;
    const sum = worthIn(climb, row, cell) - base;
    if (sum > bestValue) [best, bestValue] = [cell, sum];
  }
  climb.work += (2 * cells + 1) * columns;
  return best;
}

/** For each column the best cell and the second best, were the row taken out of its own. */
function lookAround(climb: Climb, row: number, from: number, alone: boolean): void {
  const { table, cells, weights, gains, first, second, firstCell, residual } = climb;
  const { columns } = table;
  const none = residual ? 0 : -Infinity;
  first.fill(none);
  second.fill(none);
  firstCell.fill(-1);
  for (let cell = 0; cell < cells; cell += 1) {
    if (cell === from && alone) continue;
    const [here, own] = [cell * columns, row * columns];
    const less = cell === from ? 1 : 0;
    for (let column = 0; column < columns; column += 1) {
      const gain = (gains[here + column] ?? 0) - less * (weights[own + column] ?? 0);
      if (gain > (first[column] ?? 0)) {
        second[column] = first[column] ?? 0;
        first[column] = gain;
        firstCell[column] = cell;
      } else if (gain > (second[column] ?? 0)) second[column] = gain;
    }
  }
}

function worthIn(climb: Climb, row: number, cell: number): number {
  const {
    table: { columns },
    weights,
    gains,
    first,
    second,
    firstCell,
  } = climb;
  const [here, own] = [cell * columns, row * columns];
  let sum = 0;
  for (let column = 0; column < columns; column += 1) {
    const inside = (gains[here + column] ?? 0) + (weights[own + column] ?? 0);
    const other = firstCell[column] === cell ? (second[column] ?? 0) : (first[column] ?? 0);
    sum += inside > other ? inside : other;
  }
  return sum;
}
