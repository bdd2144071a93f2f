import { flowBlocks, type Block } from '../canvas/flow-blocks.js';
import { shifted } from '../canvas/mark.js';
import { setText } from '../canvas/set-text.js';
import type { NumberedPain } from './cell.js';
import { burst } from './symbols.js';

const COLUMN = 330;

/** The pains by their numbers; null where nobody has told one. */
export function painList(blocks: readonly Block[], width: number): Block | null {
  if (blocks.length === 0) return null;
  const title = setText('Pains', { width, size: 12, bold: true }, { x: 0, y: 0 });
  const list = flowBlocks(blocks, width, { x: 18, y: 6 });
  const top = title.height + 4;
  return { width, height: top + list.height, marks: [...title.marks, ...shifted(list.marks, 0, top)] };
}

/** One pain of the list. */
export function painBlock({ number, step, text }: NumberedPain): Block {
  const left = 34;
  const setting = { width: COLUMN - left, size: 10 };
  const where = setText(
    `${step.position} ${step.name}`,
    { ...setting, bold: true, most: 3 },
    { x: left, y: 0 },
  );
  const what = setText(text, { ...setting, most: 12 }, { x: left, y: where.height });
  const height = Math.max(28, where.height + what.height);
  return { width: COLUMN, height, marks: [...burst(14, 13, number), ...where.marks, ...what.marks] };
}
