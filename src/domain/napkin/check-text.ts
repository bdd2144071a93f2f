import type { TextPlace } from '../shared/index.js';
import { behindListMark } from './read-line.js';
import type { ProblemList } from './problem-list.js';
import { spanOf, trimmed, type Line } from './span.js';

/** What kind of text it is: `BROKEN` text has stray bytes in it, `BINARY` is no text at all. */
export type TextKind = 'TEXT' | 'BROKEN' | 'BINARY';

const MOST_STRANGE = 0.1;

/** Tells text from files that only look like it: NUL signs, or more than a tenth of signs that no text has. */
export function kindOfText(text: string): TextKind {
  let strange = 0;
  let zero = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0) zero = true;
    const control = code < 32 && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13;
    if (control || code === 0xfffd) strange += 1;
  }
  if (strange > text.length * MOST_STRANGE) return 'BINARY';
  return zero ? 'BROKEN' : 'TEXT';
}

/** Tells that the file is no plain text, at the first sign that shows it. */
export function tellNotText(lines: readonly Line[], text: string, problems: ProblemList): void {
  const before = text.slice(0, Math.max(0, firstStrange(text)));
  const line = before.split(/\r\n|\n|\r/);
  const place: TextPlace = { line: line.length, column: (line.at(-1)?.length ?? 0) + 1, length: 1 };
  problems.add('NOT_TEXT', place, {
    message: `This is no plain text: a sign that no text has stands on line ${place.line} of ${lines.length}.`,
    suggestion: 'Save the napkin as a plain text file in UTF-8 and try again.',
  });
}

function firstStrange(text: string): number {
  const zero = text.indexOf('\0');
  return zero >= 0 ? zero : text.search(/[^\P{Cc}\t\n\v\f\r\u007f-\u009f]|\ufffd/u);
}

/** Tells once for the whole text that bullets and numbers of a pasted list were left out. */
export function tellListMarks(lines: readonly Line[], problems: ProblemList): void {
  let first: TextPlace | null = null;
  let count = 0;
  for (const line of lines) {
    const whole = trimmed(spanOf(line, 0, line.text.length));
    const behind = behindListMark(whole);
    if (behind.from === whole.from) continue;
    count += 1;
    first ??= { line: line.number, column: whole.from + 1, length: behind.from - whole.from };
  }
  if (first === null) return;
  problems.add('LIST_MARK', first, {
    message: `The list ${count === 1 ? 'mark of one line is' : `marks of ${count} lines are`} left out of the names.`,
    suggestion: 'Nothing has to be done. A name that begins with such a mark is written in quotes.',
  });
}
