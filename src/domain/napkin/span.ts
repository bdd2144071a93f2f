import type { TextPlace } from '../shared/index.js';

/** One line of a napkin: every kind of white space is a plain space in it, so that columns stay those of the original. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Where a part of it was written, for a line that was put together from the cells of a table. */
  readonly placeOf?: (from: number, to: number) => TextPlace;
}

/** A part of a line, from (included) to (not included). */
export interface Span {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** The part of a line between two positions. */
export function spanOf(line: Line, from: number, to: number): Span {
  return { line, from, to: to < from ? from : to };
}

/** The place of a span in the original text. */
export function placeOf({ line, from, to }: Span): TextPlace {
  return line.placeOf?.(from, to) ?? { line: line.number, column: from + 1, length: to - from };
}

/** The same span without the spaces at its ends. */
export function trimmed(span: Span): Span {
  const { line } = span;
  let { from, to } = span;
  while (from < to && line.text[from] === ' ') from++;
  while (to > from && line.text[to - 1] === ' ') to--;
  return { line, from, to };
}

/** The span as it stands in the line. */
export function rawText(span: Span): string {
  return span.line.text.slice(span.from, span.to);
}

/** The span with single spaces. */
export function wordsIn(span: Span): string {
  return oneSpace(rawText(span));
}

const UNEVEN = / {2}|[^\S ]|\p{Cc}/u;

/** A text with every run of white space and control characters made one space. */
export function oneSpace(text: string): string {
  if (!UNEVEN.test(text)) return text.trim();
  return text
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/** A span that holds nothing. */
export function isEmpty(span: Span): boolean {
  return span.from >= span.to;
}

/** The first position from `at` on that is no space. */
export function skipSpaces(text: string, at: number, to: number): number {
  let position = at;
  while (position < to && text[position] === ' ') position++;
  return position;
}
