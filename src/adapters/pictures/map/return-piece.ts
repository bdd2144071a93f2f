import type { Cell } from './cell.js';

/** A piece of a return below the boxes of one lane of one row, before its words have a place. */
export interface BareReturn {
  /** loop: out of a place and back into one of its lane; side: into one of another lane; out and in: its ends in two rows. */
  readonly kind: 'loop' | 'side' | 'out' | 'in';
  readonly row: number;
  readonly lane: number;
  readonly cell: Cell;
  readonly target: Cell;
  /** Where it leaves its place, and where it comes to. */
  readonly x: number;
  readonly endX: number;
  /** Its share and where it goes or comes from, then the work that it costs, where it has a time of its own. */
  readonly told: readonly string[];
}

/** A piece of a return with the place of its words, and the room that both take. */
export interface ReturnPiece extends BareReturn {
  /** The lines of its words, and where they stand. */
  readonly words: readonly string[];
  readonly wordsX: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** 0: on the line itself; 1: on lines of their own below it. */
  readonly below: 0 | 1;
  readonly left: number;
  readonly right: number;
}
