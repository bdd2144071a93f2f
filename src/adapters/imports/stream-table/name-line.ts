import type { NapkinLine } from '../../../domain/index.js';
import { cellText, quoted } from './cell-text.js';
import { rowLine } from './row-line.js';
import type { TableHead } from './table-head.js';
import { echo, type TableTelling } from './table-problems.js';
import type { TableSheet } from './table-sheet.js';

const NO_NAME = /^(?:sheet|steps|table|stream|tabelle|blad|feuil|hoja)\s*\d*$/i;

/** The line that names a stream which no cell names: after its sheet, else after its file; none where both say nothing. */
export function nameLine(
  sheet: TableSheet,
  head: TableHead,
  parts: number,
  title: string | null,
  telling: TableTelling,
): NapkinLine[] {
  const column = head.columns.get('stream');
  if (column && cellText(sheet.rows[head.row + 1]?.[column.index] ?? '') !== '') return [];
  const own = sheet.name !== null && !NO_NAME.test(sheet.name) ? sheet.name : null;
  const name = cellText(own ?? (parts === 1 ? (title ?? '') : (sheet.name ?? '')));
  if (name === '') return [];
  telling.tell(
    'NO_STREAM_LINE',
    sheet.placeOf(head.row, 0),
    `No cell names the stream; it is called ${echo(name)} after the ${own === null && parts === 1 ? 'file' : 'sheet'}.`,
    'Write a row above the heads: stream in its first cell, and in the next what turns into what, such as Enquiry to paid job.',
  );
  return [rowLine(sheet, head.row, [{ text: `stream ${quoted(name)}`, column: 0 }])];
}
