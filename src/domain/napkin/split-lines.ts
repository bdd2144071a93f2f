import type { Line } from './span.js';

const ODD = /[^\S ]|\p{Cc}/u;

/** The lines of a text, whatever its line ends; white space and control characters become plain spaces, one for one. */
export function splitLines(text: string): Line[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({
    number: index + 1,
    text: ODD.test(line) ? line.replace(/[\s\p{Cc}]/gu, ' ') : line,
  }));
}
