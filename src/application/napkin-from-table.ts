import { cellName, type Problem, type TableUnreadable } from '../domain/index.js';
import type { ReadStreamTable } from './ports/index.js';
import { readDrafts } from './read-napkin-text.js';

/** A problem of a table, by the name of its cell. */
export type TableProblem = Omit<Problem, 'place' | 'fix'> & {
  /** Such as C7; null where the problem has no place. */
  readonly cell: string | null;
  /** null for a file without sheets. */
  readonly sheet: string | null;
};

/** What a table says as a napkin. */
export interface TableAsNapkin {
  readonly kind: 'TableAsNapkin';
  readonly napkin: string;
  readonly steps: number;
  readonly problems: readonly TableProblem[];
}

/** Turns a table of steps into a napkin and stores nothing; a table with errors is turned as far as it was understood. */
export function napkinFromTable({ readStreamTable }: { readonly readStreamTable: ReadStreamTable }) {
  return async (bytes: Uint8Array, title: string | null = null): Promise<TableAsNapkin | TableUnreadable> => {
    const table = await readStreamTable(bytes, { title });
    if (table.kind === 'TableUnreadable') return table;
    const { canonical, steps, problems } = readDrafts(table);
    return { kind: 'TableAsNapkin', napkin: canonical, steps, problems: problems.map(byCell) };
  };
}

function byCell({ code, severity, message, suggestion, place }: Problem): TableProblem {
  const cell = place && cellName({ row: place.line, column: place.column });
  return { code, severity, message, suggestion, cell, sheet: place?.sheet ?? null };
}
