import type { TableUnreadable } from '../../../domain/chart/index.js';

/** The largest file that is read. */
const MOST_BYTES = 32 * 1024 * 1024;
/** The largest number of cells in one sheet that is read. */
export const MOST_CELLS = 2_000_000;

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** By its first bytes: a workbook, or else text; the reason where it is neither, or too large. */
export function kindOfFile(bytes: Uint8Array): 'WORKBOOK' | 'TEXT' | TableUnreadable {
  if (bytes.length > MOST_BYTES) {
    return refused(
      'TOO_LARGE',
      `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; at most ${MOST_BYTES / 1024 / 1024} MB are read. Save the table by itself.`,
    );
  }
  if (begins(bytes, ZIP)) return 'WORKBOOK';
  if (!begins(bytes, OLD_OFFICE)) return 'TEXT';
  return refused(
    'NOT_A_TABLE',
    'This is a workbook of the old kind (.xls), or one with a password. Save it as .xlsx without one, or as CSV.',
  );
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

function refused(code: TableUnreadable['code'], message: string): TableUnreadable {
  return { kind: 'TableUnreadable', code, message };
}
