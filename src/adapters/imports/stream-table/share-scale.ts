import { cellText } from './cell-text.js';
import type { TableColumn } from './head-spellings.js';
import type { TableSheet } from './table-sheet.js';

/** How the numbers of a column of shares are meant. */
export interface ShareScale {
  /** No number under it is above 1, and one is below (or 1 itself, of what is right): they are shares such as 0.9. */
  readonly fractions: boolean;
  /** A number above 1, where others are not: those may be per cent or fractions. */
  readonly beside: string | null;
}

const NUMBERS = /^~?(\d[\d.,]*)(?:\s*[-–]\s*(\d[\d.,]*))?\s*(%?)$/;
/** Columns in which a share of 1 % or less is a slip of the pen rather than a figure. */
const MOSTLY_HIGH: ReadonlySet<TableColumn> = new Set(['quality', 'uptime']);

/** Looks through a column of shares for the scale that its numbers without a sign are in. */
export function shareScale(
  { rows }: TableSheet,
  head: number,
  index: number,
  column: TableColumn,
): ShareScale {
  let below = false;
  let above: string | null = null;
  let signed: string | null = null;
  for (const row of rows.slice(head + 1)) {
    const text = cellText(row[index] ?? '');
    const number = highest(text);
    if (number === null) continue;
    if (number > 1 && text.endsWith('%')) signed ??= text;
    else if (number > 1) above ??= text;
    else if (!text.endsWith('%')) below ||= number > 0 && (number < 1 || MOSTLY_HIGH.has(column));
  }
  return { fractions: below && above === null, beside: above ?? signed };
}

/** true for a number that may be a fraction where others are per cent; with its sign only where so little is not to be believed. */
export function isFractionLike(text: string, column: TableColumn): boolean {
  const number = highest(text);
  if (number === null || number <= 0) return false;
  if (text.endsWith('%')) return number < 1 && MOSTLY_HIGH.has(column);
  return number < 1 || (number === 1 && MOSTLY_HIGH.has(column));
}

/** The larger number of a range, or the number itself; null where the text is something else. */
function highest(text: string): number | null {
  const [, low, high] = NUMBERS.exec(text) ?? [];
  if (low === undefined) return null;
  const number = Number((high ?? low).replace(',', '.'));
  return Number.isFinite(number) ? number : null;
}
