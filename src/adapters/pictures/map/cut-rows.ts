import type { MapPlan } from './plan-map.js';
import { SIZES } from './sizes.js';

/** The columns of one row, and where each begins. */
export interface RowCut {
  readonly first: number;
  readonly last: number;
  readonly spans: ReadonlyMap<number, ColumnSpan>;
  /** Left and right end of the row, and the right edge of its last column. */
  readonly left: number;
  readonly right: number;
  readonly end: number;
  /** Where the letters stand at which ways go on in the next row. */
  readonly letters: number;
}

/** Left and right edge of a column. */
export interface ColumnSpan {
  readonly start: number;
  readonly end: number;
}

/** Cuts the columns into as few rows as the page allows, all about equally long. */
export function evenRows(plan: MapPlan, left: number, right: number): readonly RowCut[] {
  const rows = fullRows(plan, left, right);
  let [low, high] = [left, right];
  let best = rows;
  if (rows.length < 2) return rows;
  while (high - low > NEAR_ENOUGH) {
    const middle = (low + high) / 2;
    const tried = fullRows(plan, left, middle);
    if (tried.length > rows.length) low = middle;
    else [best, high] = [tried, middle];
  }
  return best.map((row) => ({ ...row, right }));
}

const NEAR_ENOUGH = 12;

/** Rows as long as the page allows, cut where few ways are cut; the way to the customer and the totals fit behind the last column. */
export function fullRows(plan: MapPlan, left: number, right: number): readonly RowCut[] {
  const last = plan.widths.length - 1;
  const rows: RowCut[] = [];
  for (let first = 0; first <= last;) {
    const from = left + (first === 0 ? SIZES.opening : SIZES.margin);
    const end = endOfRow(plan, first, from, right);
    rows.push(rowOf(plan, first, end, left, from, right));
    first = end + 1;
  }
  return rows;
}

/** What letters stand further right where the words of branches stand before them. */
const BEHIND_WORDS = 18;

function endOfRow(
  { widths, gaps, crossings, flowEnd, worded }: MapPlan,
  first: number,
  from: number,
  right: number,
): number {
  const needed = (column: number) =>
    column === flowEnd ? SIZES.party : SIZES.gap + (worded.has(column) ? BEHIND_WORDS : 0);
  let x = from + (widths[first] ?? 0);
  let latest = first;
  for (let column = first + 1; column < widths.length; column += 1) {
    x += (gaps[column - 1] ?? 0) + (widths[column] ?? 0);
    if (x > right) break;
    if (x <= right - needed(column)) latest = column;
  }
  if (latest === widths.length - 1 || latest >= flowEnd) return latest;
  const earliest = first + Math.floor((latest - first) * 0.65);
  let best = latest;
  for (let cut = latest; cut >= earliest; cut -= 1)
    if ((crossings[cut] ?? 0) < (crossings[best] ?? 0)) best = cut;
  return best;
}

function rowOf(
  { widths, gaps, worded }: MapPlan,
  first: number,
  last: number,
  left: number,
  from: number,
  right: number,
): RowCut {
  const spans = new Map<number, ColumnSpan>();
  let x = from;
  for (let column = first; column <= last; column += 1) {
    spans.set(column, { start: x, end: x + (widths[column] ?? 0) });
    x += (widths[column] ?? 0) + (gaps[column] ?? 0);
  }
  const contentEnd = spans.get(last)?.end ?? from;
  const letters = contentEnd + 42 + (worded.has(last) ? BEHIND_WORDS : 0);
  return { first, last, spans, left, right, end: contentEnd, letters };
}
