import type { RaciLetter, Wish } from '../../domain/index.js';
import { boundedList } from './bounded-list.js';

/** The most wishes or confirmations of one request. */
export const LONGEST_LIST = 10_000;

/** A wish as it comes in: what is left out is missing. */
export interface WishInput {
  readonly holder: string;
  readonly step?: string | null;
  readonly letter: RaciLetter;
  readonly reason?: string | null;
}

/** The wishes of a request; throws BAD_USER_INPUT where there are too many. */
export function readWishes(wishes: readonly WishInput[]): readonly Wish[] {
  return boundedList('wishes', wishes, LONGEST_LIST).map(readWish);
}

/** One wish of a request. */
export function readWish({ holder, step, letter, reason }: WishInput): Wish {
  return { holder, step: step ?? null, letter, reason: reason ?? null };
}
