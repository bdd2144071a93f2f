import type { Block } from '../canvas/flow-blocks.js';
import type { Mark } from '../canvas/mark.js';

/** How a box looks. */
type Box = Pick<Extract<Mark, { kind: 'rect' }>, 'radius' | 'fill' | 'stroke' | 'weight'>;

/** Marks in a box that text keeps clear of. */
export function panel(width: number, height: number, box: Box, marks: readonly Mark[]): Block {
  const frame: Mark = { kind: 'rect', x: 0, y: 0, width, height, ...box, solid: true };
  return { width, height, marks: [frame, ...marks] };
}
