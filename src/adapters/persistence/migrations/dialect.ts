/** The two databases that a store can live in. */
export type DatabaseKind = 'SQLITE' | 'POSTGRES';

/** Where the two databases say the same thing in different words. */
export interface Dialect {
  /** Text that is compared by code point whatever the locale of the server. */
  readonly key: string;
  /** What stands behind the last bracket of a table. */
  readonly tableEnd: string;
  /** The column holds something else than white space. */
  filled(column: string): string;
  /** The column holds a JSON array of at least one element. */
  filledList(column: string): string;
}

export const DIALECTS: Readonly<Record<DatabaseKind, Dialect>> = {
  SQLITE: {
    key: 'text',
    tableEnd: ' STRICT',
    filled: (column) => `trim(${column}, char(9, 10, 11, 12, 13, 32, 160)) <> ''`,
    filledList: (column) =>
      `json_valid(${column}) AND json_type(${column}) = 'array' AND json_array_length(${column}) >= 1`,
  },
  POSTGRES: {
    key: 'text COLLATE "C"',
    tableEnd: '',
    filled: (column) => `${column} ~ '\\S'`,
    filledList: (column) => `json_array_length(${column}::json) >= 1`,
  },
};
