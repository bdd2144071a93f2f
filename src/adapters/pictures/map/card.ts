import type { Mark } from '../canvas/mark.js';

/**
 * What stands in one cell of the map. Its marks lie around x = 0 (left edge of the column) and y = 0 (upper edge of
 * its frame); head is what it needs above that. The way in meets it at SIZES.flow.
 */
export interface Card {
  readonly width: number;
  readonly head: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}
