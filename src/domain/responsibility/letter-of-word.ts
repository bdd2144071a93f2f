import type { RaciLetter } from './responsibility-matrix.js';

const LETTERS: ReadonlyMap<string, RaciLetter> = new Map([
  ['r', 'R'],
  ['responsible', 'R'],
  ['a', 'A'],
  ['accountable', 'A'],
  ['c', 'C'],
  ['consulted', 'C'],
  ['i', 'I'],
  ['informed', 'I'],
]);

/** The letter that a word stands for, in capitals or not: R, A, C, I or the word itself; null where it is none. */
export function letterOfWord(word: string): RaciLetter | null {
  return LETTERS.get(word.trim().toLowerCase()) ?? null;
}
