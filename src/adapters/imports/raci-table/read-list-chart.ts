import { findListColumns, type ListColumns } from './find-list-columns.js';
import { filledColumns, nameIn, placeOf, textAt } from '../grid/grid.js';
import { beginListChart } from './list-chart.js';
import type { ListReader } from './list-reader.js';
import { readListRow } from './read-list-row.js';
import type { ChartContent } from './read-grid-chart.js';
import { saysTotal } from './head-words.js';
import { namePieces } from './name-pieces.js';
import { readCell } from './read-cell.js';
import { gatherEvidence } from './role-evidence.js';
import { isCount } from './split-names.js';
import { explainsLetters, type SheetReading } from './sheet-reading.js';
import type { Told } from './told.js';

/** Reads a list of activities with one column for each letter, or of activity, role and letter; null where the sheet is neither. */
export function readListChart(sheet: SheetReading, told: Told): ChartContent | null {
  const columns = findListColumns(sheet);
  if (!columns) return null;
  const chart = beginListChart(told);
  const title = tellAround(sheet, columns, told);
  readRows({ sheet, columns, chart, evidence: gatherEvidence(namesIn(sheet, columns)), told });
  return { title, layout: columns.pair ? 'LIST' : 'LETTER_COLUMNS', ...chart.content() };
}

/** Tells the lines above the header and the columns beside the list; returns the title. */
function tellAround(sheet: SheetReading, columns: ListColumns, told: Told): string | null {
  let title: string | null = null;
  for (let row = 0; row < columns.header; row += 1) {
    const [first] = filledColumns(sheet.grid, row);
    if (first === undefined) continue;
    const text = sheet.name(row, first);
    title ??= text;
    told.tell('TITLE_ROW', placeOf(row, first), `"${text}" stands above the header and is read as a title.`);
  }
  for (const column of columns.leftOut) {
    const message = `"${sheet.name(columns.header, column)}" holds texts and no letters; it is left out of the chart.`;
    told.tell('COLUMN_LEFT_OUT', placeOf(columns.header, column), message);
  }
  return title;
}

/** Every cell that names roles, without rows of counts. */
function namesIn(sheet: SheetReading, columns: ListColumns): string[] {
  return rowsBelow(sheet, columns).flatMap((row) =>
    roleColumns(columns).flatMap((column) =>
      namePieces(textAt(sheet.grid, row, column), sheet.vocabulary).filter(
        (part) => !isCount(part) && readCell(part, sheet.vocabulary).kind !== 'EMPTY_MARK',
      ),
    ),
  );
}

function rowsBelow({ grid }: SheetReading, { header }: ListColumns): number[] {
  return grid.rows.flatMap((_, row) => (row > header ? [row] : []));
}

function roleColumns({ pair, letters }: ListColumns): readonly number[] {
  return pair ? [pair.role] : letters.map(({ column }) => column);
}

function readRows(reader: ListReader): void {
  const { sheet, columns, chart, told } = reader;
  const last = sheet.grid.rows.findLastIndex((_, row) => filledColumns(sheet.grid, row).length > 1);
  const lastNamed = lastRowOfNames(sheet, columns);
  let activity: { readonly name: string; readonly position: number } | null = null;
  let section: string | null = null;
  for (let row = columns.header + 1; row < sheet.grid.rows.length; row += 1) {
    const filled = filledColumns(sheet.grid, row);
    const [first] = filled;
    if (first === undefined) continue;
    const total = isTotal(sheet, columns, row, row > lastNamed);
    const kind = total ? 'TOTAL_ROW' : asideRow(sheet, columns, row, filled, row > last);
    if (kind) {
      const does = total ? 'counts, and is' : 'is';
      told.tell(kind, placeOf(row, first), `"${sheet.name(row, first)}" ${does} no line of the list.`);
      if (kind === 'SECTION_ROW') section = sheet.name(row, first).replace(/:$/, '');
      continue;
    }
    const beside = columns.section === null ? '' : sheet.name(row, columns.section);
    if (beside !== '') section = beside;
    const name = nameIn(textAt(sheet.grid, row, columns.activity));
    const at = placeOf(row, columns.activity);
    if (name === '') tellUnnamed(reader, row, activity?.name ?? null);
    if (name !== '' || !activity) {
      const shown = name === '' ? `Row ${row + 1}` : name;
      activity = { name: shown, position: chart.activity(shown, section, at, columns.pair !== null) };
    }
    readListRow(reader, row, activity);
  }
}

function tellUnnamed({ columns, told }: ListReader, row: number, above: string | null): void {
  const at = placeOf(row, columns.activity);
  if (above === null) {
    told.tell(
      'ACTIVITY_WITHOUT_NAME',
      at,
      `Row ${row + 1} names no activity. Write what its letters are for.`,
    );
    return;
  }
  const message = `The cell is empty; the row is read as one more of "${above}" above it.`;
  told.tell('FILLED_DOWN', at, message, { activity: above });
}

/** The cells of a row that name roles or give letters, without blanks. */
function cellsOf(sheet: SheetReading, columns: ListColumns, row: number): string[] {
  const where = columns.pair ? [columns.pair.role, columns.pair.letter] : roleColumns(columns);
  return where.map((column) => sheet.name(row, column)).filter((text) => text !== '');
}

function lastRowOfNames(sheet: SheetReading, columns: ListColumns): number {
  return sheet.grid.rows.findLastIndex((_, row) =>
    cellsOf(sheet, columns, row).some((text) => !isCount(text)),
  );
}

/** Nothing but counts: beside a word for sums anywhere, beside any other name only where no names follow. */
function isTotal(sheet: SheetReading, columns: ListColumns, row: number, below: boolean): boolean {
  const cells = cellsOf(sheet, columns, row);
  if (cells.length === 0 || !cells.every(isCount)) return false;
  return saysTotal(sheet.name(row, columns.activity)) || (below && cells.length > 1);
}

function asideRow(
  sheet: SheetReading,
  columns: ListColumns,
  row: number,
  filled: readonly number[],
  below: boolean,
): 'REPEATED_HEADER' | 'LEGEND_ROW' | 'SECTION_ROW' | 'NOTE_ROW' | null {
  const repeats = filled.every((column) => sheet.name(row, column) === sheet.name(columns.header, column));
  if (repeats) return 'REPEATED_HEADER';
  if (filled.length > 1) return null;
  const first = sheet.name(row, filled[0] ?? 0);
  if (explainsLetters(first)) return 'LEGEND_ROW';
  if (below && filledColumns(sheet.grid, row - 1).length < 2) return 'NOTE_ROW';
  const lone = (sheet.grid.rows[row]?.length ?? 0) === 1 || first.endsWith(':');
  return lone ? 'SECTION_ROW' : null;
}
