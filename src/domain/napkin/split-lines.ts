import type { ProblemList } from './problem-list.js';
import type { Line } from './span.js';

const ODD = /[^\S ]|\p{Cc}|\p{Cs}/u;
/** One half of a pair of code units: no text that a database or a file in UTF-8 could keep. */
const HALF = /\p{Cs}/gu;

/** The lines of a text, whatever its line ends; white space and control characters become plain spaces and halves of signs U+FFFD, one for one. */
export function splitLines(text: string): Line[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({
    number: index + 1,
    text: ODD.test(line) ? line.replace(/[\s\p{Cc}]/gu, ' ').replace(HALF, '\ufffd') : line,
  }));
}

/** Tells the signs that were replaced, the first of each line. */
export function tellBrokenSigns(text: string, problems: ProblemList): void {
  if (!/\p{Cs}/u.test(text)) return;
  text.split(/\r\n|\n|\r/).forEach((line, index) => {
    const count = line.match(HALF)?.length ?? 0;
    if (count === 0) return;
    const place = { line: index + 1, column: line.search(/\p{Cs}/u) + 1, length: 1 };
    problems.add('BROKEN_SIGN', place, {
      message: `${count === 1 ? 'A sign' : `${count} signs`} of this line ${count === 1 ? 'is' : 'are'} broken (one half of a pair) and replaced by \ufffd.`,
      suggestion: 'Write the sign again, or take it away.',
    });
  });
}
