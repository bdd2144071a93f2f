import { isEmpty, oneSpace, rawText, spanOf, trimmed, wordsIn, type Span } from './span.js';

/** Typographic quotes are “ ” „ ‟. */
const STRAIGHT = 0x22;
const BACKSLASH = 0x5c;
const BEFORE_A_QUOTE = ' @[{(,:';

function isQuoteAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === STRAIGHT || (code >= 0x201c && code <= 0x201f);
}

function isStraightAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === STRAIGHT;
}

/** Whether a quotation may begin at this position: at the start, or behind a space or an opening sign. */
export function opensQuote(text: string, at: number): boolean {
  if (!isQuoteAt(text, at)) return false;
  return at === 0 || BEFORE_A_QUOTE.includes(text.charAt(at - 1));
}

/** The position of the quote that closes the one at `at`; -1 where none does. */
export function closingQuote(text: string, at: number, to: number): number {
  if (!isStraightAt(text, at)) return nextQuote(text, at + 1, to, isQuoteAt);
  const straight = nextQuote(text, at + 1, to, isStraightAt);
  return straight >= 0 ? straight : nextQuote(text, at + 1, to, isQuoteAt);
}

function nextQuote(
  text: string,
  from: number,
  to: number,
  closes: (text: string, at: number) => boolean,
): number {
  for (let position = from; position < to; position++) {
    if (text.charCodeAt(position) === BACKSLASH && isEscapableAt(text, position + 1)) position++;
    else if (closes(text, position)) return position;
  }
  return -1;
}

function isEscapableAt(text: string, at: number): boolean {
  return text.charCodeAt(at) === BACKSLASH || isQuoteAt(text, at);
}

/** A text in quotes, as reading takes it back. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** Whether the whole span is one quotation. */
export function isQuoted(span: Span): boolean {
  const { line, from, to } = span;
  return to - from >= 2 && isQuoteAt(line.text, from) && closingQuote(line.text, from, to) === to - 1;
}

/** What a span says: the inside of the quotation where the whole is one, else its words. */
export function plainText(span: Span): string {
  const inner = trimmed(span);
  if (!isQuoted(inner)) return wordsIn(inner);
  const inside = rawText(spanOf(inner.line, inner.from + 1, inner.to - 1));
  return oneSpace(inside.replace(/\\([\\"“”„‟])/g, '$1'));
}

/** The parts of a list that commas outside quotes separate; empty ones are left out. */
export function splitList(span: Span): Span[] {
  const { line, to } = span;
  const parts: Span[] = [];
  let start = span.from;
  for (let position = span.from; position <= to; position++) {
    if (position === to || line.text[position] === ',') {
      parts.push(trimmed(spanOf(line, start, position)));
      start = position + 1;
    } else if (opensQuote(line.text, position)) {
      const close = closingQuote(line.text, position, to);
      if (close > 0) position = close;
    }
  }
  return parts.filter((part) => !isEmpty(part));
}
