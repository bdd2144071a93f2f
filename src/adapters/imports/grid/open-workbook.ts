import readWorkbook, { type CellValue } from 'read-excel-file/node';
import type { TableUnreadable } from '../../../domain/chart/index.js';
import { workbookSize } from './workbook-size.js';

/** A workbook that unpacks to more than this, or holds more parts, is refused before it is unpacked. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_ENTRIES = 2_000;

/** A sheet as it stands: values by row and column, null where a cell is empty. */
export interface OpenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (CellValue | null)[])[];
}

/** Opens all sheets of a workbook in their order; formulas count as their values. Refuses what is damaged or too large, and never throws for what is in the file. */
export async function openWorkbook(bytes: Uint8Array): Promise<readonly OpenSheet[] | TableUnreadable> {
  const size = workbookSize(bytes);
  if (!size)
    return refused(
      'DAMAGED',
      'The workbook is damaged: its list of contents cannot be read. Open it and save it again.',
    );
  if (size.unpacked > MOST_UNPACKED || size.entries > MOST_ENTRIES) {
    return refused(
      'TOO_LARGE',
      `The workbook unpacks to ${Math.round(size.unpacked / 1024 / 1024)} MB in ${size.entries} parts; at most ${MOST_UNPACKED / 1024 / 1024} MB in ${MOST_ENTRIES} parts are read. Save the sheet that is meant by itself.`,
    );
  }
  try {
    const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data }));
  } catch {
    return refused(
      'DAMAGED',
      'The workbook cannot be opened as .xlsx. Open it and save it again as .xlsx or as CSV.',
    );
  }
}

function refused(code: TableUnreadable['code'], message: string): TableUnreadable {
  return { kind: 'TableUnreadable', code, message };
}
