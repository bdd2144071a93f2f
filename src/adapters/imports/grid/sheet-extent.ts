/** The last row and column that an .xlsx sheet can have. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

const TAGS = /<(?:[\w.-]+:)?(c|row)((?:\s(?:[^"'>]|"[^"]*"|'[^']*')*)?)>/g;
const REFERENCE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const CELL = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** How far the filled cells of a sheet reach, from the text of its part. */
export interface SheetExtent {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Where the cells of a sheet say that they stand, before anything is made of them: what reads a sheet fills everything
 * between. Null where one stands beyond the last row or column that there is.
 */
export function sheetExtent(text: string): SheetExtent | null {
  let rows = 0;
  let columns = 0;
  for (const [, tag, attributes = ''] of text.matchAll(TAGS)) {
    const found = REFERENCE.exec(attributes);
    const told = found?.[1] ?? found?.[2];
    if (told === undefined) continue;
    if (tag === 'row') {
      const row = Number(told);
      if (!(row <= LAST_ROW)) return null;
      rows = Math.max(rows, row);
      continue;
    }
    const [, letters, digits] = CELL.exec(told) ?? [];
    if (letters === undefined) return null;
    const column = columnOf(letters);
    const row = Number(digits);
    if (column > LAST_COLUMN || row > LAST_ROW) return null;
    rows = Math.max(rows, row);
    // A cell that ends where it begins holds a format and nothing else.
    if (!attributes.endsWith('/')) columns = Math.max(columns, column);
  }
  return { rows, columns };
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0);
}
