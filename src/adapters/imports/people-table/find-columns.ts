import { cellName } from '../../../domain/chart/index.js';
import type { PeopleTableProblem } from '../../../domain/people/index.js';
import { filledColumns, nameIn, placeOf, textAt, type Grid } from '../grid/grid.js';
import { nearestHead, OWN_HEADS, peopleColumn, type PeopleColumn } from './people-heads.js';
import { readMatrixCell } from './read-skills-cell.js';

const HEADS_LOOKED_AT = 30;

/** Where each column of a list of people stands; a capability column has the levels of one capability, as a skills matrix has. */
export interface PeopleColumns {
  readonly headRow: number;
  readonly places: ReadonlyMap<PeopleColumn, number>;
  readonly matrix: readonly { readonly capability: string; readonly column: number }[];
  readonly problems: readonly PeopleTableProblem[];
}

/** Finds the row of heads, the first that names people; null where there is none. */
export function findColumns(grid: Grid): PeopleColumns | null {
  const last = Math.min(grid.rows.length, HEADS_LOOKED_AT);
  for (let row = 0; row < last; row += 1) {
    const filled = filledColumns(grid, row);
    const heads = filled.map((column) => peopleColumn(textAt(grid, row, column)));
    const names = heads.some((head) => head === 'name' || head === 'last' || head === 'first');
    if (names && (heads.length > 1 || row === 0)) return columnsOf(grid, row, filled);
  }
  return null;
}

function columnsOf(grid: Grid, headRow: number, filled: readonly number[]): PeopleColumns {
  const places = new Map<PeopleColumn, number>();
  const matrix: { capability: string; column: number }[] = [];
  const problems: PeopleTableProblem[] = [];
  for (const column of filled) {
    const head = textAt(grid, headRow, column);
    const cell = cellName(placeOf(headRow, column));
    const known = peopleColumn(head);
    const before = known === null ? undefined : places.get(known);
    if (known === 'aside') continue;
    if (known !== null && before === undefined) places.set(known, column);
    else if (known !== null)
      problems.push({
        code: 'DOUBLE_COLUMN',
        severity: 'WARNING',
        cell,
        message: `"${nameIn(head)}" says the same as column ${cellName(placeOf(headRow, before ?? 0))}; only that one is read. Take one of them away.`,
      });
    else if (isMatrix(grid, headRow, column)) matrix.push({ capability: nameIn(head), column });
    else problems.push(unknownColumn(head, cell));
  }
  return { headRow, places, matrix, problems };
}

function unknownColumn(head: string, cell: string): PeopleTableProblem {
  const near = nearestHead(head);
  const meant = near === null ? '' : ` Did you mean "${near}"?`;
  return {
    code: 'UNKNOWN_COLUMN',
    severity: 'WARNING',
    cell,
    message: `Nobody knows what the column "${nameIn(head)}" holds, so it is not read.${meant} Columns are ${OWN_HEADS}; a column of its own for a capability holds levels 1 to 5, x or licence.`,
  };
}

/** More of the cells below are levels and marks than anything else; the others are told where they stand. */
function isMatrix(grid: Grid, headRow: number, column: number): boolean {
  let said = false;
  let more = 0;
  for (let row = headRow + 1; row < grid.rows.length; row += 1) {
    const text = textAt(grid, row, column);
    const cell = readMatrixCell(text);
    if (text.trim() !== '') more += cell === null ? -1 : 1;
    said ||= cell?.can ?? false;
  }
  return said && more > 0;
}
