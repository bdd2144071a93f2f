import type { UseCases } from '../../application/index.js';
import { TABLE_TYPES } from './file-upload.js';
import type { HttpHandler } from './http-handler.js';
import { napkinUpload } from './napkin-upload.js';

const LONGEST_NAME = 200;

/** What the import of tables needs of the use cases. */
export type TableImportSource = Pick<UseCases, 'napkinFromTable'>;

/**
 * Answers POST /napkins/from-table with {napkin, steps, problems} for a table of steps in CSV or XLSX, up to so many bytes,
 * and stores nothing. `?name=` names a stream that no cell of the table names.
 */
export function tableImport(source: TableImportSource, mostBytes: number): HttpHandler {
  return napkinUpload(
    {
      path: '/napkins/from-table',
      types: TABLE_TYPES,
      wrongMethod: 'A table is sent here with POST, as CSV or XLSX.',
      wrongType:
        'The Content-Type must be text/csv, or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet for a workbook (.xlsx).',
      tooLarge: (most) => `The table is larger than ${most} bytes. Send the sheet with the steps by itself.`,
      read: (body, asked) => source.napkinFromTable(body, asked.get('name')?.slice(0, LONGEST_NAME) ?? null),
    },
    mostBytes,
  );
}
