import type { Passing } from '../stream/index.js';
import { LEGAL_UNITS } from './duration-units.js';
import type { BodyReading } from './item.js';
import type { Mark } from './mark.js';
import { markAt, wordEnd } from './mark-at.js';
import { unreadableLine } from './note-reading.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { isQuoted, plainText, quote } from './quoted-text.js';
import { durationAt } from './read-duration.js';
import { countAt } from './read-number.js';
import { isEmpty, placeOf, rawText, skipSpaces, spanOf, trimmed, wordsIn, type Span } from './span.js';
import { tellAmbiguous, tellReversed } from './tell-number.js';

const FIFO = /fifo(?: (\d{1,12}(?:[.,]\d{1,6})?))?(?=$|[ "“„])/iy;
const PULL = /pull(?=$|[ "“„])/iy;

/** Reads `wait 3d fifo 20 "why"`; null where the line is a step. */
export function readWait(span: Span, problems: ProblemList): BodyReading | null {
  const value = valueBehind(span, 4);
  const reading = durationAt(span.line, value.from, { spaced: true });
  if (reading === null || reading.end > span.to) {
    return badValue(span, value, `a time: wait 3d "why" (units: ${LEGAL_UNITS})`, problems);
  }
  const tail = readTail(spanOf(span.line, reading.end, span.to), problems);
  if (tail === null) return null;
  tellReversed(problems, spanOf(span.line, value.from, reading.end), reading.reversed);
  return { body: { kind: 'wait', time: reading.duration, ...tail } };
}

/** Reads `stock 400 pull "why"`; null where the line is a step. */
export function readStock(span: Span, problems: ProblemList): BodyReading | null {
  const value = valueBehind(span, 5);
  const reading = countAt(span.line, value.from);
  const ends =
    reading !== null && (reading.end >= span.to || ' "“„'.includes(span.line.text.charAt(reading.end)));
  const expected = 'a number of units: stock 400 "why" (a time is written as wait 3d)';
  if (reading === null || !ends || /[~≈\d]/.test(rawText(value).charAt(0)) === false) {
    return badValue(span, value, expected, problems);
  }
  const behind = trimmed(spanOf(span.line, reading.end, span.to));
  const amount = spanOf(span.line, value.from, reading.end);
  if (/^[a-z]+$/i.test(rawText(behind)) && !/^(?:fifo|pull)$/i.test(rawText(behind))) {
    return unreadableLine(span, value, expected, problems, replaceWith(value, rawText(amount)));
  }
  const tail = readTail(behind, problems);
  if (tail === null) return null;
  tellReversed(problems, amount, reading.reversed);
  tellAmbiguous(problems, amount, reading);
  return { body: { kind: 'stock', units: reading.number, ...tail } };
}

function valueBehind(span: Span, wordLength: number): Span {
  return trimmed(spanOf(span.line, span.from + wordLength, span.to));
}

/** A value that begins like a number, or none at all behind the lower-case word, is a mistake; anything else is the name of a step. */
function badValue(span: Span, value: Span, expected: string, problems: ProblemList): BodyReading | null {
  const text = rawText(value);
  const lowerCase = /^[a-z]/.test(rawText(span).charAt(0));
  if (isEmpty(value) || isQuoted(value)) {
    return lowerCase
      ? unreadableLine(span, spanOf(span.line, value.from, value.from), expected, problems)
      : null;
  }
  const short =
    text
      .replace(/["“„].*$/, '')
      .split(' ')
      .filter((word) => word !== '').length <= 2;
  return /^[~≈.,\d]/.test(text) && short ? unreadableLine(span, value, expected, problems) : null;
}

interface Tail {
  readonly why: string | null;
  readonly passing: Passing;
}

/** What stands behind the value of a buffer; null where it has marks of a step. */
function readTail(span: Span, problems: ProblemList): Tail | null {
  let passing: Passing = { kind: 'PUSH' };
  let rest = trimmed(span);
  let told = true;
  while (told) {
    const found = passingAt(rest);
    told = found !== null;
    if (found === null) break;
    passing = found.passing;
    rest = trimmed(spanOf(rest.line, found.end, rest.to));
  }
  if (isEmpty(rest)) return { why: null, passing };
  if (isQuoted(rest)) return { why: plainText(rest) || null, passing };
  const behindWhy = quotedThenPassing(rest);
  if (behindWhy !== null) return behindWhy;
  if (holdsMark(rest)) return null;
  problems.add('UNQUOTED_REASON', placeOf(rest), {
    message: `${echo(wordsIn(rest))} is read as the reason of the wait.`,
    suggestion: 'Put the reason in quotes.',
    fix: replaceWith(rest, quote(wordsIn(rest))),
  });
  return { why: wordsIn(rest), passing };
}

function quotedThenPassing(rest: Span): Tail | null {
  const why = spanOf(rest.line, rest.from, wordEnd(rest, rest.from));
  if (!isQuoted(why)) return null;
  const behind = trimmed(spanOf(rest.line, why.to, rest.to));
  const found = passingAt(behind);
  return found !== null && found.end === rest.to
    ? { why: plainText(why) || null, passing: found.passing }
    : null;
}

function passingAt(span: Span): { readonly passing: Passing; readonly end: number } | null {
  const { text } = span.line;
  PULL.lastIndex = span.from;
  const pull = PULL.exec(text);
  if (pull !== null && span.from + 4 <= span.to) return { passing: { kind: 'PULL' }, end: span.from + 4 };
  FIFO.lastIndex = span.from;
  const fifo = FIFO.exec(text);
  if (fifo === null || span.from + fifo[0].length > span.to) return null;
  const limit = fifo[1] === undefined ? null : Number(fifo[1].replace(',', '.'));
  return { passing: { kind: 'FIFO', limit }, end: span.from + fifo[0].length };
}

/** Whether any word of the span is a mark of a step (of those that count). */
export function holdsMark(span: Span, counts: (mark: Mark) => boolean = () => true): boolean {
  const { text } = span.line;
  let at = skipSpaces(text, span.from, span.to);
  while (at < span.to) {
    const mark = markAt(span, at, { behind: false, nameWords: 2 });
    if (mark !== null && counts(mark)) return true;
    at = skipSpaces(text, wordEnd(span, at), span.to);
  }
  return false;
}

/** A time, a share or a count: what a name may hold as well. */
export function isNumber({ kind }: Mark): boolean {
  return kind === 'duration' || kind === 'percent' || kind === 'count';
}
