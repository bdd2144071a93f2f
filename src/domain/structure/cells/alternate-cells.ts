import { efficacyOf } from './cell-partition.js';
import { turned, type CellProblem } from './cell-problem.js';
import { isBetter, type Efficacy } from './cell-table.js';
import type { FoundCells } from './search-cells.js';

const MOST_ROUNDS = 30;

/**
 * Columns choose their best cell, rows choose their best, and so on while that is better; every row starts alone. In
 * linear time of the ones, so it holds at any size; a first answer where more can be afforded.
 */
export function alternateCells(problem: CellProblem): FoundCells {
  const side = turned(problem);
  let rowCell = Array.from({ length: problem.rows }, (_, row) => row);
  let best: FoundCells | null = null;
  let ratio: Efficacy = { inside: 0, of: 1 };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const columnCell = choose(side, rowCell, sizesIn(problem, rowCell), ratio).map(({ cell, gain }) =>
      gain > 0 ? cell : -1,
    );
    const partition = { rowCell, columnCell };
    const efficacy = efficacyOf(problem, partition);
    if (best && !isBetter(efficacy, best.efficacy)) break;
    best = { partition, efficacy };
    ratio = efficacy;
    rowCell = moveRows(problem, rowCell, columnCell, ratio);
  }
  return best ?? { partition: { rowCell, columnCell: [] }, efficacy: ratio };
}

/** The best that columns can answer to rows that stay where they are, by Dinkelbach's steps; with residual cells. */
export function bestAnswer(problem: CellProblem, rowCell: readonly number[]): FoundCells {
  const side = turned(problem);
  const sizes = sizesIn(problem, rowCell);
  let best: FoundCells | null = null;
  for (let ratio: Efficacy = { inside: 0, of: 1 }; ; ratio = best.efficacy) {
    const columnCell = choose(side, rowCell, sizes, ratio).map(({ cell, gain }) => (gain > 0 ? cell : -1));
    const efficacy = efficacyOf(problem, { rowCell, columnCell });
    if (best && !isBetter(efficacy, best.efficacy)) return best;
    best = { partition: { rowCell, columnCell }, efficacy };
  }
}

/** Rows and columns without a counterpart go where they leave the fewest empty places, so that every cell has both. */
export function withoutResidual(problem: CellProblem, { partition }: FoundCells): FoundCells {
  const side = turned(problem);
  const [rowCell, columnCell] = [Array.from(partition.rowCell), Array.from(partition.columnCell)];
  const inRows = sizesIn(problem, rowCell);
  const inColumns = sizesIn(side, columnCell);
  const narrowest = smallest(inColumns, inRows);
  const shortest = smallest(inRows, inColumns);
  if (narrowest === null || shortest === null) return oneCell(problem);
  const settled = {
    rowCell: rowCell.map((cell) => (inColumns.has(cell) ? cell : narrowest)),
    columnCell: columnCell.map((cell) => (inRows.has(cell) ? cell : shortest)),
  };
  return { partition: settled, efficacy: efficacyOf(problem, settled) };
}

/** The smallest cell of one side that the other side has too. */
function smallest(sizes: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  for (const [cell, size] of sizes)
    if (other.has(cell) && (best === null || size < (sizes.get(best) ?? 0))) best = cell;
  return best;
}

/** One cell of everything: what every form allows. */
export function oneCell(problem: CellProblem): FoundCells {
  const partition = { rowCell: new Int32Array(problem.rows), columnCell: new Int32Array(problem.columns) };
  return { partition, efficacy: efficacyOf(problem, partition) };
}

function sizesIn({ rowSizes }: CellProblem, cells: readonly number[]): Map<number, number> {
  const sizes = new Map<number, number>();
  cells.forEach((cell, row) => sizes.set(cell, (sizes.get(cell) ?? 0) + (rowSizes[row] ?? 1)));
  return sizes;
}

/** For each row of the problem the cell, among those where it has ones, in which it adds most. */
function choose(
  { entries, rowSizes }: CellProblem,
  cellOf: readonly number[],
  sizes: ReadonlyMap<number, number>,
  { inside, of }: Efficacy,
): { cell: number; gain: number }[] {
  return entries.map((row, at) => {
    const held = new Map<number, number>();
    for (const [other, ones] of row) {
      const cell = cellOf[other] ?? -1;
      if (cell >= 0) held.set(cell, (held.get(cell) ?? 0) + ones);
    }
    let best = { cell: -1, gain: -Infinity };
    for (const [cell, ones] of held) {
      const gain = (of + inside) * ones - inside * (sizes.get(cell) ?? 0) * (rowSizes[at] ?? 1);
      if (gain > best.gain) best = { cell, gain };
    }
    return best;
  });
}

/** Rows go where they add most, in their order, as far as there is room. */
function moveRows(
  problem: CellProblem,
  rowCell: readonly number[],
  columnCell: readonly number[],
  ratio: Efficacy,
): number[] {
  const sizes = sizesIn(turned(problem), columnCell);
  const taken = new Map<number, number>();
  rowCell.forEach((cell, row) => taken.set(cell, (taken.get(cell) ?? 0) + (problem.loads[row] ?? 0)));
  const wishes = choose(problem, columnCell, sizes, ratio);
  return rowCell.map((cell, row) => {
    const [wish, load] = [wishes[row], problem.loads[row] ?? 0];
    if (!wish || wish.gain <= 0 || wish.cell === cell) return cell;
    if ((taken.get(wish.cell) ?? 0) + load > problem.room) return cell;
    taken.set(wish.cell, (taken.get(wish.cell) ?? 0) + load);
    taken.set(cell, (taken.get(cell) ?? 0) - load);
    return wish.cell;
  });
}
