import { closingBracket } from './closing-bracket.js';
import { LEGAL_UNITS } from './duration-units.js';
import type { Mark, MarkBody, MarkContext } from './mark.js';
import { closingQuote, opensQuote, plainText } from './quoted-text.js';
import { durationAt } from './read-duration.js';
import { percentAt } from './read-number.js';
import { skipSpaces, spanOf, type Span } from './span.js';
import { keywordMarkAt } from './keyword-mark-at.js';

const PAREN = /\( ?(value|necessary|waste|outside|external) ?\)/iy;
const PEOPLE = /[xX×](\d{1,12})(?=$|[ ,;[{(@"“”„])/y;

/** The mark that begins at `at` within the span; null where the word there is part of a name. */
export function markAt(span: Span, at: number, context: MarkContext): Mark | null {
  const { line } = span;
  switch (line.text[at]) {
    case '@':
      return performerAt(span, at, context);
    case '[':
      return bracketAt(span, at, 'systems', ']');
    case '{':
      return bracketAt(span, at, 'capabilities', '}');
    case '(':
      return parenAt(span, at);
    case '!':
      return painAt(span, at);
    case 'x':
    case 'X':
    case '×':
      return peopleAt(span, at);
    default:
      return numberAt(span, at, context) ?? keywordMarkAt(span, at, context);
  }
}

/** A bare percentage, duration or number of people: what a name may begin with (`30 min call`). */
export function numericMarkAt(span: Span, at: number): Mark | null {
  return numberAt(span, at, { behind: false, nameWords: 0 }) ?? peopleAt(span, at);
}

function numberAt(span: Span, at: number, context: MarkContext): Mark | null {
  const { line } = span;
  const first = line.text.charAt(at);
  if (!/[\d~≈]/.test(first)) return null;
  const percent = percentAt(line, at);
  if (percent !== null && percent.end <= span.to && line.text[percent.end] !== ':') {
    return { kind: 'percent', field: 'completeAndAccurate', ...percent };
  }
  const duration = durationAt(line, at, { spaced: context.behind });
  if (duration !== null && duration.end <= span.to) {
    return { kind: 'duration', field: 'processTime', ...duration };
  }
  return context.behind ? unreadableNumber(span, at) : null;
}

/** Behind another mark a number cannot belong to the name: it is a value without its unit or sign. */
function unreadableNumber(span: Span, at: number): Mark {
  const { text } = span.line;
  let end = wordEnd(span, at);
  const next = skipSpaces(text, end, span.to);
  if (/^[\d~≈.,]+$/.test(text.slice(at, end)) && next < span.to && /[a-z]/i.test(text.charAt(next))) {
    if (markAt(span, next, { behind: true, nameWords: 0 }) === null) end = wordEnd(span, next);
  }
  return {
    kind: 'unreadable',
    expected: `a time with its unit (${LEGAL_UNITS}) or a share with its sign (90%)`,
    fix: null,
    end,
  };
}

function performerAt(span: Span, at: number, context: MarkContext): Mark | null {
  const { line } = span;
  const expected = 'a name right behind the @: @Dana, @"Tech Lead", or @? where nobody knows';
  if (opensQuote(line.text, at + 1)) {
    const close = closingQuote(line.text, at + 1, span.to);
    if (close > 0) return named(spanOf(line, at + 1, close + 1), expected);
  }
  let end = at + 1;
  while (end < span.to && !' ,;[{('.includes(line.text.charAt(end))) end++;
  if (end > at + 1) {
    const name = spanOf(line, at + 1, end);
    return line.text.slice(at + 1, end) === '?' ? { kind: 'nobodyKnows', end } : named(name, expected);
  }
  const next = skipSpaces(line.text, end, span.to);
  if (!context.behind && next < span.to && /[\p{L}\p{N}]/u.test(line.text.charAt(next))) return null;
  if (next >= span.to || next === end) return { kind: 'unreadable', expected, fix: null, end };
  const wordsEnd = wordEnd(span, next);
  return { kind: 'unreadable', expected, fix: `@${line.text.slice(next, wordsEnd)}`, end: wordsEnd };
}

function named(at: Span, expected: string): Mark {
  const name = plainText(at);
  if (name === '') return { kind: 'unreadable', expected, fix: null, end: at.to };
  return { kind: 'performer', name, at, end: at.to };
}

function bracketAt(span: Span, at: number, kind: 'systems' | 'capabilities', closing: string): Mark {
  const { line, to } = span;
  const close = closingBracket(span, at, closing);
  if (close >= 0) return { kind, inside: spanOf(line, at + 1, close), end: close + 1 };
  return { kind: 'unreadable', expected: `a closing ${closing} on the same line`, fix: null, end: to };
}

function parenAt(span: Span, at: number): Mark | null {
  PAREN.lastIndex = at;
  const match = PAREN.exec(span.line.text);
  if (match === null) return null;
  const end = at + match[0].length;
  const word = (match[1] ?? '').toUpperCase();
  return { ...valueOf(word), end };
}

function valueOf(word: string): MarkBody {
  if (word === 'VALUE' || word === 'NECESSARY' || word === 'WASTE') return { kind: 'value', value: word };
  return { kind: 'outside' };
}

function painAt(span: Span, at: number): Mark | null {
  const { line, to } = span;
  const stands = (at === 0 || line.text[at - 1] === ' ') && (at + 1 >= to || line.text[at + 1] === ' ');
  return stands ? { kind: 'pain', text: spanOf(line, at + 1, to), end: to } : null;
}

function peopleAt(span: Span, at: number): Mark | null {
  PEOPLE.lastIndex = at;
  const match = PEOPLE.exec(span.line.text);
  if (match === null) return null;
  const count = Number(match[1]);
  const end = at + match[0].length;
  if (count < 1)
    return { kind: 'unreadable', expected: 'how many people work on it together: x2, x3', fix: null, end };
  return { kind: 'count', field: 'people', count, end };
}

/** The end of the word that begins at `at`: a quotation counts as one, and brackets begin a word of their own. */
export function wordEnd(span: Span, at: number): number {
  const { line, to } = span;
  let end = at;
  if (opensQuote(line.text, at)) {
    const close = closingQuote(line.text, at, to);
    end = close > 0 ? close + 1 : at + 1;
  } else {
    end = at + 1;
  }
  while (end < to && !' [{'.includes(line.text.charAt(end))) end++;
  return end;
}
