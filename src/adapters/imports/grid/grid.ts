import type { CellPlace } from '../../../domain/chart/index.js';

/** A sheet as it stands: text by row and column, verbatim; rows may differ in length. */
export interface Grid {
  readonly sheet: string | null;
  readonly rows: readonly (readonly string[])[];
  /** What was odd about opening the file. */
  readonly told: readonly { readonly code: 'ENCODING_GUESSED' | 'OTHER_SHEETS'; readonly message: string }[];
}

/** Characters that nobody sees and that only look like nothing: zero-width spaces and joiners, soft hyphens, direction marks. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A text without the characters that nobody sees. */
export function withoutInvisible(text: string): string {
  return text.replaceAll(INVISIBLE, '');
}

/** A text for people: invisible characters out, white space made one space, Markdown's bold and code marks taken off. */
export function plain(text: string): string {
  const spaced = withoutInvisible(text).normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  const marked = /^(\*\*|__|`)(.+)\1$/.exec(spaced);
  return marked?.[2]?.trim() ?? spaced;
}

/** A name as the chart writes it: only what stands around it, and what nobody sees, is taken off. */
export function nameIn(text: string): string {
  const name = withoutInvisible(text).normalize('NFC').trim();
  const marked = /^(\*\*|__|`)([^*`]+)\1$/.exec(name);
  return marked?.[2]?.trim() ?? name;
}

/** The text of a cell by its position from 0; empty where the row is shorter. */
export function textAt(grid: Grid, row: number, column: number): string {
  return grid.rows[row]?.[column] ?? '';
}

/** The place that people know, counted from 1. */
export function placeOf(row: number, column: number): CellPlace {
  return { row: row + 1, column: column + 1 };
}

/** The longest row. */
export function widthOf(grid: Grid): number {
  return grid.rows.reduce((width, row) => Math.max(width, row.length), 0);
}

/** true where people see nothing in it. */
function isBlank(text: string): boolean {
  return text === '' || (text.charCodeAt(0) <= 32 || text.charCodeAt(0) > 127 ? plain(text) === '' : false);
}

/** The columns of a row that hold something, from left to right. */
export function filledColumns(grid: Grid, row: number): number[] {
  return (grid.rows[row] ?? []).flatMap((text, column) => (isBlank(text) ? [] : [column]));
}
