import type { TextPlace } from '../../../domain/index.js';

/** A sheet as texts, and how its cells are told. */
export interface TableSheet {
  /** null for a file that has no sheets. */
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
  /** The place of a cell by its position from 0: its row as the line, its column as the column. */
  readonly placeOf: (row: number, column: number) => TextPlace;
}

/** A sheet over rows of texts. */
export function tableSheet(name: string | null, rows: readonly (readonly string[])[]): TableSheet {
  return {
    name,
    rows,
    placeOf: (row, column) => ({
      line: row + 1,
      column: column + 1,
      length: rows[row]?.[column]?.length ?? 0,
      ...(name === null ? {} : { sheet: name }),
    }),
  };
}
