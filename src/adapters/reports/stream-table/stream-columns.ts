/** Every column of a stream's table in its order; `always` ones are there also where nothing stands in them. */
export const STREAM_COLUMNS = [
  { key: 'flow', head: 'Flow', width: 24, always: false },
  { key: 'after', head: 'After', width: 24, always: false },
  { key: 'step', head: 'Step', width: 34, always: true },
  { key: 'who', head: 'Who', width: 18, always: true },
  { key: 'time', head: 'Time', width: 11, always: true },
  { key: 'lead', head: 'Lead time', width: 11, always: false },
  { key: 'wait', head: 'Wait after', width: 11, always: true },
  { key: 'stock', head: 'Stock after', width: 11, always: false },
  { key: 'moves', head: 'Moves on', width: 10, always: false },
  { key: 'why', head: 'Wait reason', width: 26, always: false },
  { key: 'quality', head: '%C&A', width: 8, always: true },
  { key: 'returns', head: 'Returns to', width: 30, always: false },
  { key: 'lost', head: 'Lost', width: 8, always: false },
  { key: 'sometimes', head: 'Sometimes', width: 11, always: false },
  { key: 'people', head: 'People', width: 8, always: false },
  { key: 'value', head: 'Value', width: 11, always: false },
  { key: 'outside', head: 'Outside', width: 9, always: false },
  { key: 'every', head: 'Every', width: 10, always: false },
  { key: 'uptime', head: 'Uptime', width: 8, always: false },
  { key: 'changeover', head: 'Changeover', width: 12, always: false },
  { key: 'batch', head: 'Batch', width: 8, always: false },
  { key: 'systems', head: 'Systems', width: 26, always: true },
  { key: 'capabilities', head: 'Capabilities', width: 30, always: true },
  { key: 'asks', head: 'Asks', width: 18, always: false },
  { key: 'tells', head: 'Tells', width: 18, always: false },
  { key: 'approves', head: 'Approves', width: 24, always: false },
  { key: 'checks', head: 'Checks', width: 24, always: false },
  { key: 'serves', head: 'Serves', width: 24, always: false },
  { key: 'pain', head: 'Pain', width: 34, always: false },
  { key: 'was', head: 'Former name', width: 24, always: false },
  { key: 'force', head: 'Force', width: 11, always: true },
  { key: 'comment', head: 'Comment', width: 34, always: false },
] as const;

export type StreamColumn = (typeof STREAM_COLUMNS)[number]['key'];

/** What stands in a cell; a number where a spreadsheet can reckon with it, in the format given. */
export type TableCell =
  | { readonly text: string; readonly number: null }
  | { readonly text: string; readonly number: number; readonly format: 'PERCENT' | 'COUNT' };

/** One row of a table: a step with what follows it, a line of the flow, or nothing. */
export type TableRow = Partial<Record<StreamColumn, TableCell>>;

/** A cell of text. */
export function textCell(text: string): TableCell {
  return { text, number: null };
}
