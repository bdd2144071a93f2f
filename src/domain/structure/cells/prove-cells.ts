import { bestPartition } from './best-partition.js';
import { placeRows, respond, startClimb } from './cell-climb.js';
import { efficacyOf } from './cell-partition.js';
import type { CellProblem } from './cell-problem.js';
import { wholeTable, type CellTable } from './cell-table.js';
import { fullestFirst, rowOrder } from './row-order.js';
import type { FoundCells } from './search-cells.js';

/** The exact search goes as deep as there are rows. */
const MOST_ROWS = 200;
/** The shares of the work after which the one and the other order of the rows are judged. */
const FIRST_TRIAL = 0.15;
const OTHER_TRIAL = 0.25;

export interface CellProof {
  readonly found: FoundCells;
  readonly proven: boolean;
  readonly work: number;
}

/**
 * Looks for anything better than what was found, until there is nothing or the work runs out. Which order of the rows
 * is the easier one shows early: both are tried, and the one that came further goes on.
 */
export function proveCells(
  problem: CellProblem,
  start: FoundCells,
  residual: boolean,
  mostWork: number,
): CellProof {
  if (problem.rows > MOST_ROWS) return { found: start, proven: false, work: 0 };
  const first = proveInOrder(problem, start, {
    order: rowOrder(problem),
    residual,
    mostWork: mostWork * FIRST_TRIAL,
  });
  if (first.proven) return first;
  const other = proveInOrder(problem, first.found, {
    order: fullestFirst(problem),
    residual,
    mostWork: mostWork * OTHER_TRIAL,
  });
  const spent = first.work + other.work;
  if (other.proven) return { ...other, work: spent };
  const order = first.rowsLeft <= other.rowsLeft ? rowOrder(problem) : fullestFirst(problem);
  const last = proveInOrder(problem, other.found, { order, residual, mostWork: mostWork - spent });
  return { ...last, work: spent + last.work };
}

function proveInOrder(
  problem: CellProblem,
  start: FoundCells,
  {
    order,
    residual,
    mostWork,
  }: { readonly order: readonly number[]; readonly residual: boolean; readonly mostWork: number },
): CellProof & { readonly rowsLeft: number } {
  let [found, work] = [start, 0];
  const table = wholeTable(problem);
  const sorted = inOrder(table, order);
  for (;;) {
    const answer = bestPartition({
      table: sorted,
      residual,
      ratio: found.efficacy,
      atLeast: found.efficacy.inside * problem.total,
      mostWork: mostWork - work,
    });
    work += answer.work;
    const rowsLeft = answer.solved.from;
    if (!answer.complete || !answer.cellOf) return { found, proven: answer.complete, work, rowsLeft };
    found = answered(problem, table, { cellOf: answer.cellOf, order, residual, before: found });
  }
}

function inOrder(table: CellTable, order: readonly number[]): CellTable {
  const { columns } = table;
  const sort = (from: Float64Array): Float64Array => {
    const to = new Float64Array(from.length);
    order.forEach((row, at) => to.set(from.subarray(row * columns, (row + 1) * columns), at * columns));
    return to;
  };
  return {
    ...table,
    ones: sort(table.ones),
    places: sort(table.places),
    loads: Float64Array.from(order, (row) => table.loads[row] ?? 0),
  };
}

interface Answer {
  readonly cellOf: Int32Array;
  readonly order: readonly number[];
  readonly residual: boolean;
  readonly before: FoundCells;
}

/** The better partition, the columns in their best cells. */
function answered(
  problem: CellProblem,
  table: CellTable,
  { cellOf, order, residual, before }: Answer,
): FoundCells {
  const climb = startClimb(table, residual, before.efficacy);
  const rowCell = new Int32Array(problem.rows);
  order.forEach((row, at) => {
    rowCell[row] = cellOf[at] ?? 0;
  });
  placeRows(climb, rowCell);
  respond(climb);
  const partition = { rowCell: climb.cellOf, columnCell: climb.chosen };
  return { partition, efficacy: efficacyOf(problem, partition) };
}
