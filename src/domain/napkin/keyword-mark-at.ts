import type { DurationTerm } from '../stream/index.js';
import { LEGAL_UNITS } from './duration-units.js';
import type { DurationField, Mark, MarkContext, ReferenceField } from './mark.js';
import { opensQuote } from './quoted-text.js';
import { durationAt } from './read-duration.js';
import { countAt, decimal, percentAt } from './read-number.js';
import { placeOf, skipSpaces, spanOf, type Span } from './span.js';

const LEAD = /lead(?: time)?:? +/iy;
const WAS = /was: */iy;
const KEYWORD = /(every|uptime|changeover|batch|asks|tells|approves|checks|serves)(?=$|[ ,;:])[:]? */iy;
const EVERY_UNIT =
  /every +(?:(\d{1,4}(?:[.,]\d{1,3})?) ?)?(hour|day|week|month|quarter|year|yr)s?(?=$|[ ,;[{(@])/iy;

/** Words that are marks only behind another mark. */
export const KEYWORD_MARKS = [
  'asks',
  'tells',
  'approves',
  'checks',
  'serves',
  'every',
  'uptime',
  'changeover',
  'batch',
];

/** The mark that a word such as `lead`, `every` or `asks` begins; null where the word is part of a name. */
export function keywordMarkAt(span: Span, at: number, context: MarkContext): Mark | null {
  const { text } = span.line;
  switch (text.charAt(at).toLowerCase()) {
    case 'l':
      return leadAt(span, at, context);
    case 'w':
      return wasAt(span, at, context);
    case 'a':
    case 'b':
    case 'c':
    case 'e':
    case 's':
    case 't':
    case 'u':
      return context.behind ? wordMarkAt(span, at) : null;
    default:
      return null;
  }
}

function leadAt(span: Span, at: number, context: MarkContext): Mark | null {
  if (!context.behind && context.nameWords < 2) return null;
  const value = matchEnd(LEAD, span, at);
  if (value === null) return null;
  const spelledOut = /^lead(?: time|:)/i.test(span.line.text.slice(at, at + 9));
  if (spelledOut && !context.behind) return null;
  return durationMark(span, value, 'leadTime');
}

function wasAt(span: Span, at: number, context: MarkContext): Mark | null {
  const end = matchEnd(WAS, span, at);
  if (end === null || end >= span.to) return null;
  return context.behind || opensQuote(span.line.text, end) ? { kind: 'was', end } : null;
}

function wordMarkAt(span: Span, at: number): Mark | null {
  KEYWORD.lastIndex = at;
  const match = KEYWORD.exec(span.line.text);
  if (match === null || at + match[0].length > span.to) return null;
  const value = skipSpaces(span.line.text, at + match[0].length, span.to);
  const word = (match[1] ?? '').toLowerCase();
  switch (word) {
    case 'every':
      return everyAt(span, at, value);
    case 'changeover':
      return (
        durationMark(span, value, word) ?? unreadable(span, value, `changeover and a time (${LEGAL_UNITS})`)
      );
    case 'uptime':
      return uptimeAt(span, value);
    case 'batch':
      return batchAt(span, value);
    default:
      return { kind: 'references', field: referenceField(word), end: value };
  }
}

function referenceField(word: string): ReferenceField {
  return word === 'asks' || word === 'tells' || word === 'approves' || word === 'serves' ? word : 'checks';
}

function everyAt(span: Span, at: number, value: number): Mark {
  const told = durationMark(span, value, 'every');
  if (told !== null) return told;
  EVERY_UNIT.lastIndex = at;
  const match = EVERY_UNIT.exec(span.line.text);
  if (match === null || at + match[0].length > span.to) {
    return unreadable(
      span,
      value,
      `every and a time (every 1d, every 1w, every 1month, every 12month; units: ${LEGAL_UNITS})`,
    );
  }
  const end = at + match[0].length;
  const { amount, unit } = periodOf(match[2]);
  const times = match[1] === undefined ? 1 : decimal(match[1]);
  const duration = {
    low: [{ amount: times * amount, unit }],
    high: null,
    guess: false,
    at: placeOf(spanOf(span.line, value, end)),
  };
  return { kind: 'duration', field: 'every', duration, reversed: false, end };
}

function periodOf(word: string | undefined): DurationTerm {
  switch (word?.toLowerCase()) {
    case 'hour':
      return { amount: 1, unit: 'h' };
    case 'day':
      return { amount: 1, unit: 'd' };
    case 'week':
      return { amount: 1, unit: 'w' };
    case 'month':
      return { amount: 1, unit: 'month' };
    case 'quarter':
      return { amount: 3, unit: 'month' };
    default:
      return { amount: 12, unit: 'month' };
  }
}

function uptimeAt(span: Span, value: number): Mark {
  const percent = percentAt(span.line, value);
  if (percent === null || percent.end > span.to)
    return unreadable(span, value, 'uptime and a share: uptime 80%');
  return { kind: 'percent', field: 'uptime', ...percent };
}

function batchAt(span: Span, value: number): Mark {
  const pieces = countAt(span.line, value);
  const expected = 'batch and a whole number of pieces: batch 50';
  if (pieces === null || pieces.end > span.to) return unreadable(span, value, expected);
  const { low, high } = pieces.number;
  const whole = Number.isInteger(low) && low >= 1 && high === null && endsWord(span, pieces.end);
  return whole
    ? { kind: 'count', field: 'batch', count: low, end: pieces.end }
    : unreadable(span, value, expected);
}

function durationMark(span: Span, at: number, field: DurationField): Mark | null {
  const reading = durationAt(span.line, at, { neighbours: true, spaced: true });
  if (reading === null || reading.end > span.to) return null;
  return { kind: 'duration', field, ...reading };
}

/** The keyword with the word that could not be read behind it. */
function unreadable(span: Span, value: number, expected: string): Mark {
  let end = Math.min(value, span.to);
  while (end < span.to && !' [{@,;'.includes(span.line.text.charAt(end))) end++;
  return { kind: 'unreadable', expected, fix: null, end };
}

function endsWord(span: Span, at: number): boolean {
  return at >= span.to || ' ,;[{(@'.includes(span.line.text.charAt(at));
}

function matchEnd(pattern: RegExp, span: Span, at: number): number | null {
  pattern.lastIndex = at;
  const match = pattern.exec(span.line.text);
  return match === null || at + match[0].length > span.to ? null : at + match[0].length;
}
