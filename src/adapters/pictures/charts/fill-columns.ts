import type { Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark } from '../canvas/mark.js';

/** Blocks under each other in so many columns of about one height; pitch is from one column to the next. */
export function fillColumns(
  blocks: readonly Block[],
  columns: number,
  pitch: number,
): { readonly height: number; readonly draw: () => Mark[] } {
  const total = blocks.reduce((sum, block) => sum + block.height, 0);
  const places: (readonly [block: Block, x: number, y: number])[] = [];
  let [x, y, tallest, left] = [0, 0, 0, columns];
  let room = total / columns;
  let rest = total;
  for (const block of blocks) {
    if (y > 0 && left > 1 && y + block.height / 2 > room) {
      rest -= y;
      left -= 1;
      room = rest / left;
      [x, y] = [x + pitch, 0];
    }
    places.push([block, x, y]);
    y += block.height;
    tallest = Math.max(tallest, y);
  }
  return { height: tallest, draw: () => places.flatMap(([block, x, y]) => shifted(block.marks, x, y)) };
}
