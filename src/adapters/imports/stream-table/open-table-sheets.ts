import { cellName, printAmount, type TableUnreadable } from '../../../domain/index.js';
import { kindOfFile, MOST_CELLS } from '../grid/kind-of-file.js';
import { openWorkbook, type OpenSheet } from '../grid/open-workbook.js';
import { readCsvGrid } from '../grid/read-csv-grid.js';
import { tableSheet, type TableSheet } from './table-sheet.js';
import type { TableTelling } from './table-problems.js';
import { workbookMarks, type SheetMarks } from './workbook-marks.js';

/** Opens a file as sheets of texts: one sheet without a name for CSV, all sheets of a workbook; tells what is odd about it. */
export async function openTableSheets(
  bytes: Uint8Array,
  telling: TableTelling,
): Promise<readonly TableSheet[] | TableUnreadable> {
  const kind = kindOfFile(bytes);
  if (kind !== 'TEXT' && kind !== 'WORKBOOK') return kind;
  const sheets = kind === 'TEXT' ? openCsv(bytes, telling) : await openXlsx(bytes, telling);
  if ('kind' in sheets) return sheets;
  const cells = Math.max(0, ...sheets.map(({ rows }) => rows.reduce((sum, row) => sum + row.length, 0)));
  if (cells <= MOST_CELLS) return sheets;
  const message = `A sheet has ${cells} cells; at most ${MOST_CELLS} are read. Save the table by itself.`;
  return { kind: 'TableUnreadable', code: 'TOO_LARGE', message };
}

function openCsv(bytes: Uint8Array, telling: TableTelling): readonly TableSheet[] | TableUnreadable {
  const grid = readCsvGrid(bytes);
  if ('kind' in grid) return grid;
  for (const { message } of grid.told)
    telling.tell('ENCODING_GUESSED', { line: 1, column: 1, length: 0 }, message);
  return [tableSheet(null, grid.rows)];
}

async function openXlsx(
  bytes: Uint8Array,
  telling: TableTelling,
): Promise<readonly TableSheet[] | TableUnreadable> {
  const opened = await openWorkbook(bytes);
  if ('kind' in opened) return opened;
  const marks = workbookMarks(bytes);
  return opened.map(({ name, rows }) => {
    const own = marks.get(name);
    const texts = rows.map((row, at) =>
      row.map((value, column) => asText(value, isPercent(own, at, column))),
    );
    const sheet = tableSheet(name, texts);
    if (own) tellMarks(own, sheet, telling);
    return sheet;
  });
}

function isPercent(marks: SheetMarks | undefined, row: number, column: number): boolean {
  return marks?.percent.has(cellName({ row: row + 1, column: column + 1 })) ?? false;
}

/** A value as somebody would type it: per cent with its sign, a time of day as hours and minutes, a date as a day. */
function asText(value: OpenSheet['rows'][number][number], percent: boolean): string {
  if (value === null) return '';
  if (value instanceof Date) return timeText(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'number') return String(value);
  return percent ? `${printAmount(value * 100)}%` : printAmount(value);
}

const FIRST_DAY = Date.UTC(1899, 11, 30);
const YEAR = 366 * 24 * 3600 * 1000;

/** Spreadsheets keep 1:30 as a time of their first day: then it is a duration. */
function timeText(date: Date): string {
  const seconds = Math.round((date.getTime() - FIRST_DAY) / 1000);
  if (date.getTime() - FIRST_DAY >= YEAR || seconds < 0) return date.toISOString().slice(0, 10);
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`);
  return told.length === 0 ? '0m' : told.join(' ');
}

function tellMarks({ merged, hidden }: SheetMarks, sheet: TableSheet, telling: TableTelling): void {
  const place = sheet.placeOf(0, 0);
  const listed = (all: readonly string[]): string =>
    all.length <= 5 ? all.join(', ') : `${all.slice(0, 5).join(', ')} and ${all.length - 5} more`;
  if (merged.length > 0) {
    telling.tell(
      'MERGED_CELLS',
      placeOfRange(merged[0] ?? '', sheet),
      `Cells are merged (${listed(merged)}); what they hold counts for their first row and column only.`,
      'Unmerge them, and write what holds for several rows into each of them.',
    );
  }
  if (hidden.length > 0) {
    telling.tell(
      'HIDDEN_CELLS',
      place,
      `Some of the sheet is hidden (${listed(hidden)}); it is read like all the rest.`,
      'Delete what is no part of the stream.',
    );
  }
}

function placeOfRange(range: string, sheet: TableSheet): ReturnType<TableSheet['placeOf']> {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)/.exec(range) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return sheet.placeOf(Number(row) - 1, column - 1);
}
