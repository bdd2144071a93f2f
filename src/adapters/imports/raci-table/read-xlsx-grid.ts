import readWorkbook, { type CellValue } from 'read-excel-file/node';
import type { TableUnreadable } from '../../../domain/chart/index.js';
import type { Grid } from './grid.js';
import { workbookSize } from './workbook-size.js';

/** A workbook that unpacks to more than this, or holds more parts, is refused before it is unpacked. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_ENTRIES = 2_000;

/** Opens a workbook: the sheet that was asked for by name or number, else the first that is not empty. */
export async function readXlsxGrid(
  bytes: Uint8Array,
  wanted: string | null,
): Promise<Grid | TableUnreadable> {
  const size = workbookSize(bytes);
  if (!size)
    return refused(
      'DAMAGED',
      'The workbook is damaged: its list of contents cannot be read. Open it and save it again.',
    );
  if (size.unpacked > MOST_UNPACKED || size.entries > MOST_ENTRIES) {
    return refused(
      'TOO_LARGE',
      `The workbook unpacks to ${Math.round(size.unpacked / 1024 / 1024)} MB in ${size.entries} parts; at most ${MOST_UNPACKED / 1024 / 1024} MB in ${MOST_ENTRIES} parts are read. Save the sheet with the chart by itself.`,
    );
  }
  const sheets = await openWorkbook(bytes);
  if (!sheets)
    return refused(
      'DAMAGED',
      'The workbook cannot be opened as .xlsx. Open it and save it again as .xlsx or as CSV.',
    );
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((text) => text !== '')));
  const chosen =
    wanted === null ? filled[0] : (sheets.find(({ name }) => name === wanted) ?? byNumber(sheets, wanted));
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  if (!chosen && wanted !== null)
    return refused('UNKNOWN_SHEET', `The workbook has no sheet "${wanted}". It has ${names}.`);
  if (!chosen) return refused('EMPTY_TABLE', 'The workbook holds no cell with anything in it.');
  const others = filled.filter((sheet) => sheet !== chosen).map(({ name }) => `"${name}"`);
  const told =
    others.length === 0 || wanted !== null
      ? []
      : [
          {
            code: 'OTHER_SHEETS' as const,
            message: `Only the sheet "${chosen.name}" is read; ${others.join(', ')} ${others.length === 1 ? 'holds' : 'hold'} something too.`,
          },
        ];
  return { sheet: chosen.name, rows: chosen.rows, told };
}

interface OpenSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

async function openWorkbook(bytes: Uint8Array): Promise<OpenSheet[] | null> {
  try {
    const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(asText)) }));
  } catch {
    return null;
  }
}

function asText(value: CellValue | null): string {
  if (value === null) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

function byNumber(sheets: readonly OpenSheet[], wanted: string): OpenSheet | undefined {
  return /^[1-9]\d{0,4}$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined;
}

function refused(code: TableUnreadable['code'], message: string): TableUnreadable {
  return { kind: 'TableUnreadable', code, message };
}
