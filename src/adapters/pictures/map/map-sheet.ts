import type { Block } from '../canvas/flow-blocks.js';

/** Rows that stand on one sheet, with the pains of their steps, and the height that all of it takes. */
export interface MapSheet {
  readonly first: number;
  readonly last: number;
  readonly heading: Block;
  readonly pains: Block | null;
  readonly legend: Block | null;
  readonly height: number;
}
