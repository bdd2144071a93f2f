import type { DraftDuration, DraftNumber } from '../stream/index.js';
import { holdsMark, isNumber } from './buffer-line.js';
import type { BodyReading } from './item.js';
import { unreadableLine } from './note-reading.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { isQuoted, splitList } from './quoted-text.js';
import { durationAt } from './read-duration.js';
import { readReference, readReferences } from './read-names.js';
import { percentAt } from './read-number.js';
import { isEmpty, placeOf, rawText, skipSpaces, spanOf, trimmed, wordsIn, type Span } from './span.js';
import { tellOverHundred, tellReversed } from './tell-number.js';
import { wordEnd } from './mark-at.js';

/** Reads `lost 40%`; null where the line is a step. */
export function readLost(span: Span, problems: ProblemList): BodyReading | null {
  const value = trimmed(spanOf(span.line, span.from + 4, span.to));
  const reading = percentAt(span.line, value.from);
  const expected = 'a share: lost 40%';
  if (reading === null || reading.end > span.to) {
    const words = rawText(value)
      .split(' ')
      .filter((word) => word !== '').length;
    const lowerCase = rawText(span).startsWith('l');
    if (isEmpty(value)) return lowerCase ? unreadableLine(span, value, expected, problems) : null;
    const fix = /^\d{1,3}$/.test(rawText(value)) ? replaceWith(value, `${rawText(value)}%`) : undefined;
    return /^[~≈.,\d]/.test(rawText(value)) && words <= 2
      ? unreadableLine(span, value, expected, problems, fix)
      : null;
  }
  const rest = trimmed(spanOf(span.line, reading.end, span.to));
  if (!isEmpty(rest) && holdsMark(rest)) return null;
  tellShare(spanOf(span.line, value.from, reading.end), reading.number, reading.reversed, problems);
  return { body: { kind: 'lost', share: reading.number }, remark: remarkOf(rest, problems) };
}

function remarkOf(rest: Span, problems: ProblemList): string | null {
  if (isEmpty(rest)) return null;
  problems.add('UNQUOTED_REASON', placeOf(rest), {
    message: `${echo(wordsIn(rest))} is kept as a comment of the line.`,
    suggestion: 'Write # in front of it.',
    fix: replaceWith(rest, `# ${rawText(rest)}`),
  });
  return wordsIn(rest);
}

function tellShare(place: Span, share: DraftNumber, reversed: boolean, problems: ProblemList): void {
  tellReversed(problems, place, reversed);
  tellOverHundred(problems, place, share, 'SHARE_OVER_100');
}

/** Reads `back to STEP 20% 40m`; without a share it holds only where the name is quoted or a step's. */
export function readBack(span: Span, problems: ProblemList): BodyReading | null {
  const start = span.from + (/^back +to +/i.exec(rawText(span).slice(0, 40))?.[0].length ?? 0);
  if (start === span.from || start >= span.to) return null;
  const tail = tailOf(spanOf(span.line, start, span.to));
  const name = trimmed(spanOf(span.line, start, tail.from));
  if (isEmpty(name)) return null;
  const body = { kind: 'back' as const, to: readReference(name), share: tail.share, time: tail.time };
  if (body.to.name === '') return null;
  const quoted = isQuoted(name);
  if (!quoted && holdsMark(name, (mark) => !isNumber(mark))) return null;
  if (tail.share === null && !quoted) {
    const likely = tail.time === null && rawText(span).startsWith('b');
    return { body: { kind: 'note', text: '' }, maybe: { body, names: [body.to.name], likely } };
  }
  if (tail.share !== null) tellShare(tail.place, tail.share, tail.reversed, problems);
  return { body };
}

interface ReturnTail {
  readonly from: number;
  readonly share: DraftNumber | null;
  readonly time: DraftDuration | null;
  readonly reversed: boolean;
  readonly place: Span;
}

/** The first place behind which nothing but a share and a time stands. */
function tailOf(span: Span): ReturnTail {
  const { line, to } = span;
  let at = skipSpaces(line.text, wordEnd(span, span.from), to);
  while (at < to) {
    const tail = /[\d~≈]/.test(line.text.charAt(at)) ? tailAt(span, at) : null;
    if (tail !== null) return tail;
    at = skipSpaces(line.text, wordEnd(span, at), to);
  }
  return { from: to, share: null, time: null, reversed: false, place: spanOf(line, to, to) };
}

function tailAt(span: Span, at: number): ReturnTail | null {
  const { line, to } = span;
  const first = percentAt(line, at);
  const timeFrom = first === null ? at : skipSpaces(line.text, first.end, to);
  const time = timeFrom < to ? durationAt(line, timeFrom) : null;
  const percentFrom = time === null ? to : skipSpaces(line.text, time.end, to);
  const second = first === null && time !== null && percentFrom < to ? percentAt(line, percentFrom) : null;
  const end = second?.end ?? time?.end ?? first?.end ?? at;
  if (end !== to) return null;
  const percent = first ?? second;
  const place =
    percent === null ? spanOf(line, at, to) : spanOf(line, first === null ? percentFrom : at, percent.end);
  return {
    from: at,
    share: percent?.number ?? null,
    time: time?.duration ?? null,
    reversed: percent?.reversed ?? false,
    place,
  };
}

/** Reads `after STEP, STEP`: certain where every name is quoted, else it holds where one of them is a step's. */
export function readAfter(span: Span): BodyReading | null {
  const names = trimmed(spanOf(span.line, span.from + 5, span.to));
  const steps = readReferences(names);
  if (steps.length === 0 || holdsMark(names)) return null;
  const body = { kind: 'after' as const, steps };
  if (splitList(names).every(isQuoted)) return { body };
  const likely = rawText(span).startsWith('a');
  return { body: { kind: 'note', text: '' }, maybe: { body, names: steps.map(({ name }) => name), likely } };
}
