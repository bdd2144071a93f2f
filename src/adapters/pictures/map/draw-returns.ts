import type { Mark, Point } from '../canvas/mark.js';
import { spotOf } from './spots.js';
import type { RowLayout } from './lay-rows.js';
import { RETURN_TEXT, type TrackedReturn } from './plan-returns.js';
import { SIZES } from './sizes.js';
import { arrowHead } from './arrow-symbols.js';

/** Rework: dashed, below the boxes, with the share that goes back. */
export function drawReturns(layout: RowLayout): Mark[] {
  return layout.returns.flatMap((piece) => {
    const lane = layout.rows[piece.row]?.lanes.get(piece.lane);
    const spot = spotOf(layout, piece.cell);
    const target = spotOf(layout, piece.target);
    if (!lane || !spot || !target) return [];
    const y = lane.tracks + piece.track * SIZES.track + 8;
    const from = startOf(piece, spot.lane.frame, spot.lane.flow);
    const foot = (frame: number) => frame + piece.target.card.height;
    return [
      ...lineMarks(piece, y, from, { foot: foot(target.lane.frame), flow: target.lane.flow }),
      labelOf(piece, y),
    ];
  });
}

function startOf({ cell }: TrackedReturn, frame: number, flow: number): number {
  return cell.card.width === SIZES.gate ? flow : frame + cell.card.height;
}

function lineMarks(
  { kind, x, endX }: TrackedReturn,
  y: number,
  from: number,
  target: { readonly foot: number; readonly flow: number },
): Mark[] {
  const enter = target.flow + 11;
  const up = target.foot + 7;
  switch (kind) {
    case 'loop':
      return [dashed(x, from, x, y, endX, y, endX, up), arrowHead(endX, up - 6, 'up')];
    case 'side':
      return [
        dashed(x, from, x, y, endX, y, endX, enter, endX + 2, enter),
        arrowHead(endX + 9, enter, 'right'),
      ];
    case 'out':
      return [dashed(x, from, x, y - 3), arrowHead(x, y + 4, 'down')];
    case 'in':
      return [dashed(x, y + 4, x, up), arrowHead(x, up - 6, 'up')];
  }
}

/** A dashed line along corners told as x and y by turns. */
function dashed(...corners: readonly number[]): Mark {
  const points = corners.flatMap((x, nth): Point[] => (nth % 2 === 0 ? [[x, corners[nth + 1] ?? 0]] : []));
  return { kind: 'line', stroke: 'ink', weight: 1.3, dash: '6 3.5', points, way: true };
}

function labelOf({ label, labelX, labelAnchor }: TrackedReturn, y: number): Mark {
  return {
    kind: 'text',
    x: labelX,
    y: y + 3,
    text: label,
    size: RETURN_TEXT,
    bold: true,
    anchor: labelAnchor,
    halo: 'paper',
  };
}
