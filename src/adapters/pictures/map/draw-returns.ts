import type { Mark, Point, TextMark } from '../canvas/mark.js';
import { lineHeight } from '../canvas/set-text.js';
import { spotOf } from './spots.js';
import { groupBy } from './flow-outline.js';
import type { LaneFrame, RowLayout } from './lay-rows.js';
import { RETURN_TEXT } from './place-return-words.js';
import type { TrackedReturn } from './plan-returns.js';
import { SIZES } from './sizes.js';
import { arrowHead } from './arrow-symbols.js';

/** Rework: dashed, below the boxes, with the share that goes back; the words hide the lines that cross them. */
export function drawReturns(layout: RowLayout): Mark[] {
  const lines = layout.returns.flatMap((piece) => {
    const lane = layout.rows[piece.row]?.lanes.get(piece.lane);
    const spot = spotOf(layout, piece.cell);
    const target = spotOf(layout, piece.target);
    if (!lane || !spot || !target) return [];
    const from = startOf(piece, spot.lane.frame, spot.lane.flow);
    const foot = target.lane.frame + piece.target.card.height;
    return lineMarks(piece, trackY(lane, piece), from, { foot, flow: target.lane.flow });
  });
  return [...lines, ...[...returnWords(layout).values()].flat()];
}

/** The words of the returns of each row. */
export function returnWords({ rows, returns }: RowLayout): ReadonlyMap<number, readonly TextMark[]> {
  const words = returns.flatMap((piece) => {
    const lane = rows[piece.row]?.lanes.get(piece.lane);
    return lane ? wordsOf(piece, trackY(lane, piece)).map((mark) => ({ row: piece.row, mark })) : [];
  });
  return new Map(
    [...groupBy(words, ({ row }) => row)].map(([row, found]) => [row, found.map(({ mark }) => mark)]),
  );
}

function trackY({ tracks }: LaneFrame, { track }: TrackedReturn): number {
  return tracks + track * SIZES.track + 8;
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

/** Words in the middle of their line, or below it line by line. */
function wordsOf({ words, wordsX, anchor, below }: TrackedReturn, y: number): TextMark[] {
  const first = below === 0 ? y + 3 : y + 14;
  return words.map((text, nth) => ({
    kind: 'text',
    x: wordsX,
    y: first + nth * lineHeight(RETURN_TEXT),
    text,
    size: RETURN_TEXT,
    bold: true,
    anchor,
    halo: 'paper',
  }));
}
