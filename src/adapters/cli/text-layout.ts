/** Code points that a terminal shows two columns wide (East Asian wide and full width). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];
const PLAIN = /^[\x20-\x7e]*$/;
const NO_WIDTH = /^[\p{M}\p{Cf}]$/u;
const EMOJI = /^\p{Emoji_Presentation}/u;
/** Control characters, and the marks that turn the direction of what follows. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONGEST = 1_000;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text of a user as it may be shown: nothing in it can steer the terminal, and at most 1,000 characters of it. */
export function visible(text: string): string {
  const short = text.length > LONGEST ? `${cut(text, LONGEST)}…` : text;
  return short.replaceAll(/[\t\r\n]+/g, ' ').replaceAll(UNPRINTABLE, '\ufffd');
}

/** The columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** A text of a user in so many columns, with … where it is longer. */
export function fit(text: string, width: number): string {
  const shown = visible(text);
  if (displayWidth(shown) <= width) return shown;
  let taken = 0;
  let kept = '';
  for (const { segment } of graphemes.segment(shown)) {
    taken += graphemeWidth(segment);
    if (taken > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A text that has no more than so many columns, filled up with spaces. */
export function pad(text: string, width: number, side: 'left' | 'right' | 'centre' = 'right'): string {
  const missing = Math.max(0, width - displayWidth(text));
  if (side === 'left') return ' '.repeat(missing) + text;
  if (side === 'right') return text + ' '.repeat(missing);
  return ' '.repeat(missing >> 1) + text + ' '.repeat(missing - (missing >> 1));
}

/** A text of a user in lines of at most so many columns, broken between words where that is possible. */
export function wrap(text: string, width: number): string[] {
  const room = Math.max(8, width);
  const lines: string[] = [];
  let line = '';
  for (const word of visible(text).split(' ').filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = piecesOf(word, room);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function piecesOf(word: string, room: number): string[] {
  if (displayWidth(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const { segment } of graphemes.segment(word)) {
    const width = graphemeWidth(segment);
    if (taken + width > room) {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += segment;
    taken += width;
  }
  return [...pieces, piece];
}

/** The columns of one character as a reader sees it. */
export function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme) || grapheme.includes('\ufe0f')) return 2;
  const point = grapheme.codePointAt(0) ?? 0;
  if (point < 0x20 || NO_WIDTH.test(String.fromCodePoint(point))) return 0;
  return WIDE.some(([from, to]) => point >= from && point <= to) ? 2 : 1;
}

/** The beginning of a text, never half of a surrogate pair. */
function cut(text: string, length: number): string {
  const half = /[\ud800-\udbff]$/.test(text.slice(0, length));
  return text.slice(0, half ? length - 1 : length);
}
