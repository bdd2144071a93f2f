import type { Mark } from './mark.js';
import { markAt, wordEnd } from './mark-at.js';
import { echo } from './problem-list.js';
import { isQuoted } from './quoted-text.js';
import type { StepScan } from './step-scan.js';
import { isEmpty, placeOf, skipSpaces, spanOf, trimmed, wordsIn, type Span } from './span.js';

const NUMBERS: ReadonlySet<Mark['kind']> = new Set(['duration', 'percent', 'count']);

/** Hints that marks at the end of a pain's text belong to that text: a pain runs to the end of its line. */
export function tellMarksInPain(scan: StepScan, sign: number, pain: Span): void {
  const text = trimmed(pain);
  const from = isQuoted(text) ? null : marksAtEnd(text);
  if (from === null) return;
  const { line, to } = text;
  const words = (start: number, end: number): string => wordsIn(spanOf(line, start, end));
  const front = words(scan.span.from, sign);
  const own = words(text.from, from);
  scan.problems.add('MARKS_IN_PAIN', placeOf(spanOf(line, from, to)), {
    message: `${echo(words(from, to))} is part of the pain's text, which runs to the end of the line.`,
    suggestion: `Marks stand in front of the \`!\`: ${front} ${words(from, to)}${isEmpty(spanOf(line, text.from, from)) ? '' : ` ! ${own}`}. If they belong to the text, put it in quotes.`,
  });
}

/** Where the marks begin that a text ends in; null where it ends in a word, or in one number only. */
function marksAtEnd(text: Span): number | null {
  let from: number | null = null;
  let weight = 0;
  let at = text.from;
  while (at < text.to) {
    const mark = markAt(text, at, { behind: false, nameWords: 2 });
    if (mark === null || mark.kind === 'pain') {
      from = null;
      weight = 0;
      at = skipSpaces(text.line.text, wordEnd(text, at), text.to);
    } else {
      from ??= at;
      weight += NUMBERS.has(mark.kind) ? 1 : 2;
      at = skipSpaces(text.line.text, Math.max(mark.end, at + 1), text.to);
    }
  }
  return weight >= 2 ? from : null;
}
