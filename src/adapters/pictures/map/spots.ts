import type { LaneFrame, Row, RowLayout } from './lay-rows.js';
import type { Cell } from './cell.js';
import { SIZES } from './sizes.js';

/** Where a cell lies on the page. */
export interface Spot {
  readonly row: Row;
  readonly rowIndex: number;
  readonly lane: LaneFrame;
  readonly left: number;
  readonly right: number;
  /** Where work comes in and goes out on the line of flow. */
  readonly into: number;
  readonly out: number;
  /** The edges of its column. */
  readonly column: { readonly start: number; readonly end: number };
}

/** Finds cells on the page; null for one that is in no row. */
export function spotOf({ rows, rowOfColumn }: RowLayout, cell: Cell): Spot | null {
  const rowIndex = rowOfColumn.get(cell.column) ?? 0;
  const row = rows[rowIndex];
  const lane = row?.lanes.get(cell.lane);
  const column = row?.cut.spans.get(cell.column);
  if (!row || !lane || !column) return null;
  const left = (column.start + column.end - cell.card.width) / 2;
  const right = left + cell.card.width;
  const buffer = !cell.step && cell.card.width > SIZES.gate;
  const [into, out] = buffer ? [(left + right) / 2 - 10, (left + right) / 2 + 10] : [left, right];
  return { row, rowIndex, lane, left, right, into, out, column };
}

/** Whether nothing stands above a cell, so that lines can come down to it from the information band. */
export function isUppermost({ plan, rows, rowOfColumn }: RowLayout, cell: Cell): boolean {
  const row = rows[rowOfColumn.get(cell.column) ?? 0];
  const upper = row ? Math.min(...row.lanes.keys()) : 0;
  return cell.lane === upper && plan.columns[cell.column]?.[0] === cell;
}
