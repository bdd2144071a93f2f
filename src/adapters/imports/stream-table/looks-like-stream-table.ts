import { readCsvGrid } from '../grid/read-csv-grid.js';
import { kindOfFile } from '../grid/kind-of-file.js';
import { findHeadRow } from './table-head.js';
import { tableSheet } from './table-sheet.js';

/** As much of a file as is looked at. */
const SAMPLE = 64 * 1024;

/** true for a workbook, and for text in which a row names a column of steps and others: whatever the name of the file says. */
export function looksLikeStreamTable(bytes: Uint8Array): boolean {
  if (kindOfFile(bytes) !== 'TEXT') return true;
  const grid = readCsvGrid(bytes.subarray(0, SAMPLE));
  return !('kind' in grid) && findHeadRow(tableSheet(null, grid.rows)) !== null;
}
