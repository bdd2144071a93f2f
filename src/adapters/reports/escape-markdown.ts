import { plainText } from './plain-text.js';

const MEANINGFUL = /[\\`*_[\]<>|&~:@]/g;
const AT_THE_START = /^(#{1,6}|[-+=]+|\d+[.)])(?=\s|$|-|=)/;
const WEB_ADDRESS = /www\./gi;

/**
 * Text of users for a Markdown document, on one line: nothing of it becomes a heading, list, table, link, code or HTML.
 * A colon keeps its backslash only in front of `//` and behind the letters of an address scheme.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replace(MEANINGFUL, (character, offset: number, whole: string) =>
      character === ':' && !startsAddress(whole, offset) ? character : `\\${character}`,
    )
    .replace(WEB_ADDRESS, (address) => `${address.slice(0, -1)}\\.`)
    .replace(AT_THE_START, (mark) =>
      /^\d/.test(mark) ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`,
    );
}

function startsAddress(text: string, colon: number): boolean {
  const before = text[colon - 1] ?? ' ';
  const behind = text[colon + 1] ?? ' ';
  return behind === '/' || (/[a-z]/i.test(before) && /[^\s]/.test(behind));
}
