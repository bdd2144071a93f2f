import type { StreamDraft } from '../../../domain/index.js';
import { csvCell } from './guard-text.js';
import { layBehind, layStream } from './lay-stream.js';
import { STREAM_COLUMNS, type TableRow } from './stream-columns.js';

const BYTE_ORDER_MARK = '\ufeff';

/** Streams as one CSV table: the head lines of the first above it, each further stream behind a row `stream NAME` of the column Flow. */
export function printStreamCsv(streams: readonly StreamDraft[]): string {
  const [first, ...others] = streams;
  if (first === undefined) return BYTE_ORDER_MARK;
  const { head, rows } = layStream(first);
  const all = [...rows, ...others.flatMap((draft): readonly TableRow[] => [{}, ...layBehind(draft)])];
  const columns = usedColumns(all);
  const blank = isBlank(rows[0]);
  const records = [
    ...head.map((cells): readonly string[] => cells),
    ...(blank ? [[]] : []),
    columns.map((column) => column.head),
    ...all.slice(blank ? 1 : 0).map((row) => columns.map(({ key }) => row[key]?.text ?? '')),
  ];
  const lines = records.map((record) =>
    Array.from({ length: Math.max(columns.length, 3) }, (_, nth) => csvCell(record[nth] ?? '')).join(','),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** The columns that a table needs, in their order. */
export function usedColumns(rows: readonly TableRow[]): (typeof STREAM_COLUMNS)[number][] {
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  return STREAM_COLUMNS.filter(({ key, always }) => always || used.has(key));
}

function isBlank(row: TableRow | undefined): boolean {
  return row !== undefined && Object.keys(row).length === 0;
}
