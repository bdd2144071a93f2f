import type { TableReading, TableReadingOptions, TableUnreadable } from '../../../domain/chart/index.js';
import type { Grid } from '../grid/grid.js';
import { kindOfFile, MOST_CELLS } from '../grid/kind-of-file.js';
import { findListColumns, type ListColumns } from './find-list-columns.js';
import { readTextTables } from './read-text-tables.js';
import { readGridChart } from './read-grid-chart.js';
import { readListChart } from './read-list-chart.js';
import { readXlsxGrid } from './read-xlsx-grid.js';
import { readSheet, type SheetReading } from './sheet-reading.js';
import { tellNoLetters } from './tell-no-letters.js';
import { beginTelling } from './told.js';

/** Reads a RACI chart from CSV or XLSX; never throws for what is in the file: a table, or why there is none. */
export async function readRaciTable(
  bytes: Uint8Array,
  options: TableReadingOptions = {},
): Promise<TableReading> {
  const grids = await openGrids(bytes, options.sheet ?? null);
  return 'kind' in grids ? grids : firstChart(grids, options);
}

async function openGrids(
  bytes: Uint8Array,
  sheet: string | null,
): Promise<readonly Grid[] | TableUnreadable> {
  const kind = kindOfFile(bytes);
  if (kind === 'WORKBOOK') {
    const grid = await readXlsxGrid(bytes, sheet);
    return 'kind' in grid ? grid : [grid];
  }
  if (kind !== 'TEXT') return kind;
  const tables = readTextTables(bytes);
  if ('kind' in tables || sheet === null) return tables;
  const named =
    tables.find((one) => one.sheet === sheet) ??
    (/^[1-9]\d{0,4}$/.test(sheet) ? tables[Number(sheet) - 1] : undefined);
  if (named && tables.length > 1) return [{ ...named, told: [] }];
  const names = tables.flatMap((one) => (one.sheet === null ? [] : [`"${one.sheet}"`])).join(', ');
  return refused(
    'UNKNOWN_SHEET',
    names === ''
      ? 'A CSV file has no sheets. Leave the sheet out.'
      : `The file has no table "${sheet}". Beside the first it has ${names}.`,
  );
}

/** The first table of a file that is a chart; where none is, why the first is none. */
function firstChart(grids: readonly Grid[], options: TableReadingOptions): TableReading {
  let first: TableReading | null = null;
  for (const grid of grids) {
    const reading = readChart(grid, options);
    if (reading.kind === 'RaciTable') return reading;
    first ??= reading;
  }
  return (
    first ??
    refused(
      'EMPTY_TABLE',
      'There is nothing in the file. A chart has activities, roles, and the letters R, A, C and I.',
    )
  );
}

function readChart(grid: Grid, options: TableReadingOptions): TableReading {
  const cells = grid.rows.reduce((sum, row) => sum + row.length, 0);
  if (cells > MOST_CELLS)
    return refused(
      'TOO_LARGE',
      `The sheet has ${cells} cells; at most ${MOST_CELLS} are read. Save the chart by itself.`,
    );
  if (!grid.rows.some((row) => row.some((text) => text.trim() !== ''))) {
    return refused(
      'EMPTY_TABLE',
      'There is nothing in the file. A chart has activities, roles, and the letters R, A, C and I.',
    );
  }
  const { schemeWords = [] } = options;
  const sheet = readSheet(grid, schemeWords);
  const told = beginTelling();
  for (const { code, message } of grid.told) told.tell(code, { row: 1, column: 1 }, message);
  const listed = schemeWords.length === 0 ? null : findListColumns(sheet, schemeWords);
  if (listed) return refused('NOT_A_GRID', tellList(sheet, listed));
  const list = schemeWords.length === 0 ? readListChart(sheet, told) : null;
  const chart = list ?? readGridChart(sheet, options, told);
  if (!chart) return refused('NO_LETTERS', tellNoLetters(sheet));
  if (chart.roles.length === 0)
    return refused('NO_ROLES', 'The chart names no roles. Write one over each column of letters.');
  if (chart.activities.length === 0)
    return refused('NO_ACTIVITIES', 'The chart names no activities. Write one before each row of letters.');
  return { kind: 'RaciTable', sheet: grid.sheet, ...chart, oddities: told.all() };
}

/** Why a list is not held to a scheme, and what to do. */
function tellList(sheet: SheetReading, { header, letters, pair }: ListColumns): string {
  const heads = (columns: readonly number[]): string =>
    columns.map((column) => `"${sheet.name(header, column)}"`).join(', ');
  const found = pair
    ? `a role and a letter in each row (${heads([pair.role, pair.letter])})`
    : `names of roles under ${heads(letters.map(({ column }) => column))}`;
  return `This is a list, with ${found}; a scheme is read from a grid. Lay the chart out with a row for each activity or decision, a column for each role, and the letters where they meet.`;
}

function refused(code: TableUnreadable['code'], message: string): TableUnreadable {
  return { kind: 'TableUnreadable', code, message };
}
