import type { DraftNumber } from '../stream/index.js';
import { placeOf, spanOf, type Line } from './span.js';

/** A number read at a place, and what should be told about it. */
export interface NumberReading {
  readonly number: DraftNumber;
  readonly end: number;
  /** The larger end of the range was written first. */
  readonly reversed: boolean;
  /** Three digits behind one comma or point: thousands, or a fraction? */
  readonly ambiguous: boolean;
}

const DASH = '[-‐‑‒–—−]';
const PERCENT = new RegExp(
  `([~≈] ?)?(\\d{1,6}(?:[.,]\\d{1,6})?) ?%? ?(?:${DASH} ?(\\d{1,6}(?:[.,]\\d{1,6})?) ?)?(?:%|per ?cent|pct)(?=$|[ ,;:[{(@"“”„])`,
  'y',
);
const AMOUNT = '\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,12}(?:[.,]\\d{1,6})?';
const COUNT = new RegExp(`([~≈] ?)?(${AMOUNT})(?:${DASH}(${AMOUNT}))?`, 'y');

/** A percentage (its sign is needed) as a fraction; null where none stands at `at`. */
export function percentAt(line: Line, at: number): NumberReading | null {
  PERCENT.lastIndex = at;
  const match = PERCENT.exec(line.text);
  if (match === null) return null;
  const [whole, guess, first, second] = match;
  const end = at + whole.length;
  return reading(line, at, end, guess, fraction(first), second === undefined ? null : fraction(second));
}

/** A plain number or a range of two; null where none stands at `at`. */
export function countAt(line: Line, at: number): NumberReading | null {
  COUNT.lastIndex = at;
  const match = COUNT.exec(line.text);
  if (match === null) return null;
  const [whole, guess, first, second] = match;
  const high = second === undefined ? null : count(second);
  const ambiguous = [first, second].some(
    (text) => text !== undefined && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text),
  );
  return { ...reading(line, at, at + whole.length, guess, count(first), high), ambiguous };
}

function reading(
  line: Line,
  at: number,
  end: number,
  guess: string | undefined,
  first: number,
  second: number | null,
): NumberReading {
  const reversed = second !== null && second < first;
  const low = reversed ? second : first;
  const high = reversed ? first : second;
  const place = placeOf(spanOf(line, at, end));
  return {
    number: { low, high, guess: guess !== undefined, at: place },
    end,
    reversed,
    ambiguous: false,
  };
}

/** A number with a decimal point or comma. */
export function decimal(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

function fraction(text: string | undefined): number {
  return decimal(text) / 100;
}

function count(text: string | undefined): number {
  const thousands = text !== undefined && /^\d{1,3}(?:,\d{3})+$/.test(text);
  return thousands ? Number(text.replaceAll(',', '')) : decimal(text);
}
