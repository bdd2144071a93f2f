/** A cell of a sheet; row and column count from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** The name that a spreadsheet gives the cell: `B7`. */
export function cellName(place: CellPlace): string {
  return columnName(place.column) + String(place.row);
}

/** The letters of a column: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Several cells in one reference that a spreadsheet understands, each once: `B7,D7`. */
export function cellNames(places: readonly CellPlace[]): string {
  return [...new Set(places.map(cellName))].join(',');
}

/** Row by row, and from left to right. */
export function comparePlaces(a: CellPlace, b: CellPlace): number {
  return a.row - b.row || a.column - b.column;
}
