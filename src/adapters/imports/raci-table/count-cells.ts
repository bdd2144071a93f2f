import type { CellReading } from './read-cell.js';
import type { SheetReading } from './sheet-reading.js';

/** How many cells of some are letters, marks for nothing, and texts; blanks are not counted. */
export interface CellCounts {
  readonly letters: number;
  readonly marks: number;
  readonly texts: number;
}

/** Two letters of mixed case (Ra) are letters beside letters or alone, and a name beside texts only. */
export function countCells(readings: Iterable<CellReading>): CellCounts {
  let [sure, mixed, marks, texts] = [0, 0, 0, 0];
  for (const { kind, mixed: either = false } of readings) {
    if (kind === 'LETTERS' && either) mixed += 1;
    else if (kind === 'LETTERS') sure += 1;
    else if (kind === 'EMPTY_MARK') marks += 1;
    else if (kind === 'TEXT') texts += 1;
  }
  return sure > 0 || mixed > texts
    ? { letters: sure + mixed, marks, texts }
    : { letters: 0, marks, texts: texts + mixed };
}

/** Counts the cells of a column from a row on. */
export function countColumn(sheet: SheetReading, column: number, from = 0): CellCounts {
  const rows = sheet.grid.rows.length;
  return countCells(
    Array.from({ length: Math.max(0, rows - from) }, (_, nth) => sheet.read(from + nth, column)),
  );
}
