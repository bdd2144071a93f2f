import { COMMON_RUNS, COMMON_WORDS } from './common-words.js';

/** Words and runs that a password may be made of and still be among the first that are tried. */
const MOST_PIECES = 2;
/** Digits beside them, such as a year or a date. */
const MOST_DIGITS = 8;
const SHORTEST_RUN = 4;
const LONGEST_UNIT = 8;

/** Signs and digits that stand for letters; what cannot be told apart (i, l, 1) is one letter here. */
const SAME: Readonly<Record<string, string>> = {
  ...{ l: 'i', '1': 'i', '!': 'i', '|': 'i', '0': 'o', '3': 'e', '4': 'a', '@': 'a' },
  ...{ '5': 's', $: 's', '7': 't', '+': 't', '8': 'b', '9': 'g' },
};

const WORDS: ReadonlySet<string> = new Set(COMMON_WORDS.map(read));
const LONGEST_WORD = Math.max(...COMMON_WORDS.map(({ length }) => length));
const RUNS = COMMON_RUNS.flatMap((run) => [run, [...run].reverse().join('')]);

/**
 * true where a password is made of what is tried first: one or two common words, names or rows of keys, in whatever
 * letters, with signs that stand for letters, with a number or signs around them; or a few characters over and over.
 */
export function isCommonPassword(password: string): boolean {
  const text = password
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s]/gu, '');
  return isMadeOfPieces(text) || isRepeated(text);
}

/** Letters, and what stands for them, brought into one form. */
function read(text: string): string {
  return [...text].map((sign) => SAME[sign] ?? sign).join('');
}

/** fewest[n]: the fewest digits beside n pieces with which the text up to here is made; Infinity where it cannot be. */
type Fewest = number[];

function isMadeOfPieces(text: string): boolean {
  const forms = read(text);
  const states: Fewest[] = Array.from({ length: text.length + 1 }, () => [Infinity, Infinity, Infinity]);
  states[0] = [0, Infinity, Infinity];
  for (let at = 0; at < text.length; at += 1) {
    const here = states[at] ?? [];
    if (Math.min(...here) > MOST_DIGITS) continue;
    const sign = text.charAt(at);
    if (!/\p{L}/u.test(sign)) reach(states[at + 1], here, 0, /\p{N}/u.test(sign) ? 1 : 0);
    for (const end of endsOfPieces(text, forms, at)) reach(states[end], here, 1, 0);
  }
  return (states[text.length] ?? []).slice(1).some((digits) => digits <= MOST_DIGITS);
}

function reach(there: Fewest | undefined, here: Fewest, pieces: number, digits: number): void {
  if (!there) return;
  for (let n = pieces; n <= MOST_PIECES; n += 1)
    there[n] = Math.min(there[n] ?? Infinity, (here[n - pieces] ?? Infinity) + digits);
}

/** Where common words and runs end that begin here. */
function endsOfPieces(text: string, forms: string, at: number): readonly number[] {
  const ends: number[] = [];
  for (let end = at + 3; end <= Math.min(text.length, at + LONGEST_WORD); end += 1)
    if (WORDS.has(forms.slice(at, end))) ends.push(end);
  for (let end = at + SHORTEST_RUN; end <= text.length; end += 1) {
    const piece = text.slice(at, end);
    if (!RUNS.some((run) => run.includes(piece))) break;
    ends.push(end);
  }
  return ends;
}

/** The same few characters, or the same common word, over and over. */
function isRepeated(text: string): boolean {
  for (let size = 1; size <= text.length / 2; size += 1) {
    const unit = text.slice(0, size);
    if (text.length % size !== 0 || unit.repeat(text.length / size) !== text) continue;
    return size <= LONGEST_UNIT || isMadeOfPieces(unit);
  }
  return false;
}
