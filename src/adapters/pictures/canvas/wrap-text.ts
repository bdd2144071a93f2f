import { plainText } from './plain-text.js';
import { textWidth } from './text-width.js';

/** How a text is set: its size, and the width that its lines may take. */
export interface Setting {
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  /** More lines than this end with an ellipsis. */
  readonly most?: number;
}

/** Lines that keep to the width; words that are longer than a line are divided. */
export function wrapText(text: string, setting: Setting): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text, setting)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer, setting)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = divided(word, setting);
    line = parts.pop() ?? '';
    lines.push(...parts);
  }
  if (line !== '') lines.push(line);
  return shortened(lines, setting);
}

const UNIT = /^(?:min|h|d|s|w|cd|%)[),;.:]*$/u;

/** The words of a text; a number and its unit are one where a line holds both. */
function wordsOf(text: string, setting: Setting): string[] {
  const words: string[] = [];
  for (const word of plainText(text).split(' ')) {
    const before = words.at(-1);
    const together = `${before} ${word}`;
    if (before !== undefined && /\d$/u.test(before) && UNIT.test(word) && fits(together, setting))
      words[words.length - 1] = together;
    else words.push(word);
  }
  return words;
}

function fits(text: string, { width, size, bold }: Setting): boolean {
  return textWidth(text, size, bold) <= width;
}

function divided(word: string, setting: Setting): string[] {
  if (fits(word, setting)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const cluster of clusters(word)) {
    if (part !== '' && !fits(part + cluster, setting)) {
      parts.push(part);
      part = '';
    }
    part += cluster;
  }
  return [...parts, part];
}

function shortened(lines: readonly string[], setting: Setting): string[] {
  const { most = Number.POSITIVE_INFINITY } = setting;
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  const last = clusters(kept.pop() ?? '');
  while (last.length > 0 && !fits(`${last.join('')}…`, setting)) last.pop();
  return [...kept, `${last.join('').trimEnd()}…`];
}

/** Letters with the marks that belong to them. */
function clusters(text: string): string[] {
  const found: string[] = [];
  for (const letter of text) {
    const last = found.length - 1;
    const before = found[last];
    const joined = before !== undefined && (/^\p{M}$|^\u200d$/u.test(letter) || before.endsWith('\u200d'));
    if (joined) found[last] = before + letter;
    else found.push(letter);
  }
  return found;
}
