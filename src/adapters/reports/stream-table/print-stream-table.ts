import type { StreamTableFormat } from '../../../application/index.js';
import type { StreamDraft } from '../../../domain/index.js';
import { printStreamCsv } from './print-stream-csv.js';

/** Streams as a table that reads back to the same drafts; the same drafts give the same bytes. */
export async function printStreamTable(
  streams: readonly StreamDraft[],
  format: StreamTableFormat,
): Promise<Uint8Array> {
  if (format === 'CSV') return Buffer.from(printStreamCsv(streams), 'utf8');
  const { printStreamWorkbook } = await import('./print-stream-workbook.js');
  return printStreamWorkbook(streams);
}
