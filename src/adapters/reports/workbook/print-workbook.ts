import writeWorkbook, {
  type Cell,
  type CellObject,
  type Row,
  type Sheet as WrittenSheet,
} from 'write-excel-file/node';
import type { Sheet, SheetCell } from '../documents/document.js';
import { withFixedTimes } from '../stream-table/with-fixed-times.js';
import { xmlText } from '../stream-table/xml-text.js';
import { sheetMarkup } from './sheet-markup.js';

/** A cell of Excel holds no more than this. */
const LONGEST_CELL = 32_000;
const SLIM = 12;
const UPRIGHT: Partial<CellObject> = { textRotation: 90, align: 'center' };

/** The look of a letter beside the letter itself; the first of several decides, A before R. */
const LETTER_LOOKS: readonly (readonly [letter: string, look: Partial<CellObject>])[] = [
  ['A', { backgroundColor: '#14508c', textColor: '#ffffff', fontWeight: 'bold' }],
  ['R', { backgroundColor: '#cfe2f5', fontWeight: 'bold' }],
  ['C', { backgroundColor: '#fdf0c8', fontStyle: 'italic' }],
  ['I', { backgroundColor: '#eceff2' }],
];

/** Tables as a workbook: heads that stay in sight, with filters, coloured letters, A4 landscape as wide as the table. The same tables give the same bytes. */
export async function printWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map((sheet): WrittenSheet<Buffer> => ({
    sheet: sheet.name,
    data: [headOf(sheet), ...sheet.rows.map((row) => rowOf(row, sheet))],
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: sheet.fixed,
    orientation: 'landscape',
  }));
  return withFixedTimes(await writeWorkbook(written, { features: [sheetMarkup(sheets)] }).toBuffer());
}

/** Names of roles over slim columns of letters stand upright. */
function headOf({ columns }: Sheet): Row {
  return columns.map(({ head, letters, width }): CellObject => ({
    value: xmlText(head),
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#e8eef4',
    wrap: true,
    alignVertical: 'bottom',
    ...(letters && width < SLIM ? UPRIGHT : {}),
  }));
}

function rowOf(row: readonly SheetCell[], { columns }: Sheet): Row {
  return row.map((cell, column) => cellOf(cell, columns[column]?.letters ?? false));
}

function cellOf(cell: SheetCell, letters: boolean): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' };
  const value = xmlText(cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL)} …` : cell);
  if (!letters) return { value, type: String, wrap: true, alignVertical: 'top' };
  const look = LETTER_LOOKS.find(([letter]) => cell.includes(letter))?.[1] ?? {};
  return { value, type: String, align: 'center', alignVertical: 'top', ...look };
}
