import { escapeCsv } from '../escape-csv.js';
import type { Sheet } from './document.js';

const BYTE_ORDER_MARK = '\ufeff';

/** Tables as one CSV, each behind an empty record and its name; comma, CRLF, every record of the same width, UTF-8 with a byte-order mark. */
export function sheetsCsv(sheets: readonly Sheet[]): string {
  const records = sheets.flatMap(({ name, columns, rows }, nth) => [
    ...(nth === 0 ? [] : [[], [name]]),
    columns.map(({ head }) => head),
    ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  ]);
  const width = records.reduce((most, record) => Math.max(most, record.length), 0);
  const lines = records.map((record) =>
    Array.from({ length: width }, (_, column) => escapeCsv(record[column] ?? '')).join(','),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}
