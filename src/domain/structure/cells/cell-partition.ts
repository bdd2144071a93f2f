import type { CellProblem } from './cell-problem.js';
import type { Cell } from './cell-formation.js';
import type { Efficacy } from './cell-table.js';

/** The cell of every row and of every column; −1 is a column in no cell with rows. */
export interface CellPartition {
  readonly rowCell: ArrayLike<number>;
  readonly columnCell: ArrayLike<number>;
}

/** How good a partition is. */
export function efficacyOf(problem: CellProblem, { rowCell, columnCell }: CellPartition): Efficacy {
  const sizes = new Map<number, number>();
  let inside = 0;
  let places = 0;
  for (let row = 0; row < problem.rows; row += 1) {
    const cell = rowCell[row] ?? 0;
    sizes.set(cell, (sizes.get(cell) ?? 0) + (problem.rowSizes[row] ?? 1));
    for (const [column, ones] of problem.entries[row] ?? []) if (columnCell[column] === cell) inside += ones;
  }
  for (let column = 0; column < problem.columns; column += 1)
    places += (sizes.get(columnCell[column] ?? -1) ?? 0) * (problem.columnSizes[column] ?? 1);
  return { inside, of: problem.total + places - inside };
}

/** The cells in the order of their first machine; a machine or part without a counterpart is a cell of its own, such parts last. */
export function cellsOf(
  problem: CellProblem,
  { rowCell, columnCell }: CellPartition,
  swapped: boolean,
): Cell[] {
  const cells = new Map<number, { rows: number[]; columns: number[] }>();
  const open = (cell: number): { rows: number[]; columns: number[] } => {
    const known = cells.get(cell) ?? { rows: [], columns: [] };
    cells.set(cell, known);
    return known;
  };
  problem.rowMembers.forEach((members, row) => open(rowCell[row] ?? 0).rows.push(...members));
  problem.columnMembers.forEach((members, column) => open(columnCell[column] ?? -1).columns.push(...members));
  const ascending = (a: number, b: number): number => a - b;
  return [...cells.values()]
    .map(({ rows, columns }) =>
      swapped ? { machines: columns, parts: rows } : { machines: rows, parts: columns },
    )
    .flatMap(({ machines, parts }) =>
      machines.length > 0 && parts.length > 0
        ? [{ machines: machines.sort(ascending), parts: parts.sort(ascending) }]
        : [
            ...machines.map((machine) => ({ machines: [machine], parts: [] })),
            ...parts.map((part) => ({ machines: [], parts: [part] })),
          ],
    )
    .sort((a, b) => firstOf(a) - firstOf(b) || (a.parts[0] ?? 0) - (b.parts[0] ?? 0));
}

/** Cells without machines come last. */
function firstOf({ machines }: Cell): number {
  return machines[0] ?? Number.MAX_SAFE_INTEGER;
}
