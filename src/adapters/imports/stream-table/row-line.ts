import type { NapkinLine } from '../../../domain/index.js';
import type { TableSheet } from './table-sheet.js';

/** A part of a line and the column of the cell that says it, from 0; the main part stands for the line as a whole. */
export interface Piece {
  readonly text: string;
  readonly column: number;
  readonly main?: boolean;
}

/** A line of the notation put together from cells of one row; each of its parts knows its cell. */
export function rowLine(sheet: TableSheet, row: number, pieces: readonly Piece[]): NapkinLine {
  const ends: number[] = [];
  let text = '';
  for (const piece of pieces) {
    text = text === '' ? piece.text : `${text} ${piece.text}`;
    ends.push(text.length);
  }
  const placeOf = (from: number, to: number) => {
    const at = ends.findIndex((end) => from < end);
    const piece = pieces[at] ?? pieces.at(-1);
    const whole = at >= 0 && to > (ends[at] ?? 0);
    const main = whole ? pieces.find((one) => one.main) : undefined;
    return sheet.placeOf(row, (main ?? piece)?.column ?? 0);
  };
  return { number: row + 1, text, placeOf };
}
