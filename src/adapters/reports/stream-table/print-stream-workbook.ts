import writeWorkbook, { type Cell, type Row, type Sheet } from 'write-excel-file/node';
import type { StreamDraft } from '../../../domain/index.js';
import { layStream, type HeadRow } from './lay-stream.js';
import { usedColumns } from './print-stream-csv.js';
import type { TableCell, TableRow } from './stream-columns.js';
import { withFixedTimes } from './with-fixed-times.js';
import { xmlText } from './xml-text.js';

type StreamSheet = Sheet<Buffer>;

/** Streams as a workbook: two sheets for each, its steps under a head that stays in sight, and what is said of all of it. */
export async function printStreamWorkbook(streams: readonly StreamDraft[]): Promise<Uint8Array> {
  const sheets = streams.flatMap((draft, index): StreamSheet[] => {
    const { head, rows } = layStream(draft);
    const behind = index === 0 ? '' : ` ${index + 1}`;
    return [stepsSheet(rows, `Steps${behind}`), headSheet(head, `Stream${behind}`)];
  });
  const buffer = await writeWorkbook(sheets.length === 0 ? [stepsSheet([], 'Steps')] : sheets).toBuffer();
  return withFixedTimes(buffer);
}

function stepsSheet(rows: readonly TableRow[], sheet: string): StreamSheet {
  const columns = usedColumns(rows);
  const heading: Row = columns.map(({ head }) => ({
    value: head,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#e8eef4',
  }));
  const data = rows.map((row): Row => columns.map(({ key }) => cellOf(row[key])));
  return {
    sheet,
    data: [heading, ...data],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  };
}

function headSheet(head: readonly HeadRow[], sheet: string): StreamSheet {
  const data = head.map(([label, value, comment]): Row => {
    const named: Cell = label === '' ? null : { value: xmlText(label), type: String, fontWeight: 'bold' };
    return [named, textOf(value), textOf(comment)];
  });
  return { sheet, data, columns: [{ width: 18 }, { width: 48 }, { width: 34 }] };
}

function cellOf(cell: TableCell | undefined): Cell {
  if (cell === undefined) return null;
  if (cell.number === null) return textOf(cell.text);
  const format = cell.format === 'PERCENT' ? { format: '0.######%' } : {};
  return { value: cell.number, type: Number, ...format };
}

function textOf(text: string): Cell {
  return text === '' ? null : { value: xmlText(text), type: String };
}
