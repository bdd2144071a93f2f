import {
  formatNumber,
  formatPercent,
  type FlowNode,
  type Quantity,
  type ValueStream,
} from '../../../domain/index.js';
import type { Mark } from '../canvas/mark.js';
import { setText } from '../canvas/set-text.js';
import type { Card } from './card.js';
import { stockTime } from './place-times.js';
import { SIZES } from './sizes.js';
import { gate, triangle } from './symbols.js';
import { tellNumber, tellTime } from './tell-quantity.js';

export type Buffer = Extract<FlowNode, { readonly kind: 'WAIT' | 'STOCK' }>;

const WIDTH = SIZES.buffer;
const MIDDLE = WIDTH / 2;

/** The inventory triangle with its time or its units, why work waits, and what is lost there. */
export function bufferCard(
  buffer: Buffer,
  { stream, critical, losses }: { stream: ValueStream; critical: boolean; losses: readonly Quantity[] },
): Card {
  const marks: Mark[] = [...triangle(MIDDLE, SIZES.flow, critical)];
  let y: number = SIZES.flow + 20;
  const write = (text: string, size: number, more: { bold?: boolean; italic?: boolean; most: number }) => {
    const { bold = false, italic = false, most } = more;
    const block = setText(
      text,
      { width: WIDTH, size, bold, most },
      { x: MIDDLE, y, anchor: 'middle', italic, ink: italic ? 'soft' : 'ink' },
    );
    marks.push(...block.marks);
    y += block.height + 1;
  };
  for (const line of amountOf(buffer, stream)) write(line, 10, { bold: true, most: 4 });
  const { passing, why } = buffer;
  if (passing.kind === 'FIFO' && passing.limit !== null)
    write(`at most ${formatNumber(passing.limit)} in the lane`, 9, { most: 4 });
  if (why !== null && why !== '') write(why, 9, { italic: true, most: 9 });
  for (const loss of losses) write(`${formatPercent(loss.likely)} lost here`, 9, { bold: true, most: 2 });
  return { width: WIDTH, head: 4, height: Math.ceil(y), marks };
}

function amountOf(buffer: Buffer, stream: ValueStream): readonly string[] {
  if (buffer.kind === 'WAIT') return [tellTime(buffer.time, stream.calendar)];
  const time = stockTime(stream, buffer.units);
  return [
    `${tellNumber(buffer.units)} ${buffer.units.likely === 1 ? 'unit' : 'units'}`,
    `= ${tellTime(time, stream.calendar)}`,
  ];
}

/** The place at which a branch ends that is nothing but a stop. */
export function stopCard(): Card {
  const [x, y] = [SIZES.gate / 2, SIZES.flow];
  const points = [
    [x, y - 9],
    [x, y + 9],
  ] as const;
  return {
    width: SIZES.gate,
    head: 4,
    height: SIZES.flow + 14,
    marks: [
      {
        kind: 'line',
        stroke: 'ink',
        points: [
          [0, y],
          [x, y],
        ],
      },
      { kind: 'line', stroke: 'ink', weight: 3, points },
    ],
  };
}

/** The gate of a block, with what is lost behind it. */
export function gateCard(all: boolean, critical: boolean, losses: readonly Quantity[]): Card {
  const marks: Mark[] = [...gate(SIZES.gate / 2, SIZES.flow, all, critical)];
  losses.forEach((loss, nth) => {
    const text = `${formatPercent(loss.likely)} lost`;
    marks.push({
      kind: 'text',
      x: SIZES.gate / 2,
      y: -nth * 11 - 1,
      text,
      size: 9,
      bold: true,
      anchor: 'middle',
      halo: 'paper',
    });
  });
  return { width: SIZES.gate, head: 4 + losses.length * 11, height: SIZES.flow + 14, marks };
}
