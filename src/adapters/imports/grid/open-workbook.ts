import type { CellValue } from 'read-excel-file/node';
import type { TableUnreadable } from '../../../domain/chart/index.js';
import { MOST_CELLS } from './kind-of-file.js';
import { sheetExtent } from './sheet-extent.js';
import { packAsTheyAre, unpackWorkbook, type WorkbookPart } from './unpack-workbook.js';

/** A workbook that unpacks to more than this, or holds more parts, is refused, whatever it says of itself. */
const MOST_UNPACKED = 256 * 1024 * 1024;
const MOST_ENTRIES = 2_000;
/** Several sheets may be one and the same part: as many cells are made as if each were the largest. */
const MOST_CELLS_OF_ALL = 20 * MOST_CELLS;
const LISTED_SHEET = /<(?:[\w.-]+:)?sheet\s/g;

/** A sheet as it stands: values by row and column, null where a cell is empty. */
export interface OpenSheet {
  readonly name: string;
  readonly rows: readonly (readonly (CellValue | null)[])[];
}

/** Opens all sheets of a workbook in their order; formulas count as their values. Refuses what is damaged or too large, and never throws for what is in the file. */
export async function openWorkbook(bytes: Uint8Array): Promise<readonly OpenSheet[] | TableUnreadable> {
  const parts = unpackWorkbook(bytes, { bytes: MOST_UNPACKED, entries: MOST_ENTRIES });
  if (parts === 'DAMAGED')
    return refused(
      'DAMAGED',
      'The workbook is damaged: its list of contents cannot be read. Open it and save it again.',
    );
  if (parts === 'TOO_LARGE')
    return refused(
      'TOO_LARGE',
      `The workbook unpacks to more than ${MOST_UNPACKED / 1024 / 1024} MB or ${MOST_ENTRIES} parts. Save the sheet that is meant by itself.`,
    );
  const tooFar = reachesTooFar(parts);
  if (tooFar) return tooFar;
  // Loaded by the first workbook: most servers start without ever seeing one.
  const { default: readWorkbook } = await import('read-excel-file/node');
  try {
    const sheets = await readWorkbook(packAsTheyAre(parts), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data }));
  } catch {
    return refused(
      'DAMAGED',
      'The workbook cannot be opened as .xlsx. Open it and save it again as .xlsx or as CSV.',
    );
  }
}

/** Why a workbook is not read whose sheets would fill more cells than are read; null where they do not. */
function reachesTooFar(parts: readonly WorkbookPart[]): TableUnreadable | null {
  let listed = 0;
  let largest = 0;
  for (const { name, content } of parts) {
    const text = new TextDecoder().decode(content);
    const extent = sheetExtent(text);
    const what = `A sheet of the workbook (${name.slice(0, 100)})`;
    if (extent === null)
      return refused('DAMAGED', `${what} holds a cell where no cell can stand. Open it and save it again.`);
    const cells = extent.rows * extent.columns;
    if (cells > MOST_CELLS)
      return refused(
        'TOO_LARGE',
        `${what} reaches to row ${extent.rows} and column ${extent.columns}; at most ${MOST_CELLS} cells are read. Delete what stands far out, or save the table by itself.`,
      );
    listed += text.match(LISTED_SHEET)?.length ?? 0;
    largest = Math.max(largest, cells);
  }
  if (listed * largest <= MOST_CELLS_OF_ALL) return null;
  const message = `The workbook lists ${listed} sheets, one of them of ${largest} cells: more than is read. Save the sheet that is meant by itself.`;
  return refused('TOO_LARGE', message);
}

function refused(code: TableUnreadable['code'], message: string): TableUnreadable {
  return { kind: 'TableUnreadable', code, message };
}
