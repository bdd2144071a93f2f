import type { TableColumn } from './head-spellings.js';
import { durationWays, isBare, isClock, shareWays } from './mark-readings.js';
import { keepNote, tellUnreadable, unitUnder, valueOf, type RowReading } from './row-reading.js';
import { isFractionLike } from './share-scale.js';
import { echo } from './table-problems.js';

const TIMES = 'a time such as 10m, 2h or 3d (units: s, m, h, d, w, month, and cd for calendar days)';
const SHARES = 'a share such as 90%';

/** A duration in the words of the notation: the first way in which `accepts` takes it; null where there is none, which is told. */
export function durationIn(
  reading: RowReading,
  column: TableColumn,
  accepts: (ways: readonly string[]) => string | null,
): string | null {
  const text = valueOf(reading, column);
  if (text === '') return null;
  const unit = unitUnder(reading, column);
  const read = accepts(durationWays(text, unit));
  if (read === null && isBare(text) && unit === null) tellNoUnit(reading, column, text);
  else if (read === null) tellUnreadable(reading, column, text, TIMES);
  else if (isClock(text)) tellClock(reading, column, text, durationWays(text, unit)[0] ?? '');
  return read;
}

/** A share in the words of the notation; null where there is none, which is told. */
export function shareIn(
  reading: RowReading,
  column: TableColumn,
  accepts: (ways: readonly string[]) => string | null,
): string | null {
  const text = valueOf(reading, column);
  if (text === '') return null;
  const { fractions = false, beside = null } = reading.table.head.columns.get(column)?.scale ?? {};
  const ways = shareWays(text, fractions);
  const read = accepts(ways);
  if (read === null) tellUnreadable(reading, column, text, SHARES);
  else if (fractions && isBare(text)) tellFraction(reading, column, text, ways[0] ?? '');
  else if (beside !== null && isFractionLike(text, column)) tellMixed(reading, column, text, beside);
  return read;
}

/** A number or a word in the words of the notation; null where there is none, which is told. */
export function wordIn(
  reading: RowReading,
  column: TableColumn,
  ways: (text: string) => readonly string[],
  accepts: (ways: readonly string[]) => string | null,
  expected: string,
): string | null {
  const text = valueOf(reading, column);
  if (text === '') return null;
  const read = accepts(ways(text));
  if (read === null) tellUnreadable(reading, column, text, expected);
  return read;
}

function tellMixed(reading: RowReading, column: TableColumn, text: string, beside: string): void {
  const headed = reading.table.head.columns.get(column);
  if (headed === undefined) return;
  const { telling, sheet } = reading.table;
  const [asPercent, asFraction] = [
    shareWays(text, false)[0] ?? '',
    shareWays(text.replace('%', ''), true)[0] ?? '',
  ];
  telling.tell(
    'MIXED_SHARES',
    sheet.placeOf(reading.row, headed.index),
    `${echo(text)} stands beside ${echo(beside)} in the column ${echo(headed.label)}, and is read as ${asPercent}: ${asPercent} or ${asFraction}?`,
    `Write it with its sign: ${asFraction} if it is a fraction, ${asPercent} if it is not.`,
  );
}

function tellNoUnit(reading: RowReading, column: TableColumn, text: string): void {
  const headed = reading.table.head.columns.get(column);
  if (headed === undefined) return;
  const { telling, sheet } = reading.table;
  telling.tellOnce(
    `no unit ${sheet.name} ${column}`,
    'UNREADABLE_VALUE',
    sheet.placeOf(reading.row, headed.index),
    (cells) =>
      `${echo(text)} has no unit, so it is no time${cells === 1 ? '' : ` (the same in ${cells} cells of this column)`}; it is kept as a note and counts as not known.`,
    `Write the unit into the head of the column, such as "${headed.label} (min)", or behind the number: ${text}m.`,
  );
  keepNote(reading, headed.index, headed.label, text);
}

function tellClock(reading: RowReading, column: TableColumn, text: string, read: string): void {
  const headed = reading.table.head.columns.get(column);
  if (headed === undefined) return;
  const { telling, sheet } = reading.table;
  telling.tellOnce(
    `clock ${sheet.name} ${column}`,
    'AMBIGUOUS_NUMBER',
    sheet.placeOf(reading.row, headed.index),
    (cells) =>
      `${echo(text)} is read as ${read}${cells === 1 ? '' : `, and ${cells - 1} more cells of this column likewise`}.`,
    `Write it with its units: ${read}.`,
  );
}

function tellFraction(reading: RowReading, column: TableColumn, text: string, read: string): void {
  const headed = reading.table.head.columns.get(column);
  if (headed === undefined) return;
  const { telling, sheet } = reading.table;
  telling.tellOnce(
    `fractions ${sheet.name} ${column}`,
    'AMBIGUOUS_NUMBER',
    sheet.placeOf(reading.row, headed.index),
    (cells) =>
      `${echo(text)} is read as ${read}${cells === 1 ? '' : `, and ${cells - 1} more cells of this column likewise`}, because no number of the column is above 1.`,
    `Write the sign behind it: ${read}.`,
  );
}
