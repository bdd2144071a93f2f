import type { TableUnreadable, Wish } from '../../domain/index.js';

/** A row of a table of wishes that cannot be read, at its line. */
export interface BadWishRow {
  readonly line: number;
  readonly message: string;
}

/** The wishes of a table in their order, each with its line, and the rows that are none. */
export interface WishTable {
  readonly kind: 'WishTable';
  readonly wishes: readonly Wish[];
  /** The line of each wish. */
  readonly lines: readonly number[];
  readonly bad: readonly BadWishRow[];
}

/** Reads wishes from CSV as it comes in, with the columns holder, letter, step and perhaps reason. Never throws for what is in it. */
export type ReadWishTable = (chunks: AsyncIterable<Uint8Array>) => Promise<WishTable | TableUnreadable>;
