import type { DurationUnit, TextPlace } from '../../../domain/index.js';
import { readHead, type TableColumn } from './column-heads.js';
import { cellText } from './cell-text.js';
import { isBare } from './mark-readings.js';
import type { TableSheet } from './table-sheet.js';
import { echo, type TableTelling } from './table-problems.js';

/** A column that is known: where it stands, what stands over it, and how its bare numbers are read. */
export interface HeadedColumn {
  readonly index: number;
  readonly label: string;
  readonly unit: DurationUnit | null;
  /** No bare number under it is above 1, and one is below: they are shares such as 0.9. */
  readonly fractions: boolean;
}

/** The row that names the columns. */
export interface TableHead {
  /** From 0. */
  readonly row: number;
  readonly columns: ReadonlyMap<TableColumn, HeadedColumn>;
  /** Columns that nobody knows; what stands in them is kept as notes. */
  readonly others: readonly { readonly index: number; readonly label: string }[];
}

const DEEPEST_HEAD = 200;
const SHARES: ReadonlySet<TableColumn> = new Set(['quality', 'uptime', 'lost', 'sometimes']);

/** Finds the row that names a column of steps and at least one more (or that column alone, where the sheet has no more); null where none does. */
export function findHeadRow({ rows }: TableSheet): number | null {
  const width = Math.max(0, ...rows.slice(0, DEEPEST_HEAD).map((row) => filled(row)));
  for (const [at, row] of rows.slice(0, DEEPEST_HEAD).entries()) {
    const found = new Set(row.map((text) => readHead(cellText(text)).column).filter((one) => one !== null));
    if (found.has('step') && (found.size > 1 || width === 1)) return at;
  }
  return null;
}

function filled(row: readonly string[]): number {
  return row.filter((text) => text.trim() !== '').length;
}

/** Reads the heads of a table; a head that nobody knows, and a second one of the same meaning, are told. */
export function readTableHead(sheet: TableSheet, row: number, telling: TableTelling): TableHead {
  const columns = new Map<TableColumn, HeadedColumn>();
  const others: { index: number; label: string }[] = [];
  const heads = sheet.rows[row] ?? [];
  const width = sheet.rows.slice(row).reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let index = 0; index < width; index++) {
    const label = cellText(heads[index] ?? '');
    const { column, unit } = readHead(label);
    const place = sheet.placeOf(row, index);
    const first = column === null ? undefined : columns.get(column);
    if (column !== null && first === undefined) {
      columns.set(column, {
        index,
        label,
        unit,
        fractions: SHARES.has(column) && holdsFractions(sheet, row, index),
      });
      if (column === 'wait') tellWait(label, place, telling);
    } else if (columnHolds(sheet, row, index)) {
      others.push({ index, label: label === '' ? 'no head' : label });
      if (first) tellSecond(label, first.label, place, telling);
      else tellUnknown(label, place, telling);
    }
  }
  return { row, columns, others };
}

function columnHolds({ rows }: TableSheet, head: number, index: number): boolean {
  return rows.some((row, at) => at > head && (row[index] ?? '').trim() !== '');
}

function holdsFractions({ rows }: TableSheet, head: number, index: number): boolean {
  const numbers = rows
    .slice(head + 1)
    .map((row) => cellText(row[index] ?? ''))
    .filter(isBare)
    .map((text) => Number(text.replace(',', '.')));
  return numbers.some((number) => number > 0 && number < 1) && !numbers.some((number) => number > 1);
}

function tellWait(label: string, place: TextPlace, telling: TableTelling): void {
  if (/after|before/i.test(label)) return;
  telling.tell(
    'WAIT_AFTER',
    place,
    `${echo(label)} is read as the wait after each step, in front of the next one.`,
    'Call the column "Wait after" or "Wait before", so that nobody has to guess.',
  );
}

function tellUnknown(label: string, place: TextPlace, telling: TableTelling): void {
  telling.tell(
    'UNKNOWN_WORD',
    place,
    label === ''
      ? 'This column has no head; what stands in it is kept as notes.'
      : `${echo(label)} is no column that is known; what stands in it is kept as notes.`,
    'The columns are Step, Who, Time, Lead time, Wait after, %C&A, Systems, Capabilities, Force, and those of docs/tables.md.',
  );
}

function tellSecond(label: string, first: string, place: TextPlace, telling: TableTelling): void {
  telling.tell(
    'SECOND_DEFINITION',
    place,
    `${echo(label)} names the same column as ${echo(first)}; that one counts, and what stands in this one is kept as notes.`,
    'Keep one of the two, or give the other a head of its own.',
  );
}
