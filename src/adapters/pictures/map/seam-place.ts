import type { RowCut } from './cut-rows.js';

/** Where the seam before a column of a row runs down. */
export function seamPlace(
  seams: ReadonlyMap<number, number>,
  { spans, first }: RowCut,
  column: number,
): number {
  return (spans.get(column)?.start ?? 0) - (column === first ? 14 : (seams.get(column) ?? 0));
}
