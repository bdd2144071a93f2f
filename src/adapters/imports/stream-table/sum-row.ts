import { cellText } from './cell-text.js';
import { cellOf, indexOf, type RowReading } from './row-reading.js';
import type { TableColumn } from './head-spellings.js';
import { echo } from './table-problems.js';

const SUM =
  /^(?:(?:grand |sub[ -]?|overall )?totals?|(?:grand |sub[ -]?)?sums?|summe|averages?|avg|mean|median|minimum|maximum|min|max|subtotals?)(?: (?:time|times|lead time|of all steps|all steps|all|row))?(?: ?\([^)]*\))?[.: =]*$/i;

/** What only a step has: a row with one of them is a step, whatever it is called. */
const OF_A_STEP: readonly TableColumn[] = [
  'who',
  'systems',
  'capabilities',
  'asks',
  'tells',
  'approves',
  'checks',
  'serves',
  'value',
  'outside',
  'returns',
  'after',
  'flow',
  'was',
  'pain',
];

/** true for a row that adds up the rows above it: it is called so, and has numbers and no work. */
export function isSumRow(reading: RowReading): boolean {
  const own = cellOf(reading, 'step');
  const label = own === '' ? firstOf(reading).text : own;
  return SUM.test(label) && OF_A_STEP.every((column) => ['', label].includes(cellOf(reading, column)));
}

/** Tells that such a row is left out. */
export function tellSumRow(reading: RowReading): void {
  const { table, row } = reading;
  const own = cellOf(reading, 'step');
  const label = own === '' ? firstOf(reading) : { text: own, column: indexOf(reading, 'step') };
  table.telling.tell(
    'SUM_ROW',
    table.sheet.placeOf(row, label.column),
    `Row ${row + 1}, ${echo(label.text)}, adds up other rows; it is no step and is left out.`,
    'Sums are reckoned anew, so the row may go. If it is a step, say who does it, or give it the name of what is done.',
  );
}

function firstOf({ table, row }: RowReading): { readonly text: string; readonly column: number } {
  const cells = (table.sheet.rows[row] ?? []).map((text, column) => ({ text: cellText(text), column }));
  return cells.find(({ text }) => text !== '') ?? { text: '', column: 0 };
}
