import { shifted, type Mark } from './mark.js';

/** Something of a known size, drawn from its upper left corner. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** Blocks side by side from the upper left corner on, as many in a row as the width holds. */
export function flowBlocks(blocks: readonly Block[], width: number, gaps: { x: number; y: number }): Block {
  const marks: Mark[] = [];
  let [x, y, tallest] = [0, 0, 0];
  for (const block of blocks) {
    if (x > 0 && x + block.width > width) {
      y += tallest + gaps.y;
      [x, tallest] = [0, 0];
    }
    marks.push(...shifted(block.marks, x, y));
    x += block.width + gaps.x;
    tallest = Math.max(tallest, block.height);
  }
  return { width, height: y + tallest, marks };
}
