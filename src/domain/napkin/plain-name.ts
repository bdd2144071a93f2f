import { KEYWORD_MARKS } from './keyword-mark-at.js';
import { quote } from './quoted-text.js';
import { oneSpace } from './span.js';

const PLAIN_WORDS = /^[\p{L}][\p{L}\p{M}\p{N}.'’&/+-]*(?: (?:[\p{L}][\p{L}\p{M}\p{N}.'’&/+-]*|&|-))*$/u;
const PLAIN_WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._'’&/+-]*$/u;
const MARK_WORDS = new Set([...KEYWORD_MARKS, 'lead', 'fifo', 'pull']);

/** A name within marks and lists: as it is where every word is plain, else in quotes. */
export function printName(name: string): string {
  const text = oneSpace(name);
  if (text.length > 200 || !PLAIN_WORDS.test(text)) return quote(text);
  const words = text.toLowerCase().split(' ');
  return words.some((word) => MARK_WORDS.has(word) || /^x\d/.test(word)) ? quote(text) : text;
}

/** A name behind an @: one plain word as it is, else in quotes. */
export function printPerformer(name: string): string {
  const text = oneSpace(name);
  return `@${text.length < 200 && PLAIN_WORD.test(text) ? text : quote(text)}`;
}

const PLAIN_IN_A_LIST = /^[^,"“”„‟[\]{}#\\]+$/;

/** A name in a list that only commas and a bracket or the line's end close: in quotes where it holds their signs. */
export function printListed(name: string): string {
  const text = oneSpace(name);
  return PLAIN_IN_A_LIST.test(text) ? text : quote(text);
}

/** A capability in its list: in quotes also where its end would be read as a level or a licence. */
export function printCapabilityName(name: string): string {
  const text = oneSpace(name);
  return /[()]|\d$/.test(text) ? quote(text) : printListed(text);
}

/** Several names with commas between them. */
export function printNames(names: readonly { readonly name: string }[]): string {
  return names.map(({ name }) => printName(name)).join(', ');
}
