import type { DurationUnit, Force, NapkinLine } from '../../../domain/index.js';
import { cellLines, cellText, quoted } from './cell-text.js';
import type { TableColumn } from './head-spellings.js';
import type { MarkReadings } from './mark-readings.js';
import { rowLine, type Piece } from './row-line.js';
import type { TableHead } from './table-head.js';
import type { TableSheet } from './table-sheet.js';
import type { TableTelling } from './table-problems.js';

/** A table whose rows are being read, and what has been read of it so far. */
export interface TableReading {
  readonly sheet: TableSheet;
  readonly head: TableHead;
  readonly telling: TableTelling;
  readonly readings: MarkReadings;
  /** Names of steps by the number that a column of numbers gives them. */
  readonly numbered: ReadonlyMap<string, string>;
  force: Force | null;
  stream: string | null;
  /** Blocks that are open, the innermost last. */
  readonly blocks: string[];
}

/** One row: its cells by their columns, and the lines and notes that it has given so far. */
export interface RowReading {
  readonly table: TableReading;
  /** From 0. */
  readonly row: number;
  readonly lines: NapkinLine[];
  readonly notes: Piece[];
}

/** What a cell says on one line; empty where the column is not there. */
export function cellOf({ table, row }: RowReading, column: TableColumn): string {
  const headed = table.head.columns.get(column);
  return headed === undefined ? '' : cellText(table.sheet.rows[row]?.[headed.index] ?? '');
}

/** What a cell says, with its line breaks. */
export function linesOf({ table, row }: RowReading, column: TableColumn): string {
  const headed = table.head.columns.get(column);
  return headed === undefined ? '' : cellLines(table.sheet.rows[row]?.[headed.index] ?? '');
}

const NOBODY_KNOWS = /^(?:[-–—.]+|\?+|n\/?a|tbd|tbc|unknown|none)$/i;

/** What a cell of a value says; empty too where it says that nobody knows (-, ?, n/a). */
export function valueOf(reading: RowReading, column: TableColumn): string {
  const text = cellOf(reading, column);
  return NOBODY_KNOWS.test(text) ? '' : text;
}

/** The position of a column from 0. */
export function indexOf({ table }: RowReading, column: TableColumn): number {
  return table.head.columns.get(column)?.index ?? 0;
}

/** The unit of the bare numbers of a column. */
export function unitUnder({ table }: RowReading, column: TableColumn): DurationUnit | null {
  return table.head.columns.get(column)?.unit ?? null;
}

/** Adds a line that one cell says. */
export function addLine(reading: RowReading, pieces: readonly Piece[]): void {
  reading.lines.push(rowLine(reading.table.sheet, reading.row, pieces));
}

/** Keeps what a cell says as a note, which stands behind the other lines of the row. */
export function keepNote(reading: RowReading, index: number, label: string, text: string): void {
  reading.notes.push({ text: `note: ${quoted(`${label}: ${text}`)}`, column: index });
}

/** Tells that a cell cannot be read, and keeps it as a note. */
export function tellUnreadable(
  reading: RowReading,
  column: TableColumn,
  text: string,
  expected: string,
): void {
  const headed = reading.table.head.columns.get(column);
  if (headed === undefined) return;
  const { telling, sheet } = reading.table;
  const signs = Array.from(text);
  const shown = signs.length > 60 ? `${signs.slice(0, 60).join('')}…` : text;
  telling.tell(
    'UNREADABLE_VALUE',
    sheet.placeOf(reading.row, headed.index),
    `"${shown}" cannot be read; it is kept as a note and counts as not known.`,
    `Expected ${expected}.`,
  );
  keepNote(reading, headed.index, headed.label, text);
}
