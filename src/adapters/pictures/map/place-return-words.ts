import { textWidth } from '../canvas/text-width.js';
import { wrapText } from '../canvas/wrap-text.js';
import type { Band, LinesDown } from './lines-down.js';
import type { BareReturn, ReturnPiece } from './return-piece.js';
import { SIZES } from './sizes.js';

export const RETURN_TEXT = 9;

/** Between words and what runs down beside them. */
const CLEAR = 5;

/**
 * Words where nothing runs down through them: in the middle of the line, beside it, or on lines of their own below it;
 * where there is no such place they hide lines, but never what goes to the customer. Never over the page's edges.
 */
export function withWords(piece: BareReturn, edge: number, { lines, solid }: LinesDown): ReturnPiece {
  const all = [...lines, ...solid];
  const own = new Set([piece.x, piece.endX]);
  const others = all.filter(([left, right]) => left !== right || !own.has(left));
  const most = edge - SIZES.edge;
  return (
    onTheLine(piece, edge, all) ??
    belowTheLine(piece, edge, others, REACH) ??
    onTheLine(piece, edge, solid) ??
    belowTheLine(piece, edge, solid, most) ??
    placed(piece, piece.told, (SIZES.edge + edge) / 2, 1)
  );
}

/** In the middle of the line, behind it or before it. */
function onTheLine(piece: BareReturn, edge: number, bands: readonly Band[]): ReturnPiece | null {
  const { low, high } = endsOf(piece);
  const words = [piece.told.join(', ')];
  const width = widthOf(words);
  const middle = freeMiddle(low + 14 + width / 2, high - 14 - width / 2, width, bands);
  if (middle !== null) return placed(piece, words, middle, 0);
  const behind = high + 10 + width <= edge && isClear(high + 10, width, bands);
  if (behind) return placed(piece, words, high + 10, 0, 'start');
  const before = low - 10 - width >= SIZES.edge && isClear(low - 10 - width, width, bands);
  return before ? placed(piece, words, low - 10, 0, 'end') : null;
}

/** How far words may stand from the line that they belong to. */
const REACH = 12;
/** As wide as a box, and narrower. */
const NARROW = [SIZES.step, 100] as const;

/** On lines of their own below the line: as few as can be. */
function belowTheLine(
  piece: BareReturn,
  edge: number,
  bands: readonly Band[],
  reach: number,
): ReturnPiece | null {
  const { low, high } = endsOf(piece);
  for (const words of [[piece.told.join(', ')], ...NARROW.map((width) => inLines(piece, width))]) {
    const taken = widthOf(words);
    const from = nearestClear((low + high - taken) / 2, taken, edge, bands);
    if (from !== null && from <= high + reach && from + taken >= low - reach)
      return placed(piece, words, from + taken / 2, 1);
  }
  return null;
}

/** The work that a return costs begins on a line of its own. */
function inLines({ told }: BareReturn, width: number): readonly string[] {
  return told.flatMap((part, nth) => {
    const text = nth < told.length - 1 ? `${part},` : part;
    return wrapText(text, { width, size: RETURN_TEXT, bold: true });
  });
}

function endsOf({ x, endX }: BareReturn): { readonly low: number; readonly high: number } {
  return { low: Math.min(x, endX), high: Math.max(x, endX) };
}

function widthOf(words: readonly string[]): number {
  return words.reduce((most, line) => Math.max(most, textWidth(line, RETURN_TEXT, true)), 0);
}

function placed(
  piece: BareReturn,
  words: readonly string[],
  wordsX: number,
  below: 0 | 1,
  anchor: ReturnPiece['anchor'] = 'middle',
): ReturnPiece {
  const { low, high } = endsOf(piece);
  const width = widthOf(words);
  const from = anchor === 'start' ? wordsX : anchor === 'end' ? wordsX - width : wordsX - width / 2;
  return {
    ...piece,
    words,
    wordsX,
    anchor,
    below,
    left: Math.min(low - 4, from - 2),
    right: Math.max(high + 4, from + width + 2),
  };
}

function isClear(from: number, width: number, bands: readonly Band[]): boolean {
  return bands.every(([left, right]) => right < from - CLEAR || left > from + width + CLEAR);
}

/** Parts of a line from its middle outwards. */
const PARTS = Array.from(
  { length: 41 },
  (_, nth) => 0.5 + ((nth % 2 === 0 ? -1 : 1) * Math.ceil(nth / 2)) / 40,
);

/** The middle for the words nearest to that of the line at which nothing runs down; null where there is none. */
function freeMiddle(from: number, to: number, width: number, bands: readonly Band[]): number | null {
  if (from > to) return null;
  const tries = PARTS.map((part) => from + part * (to - from));
  return tries.find((x) => isClear(x - width / 2, width, bands)) ?? null;
}

/** The left end nearest to the wanted one at which nothing runs down, on the page; null where there is none. */
function nearestClear(wanted: number, width: number, edge: number, bands: readonly Band[]): number | null {
  const most = edge - width;
  if (most < SIZES.edge) return null;
  const beside = bands.flatMap(([left, right]) => [right + CLEAR + 0.1, left - CLEAR - 0.1 - width]);
  const tries = [Math.min(most, Math.max(SIZES.edge, wanted)), ...beside]
    .filter((from) => from >= SIZES.edge && from <= most && isClear(from, width, bands))
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  return tries[0] ?? null;
}
