import { nearestName, type TextPlace } from '../../shared/index.js';

/** A piece of one line of text, without the spaces around it. */
export interface Piece {
  readonly text: string;
  readonly place: TextPlace;
}

/** One `key: value` line; a line without a colon has no value. */
export interface LimitLine {
  readonly key: Piece;
  readonly value: Piece | null;
}

/** The lines that say something: empty lines and `#` comments are left out. */
export function limitLines(text: string): LimitLine[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((whole, at): LimitLine[] => {
      const line = whole.slice(0, endOfLine(whole));
      if (line.trim() === '') return [];
      const colon = line.search(/[:：]/);
      const key = pieceOf(line, at + 1, 0, colon < 0 ? line.length : colon);
      return [{ key, value: colon < 0 ? null : pieceOf(line, at + 1, colon + 1, line.length) }];
    });
}

/** Where a comment begins: `#` at the start or behind a space, outside of quotes. */
function endOfLine(line: string): number {
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (QUOTES.test(character)) quoted = !quoted;
    if (character === '\\') at += 1;
    else if (character === '#' && !quoted && (at === 0 || /\s/.test(line.charAt(at - 1)))) return at;
  }
  return line.length;
}

const QUOTES = /["“”„‟]/;

function pieceOf(line: string, number: number, from: number, to: number): Piece {
  const part = line.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  const text = part.trim();
  return { text, place: { line: number, column: start + 1, length: Math.max(1, text.length) } };
}

/** Names separated by commas; one in quotes may hold commas, with `\"` and `\\` inside. */
export function namesIn(piece: Piece): Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < piece.text.length; at += 1) {
    const character = piece.text.charAt(at);
    if (character === '\\') at += 1;
    else if (QUOTES.test(character)) quoted = !quoted;
    else if (character === ',' && !quoted) {
      parts.push(partOf(piece, from, at));
      from = at + 1;
    }
  }
  parts.push(partOf(piece, from, piece.text.length));
  return parts.map(unquoted).filter(({ text }) => text !== '');
}

/** `NAMES in ROLE` taken apart at its last ` in ` outside of quotes; null where there is none. */
export function pinIn(piece: Piece): { readonly steps: Piece; readonly role: Piece } | null {
  let quoted = false;
  let found = -1;
  for (let at = 0; at < piece.text.length; at += 1) {
    const character = piece.text.charAt(at);
    if (character === '\\') at += 1;
    else if (QUOTES.test(character)) quoted = !quoted;
    else if (!quoted && /^\sin\s/i.test(piece.text.slice(at, at + 4))) found = at;
  }
  if (found < 0) return null;
  const [steps, role] = [partOf(piece, 0, found), unquoted(partOf(piece, found + 4, piece.text.length))];
  return role.text === '' ? null : { steps, role };
}

function partOf({ text, place }: Piece, from: number, to: number): Piece {
  const part = text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  const trimmed = part.trim();
  return {
    text: trimmed,
    place: { ...place, column: place.column + start, length: Math.max(1, trimmed.length) },
  };
}

function unquoted(piece: Piece): Piece {
  const inner = /^["“”„‟](.*?)["“”„‟]?$/su.exec(piece.text)?.[1];
  return inner === undefined ? piece : { ...piece, text: inner.replace(/\\(["\\“”„‟])/g, '$1').trim() };
}

/** "Did you mean …?" with the nearest of these words, or all of them where none is near. */
export function didYouMean(written: string, words: readonly string[]): string {
  const near = nearestName(written, words);
  return near === null ? `One of these was expected: ${words.join(', ')}.` : `Did you mean \`${near}\`?`;
}
