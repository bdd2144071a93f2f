import { holdsMark } from './buffer-line.js';
import type { BodyReading, LineContext } from './item.js';
import type { Mark } from './mark.js';
import { wordEnd } from './mark-at.js';
import { echo, replaceWith, type ProblemList } from './problem-list.js';
import { isQuoted, plainText, quote } from './quoted-text.js';
import { isEmpty, placeOf, rawText, spanOf, trimmed, wordsIn, type Span } from './span.js';

/** The name of a stream that has none. */
export const UNNAMED_STREAM = 'Unnamed stream';

/** Reads `stream NAME`; null where the line is a step (`Stream the webinar @Bob 1h`). */
export function readStreamLine(span: Span, context: LineContext, problems: ProblemList): BodyReading | null {
  const name = trimmed(spanOf(span.line, span.from + 'stream'.length, span.to));
  const lowerCase = rawText(span).startsWith('s');
  if (isEmpty(name) || plainText(name) === '') {
    if (!lowerCase) return null;
    problems.add('MISSING_VALUE', placeOf(span), {
      message: 'This stream has no name.',
      suggestion: 'Write what it turns into what: stream Enquiry to paid job.',
    });
    return { body: { kind: 'stream', name: UNNAMED_STREAM } };
  }
  if (!isQuoted(name) && holdsMark(behindFirstWord(name), lowerCase ? isOfAStep : undefined)) return null;
  if (!lowerCase && !isQuoted(name) && !context.first) tellStream(span, name, problems);
  return { body: { kind: 'stream', name: plainText(name) } };
}

/** A name has one word at least: what begins with a letter is no mark there (`stream X1`). */
function behindFirstWord(name: Span): Span {
  const { line, from, to } = name;
  return /^\p{L}/u.test(rawText(name)) ? spanOf(line, wordEnd(name, from), to) : name;
}

/** Marks that no name of a stream has by chance; a time, a share or a number may be part of it. */
function isOfAStep({ kind }: Mark): boolean {
  return kind === 'performer' || kind === 'nobodyKnows' || kind === 'systems' || kind === 'capabilities';
}

function tellStream(span: Span, name: Span, problems: ProblemList): void {
  problems.add('READ_AS_STREAM', placeOf(span), {
    message: `A stream called ${echo(plainText(name))} begins here.`,
    suggestion: `If it is a step, put its name in quotes: ${quote(wordsIn(span))}.`,
    fix: replaceWith(span, quote(wordsIn(span))),
  });
}
