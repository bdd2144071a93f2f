import { textWidth } from '../canvas/text-width.js';
import type { RowCut } from './cut-rows.js';
import { seamPlace } from './seam-place.js';
import type { MapPlan } from './plan-map.js';
import type { BareReturn, ReturnPiece } from './return-piece.js';
import { SIZES } from './sizes.js';

export const RETURN_TEXT = 9;

/** Where lines run up and down in a lane of a row: under gates, at seams, and where returns leave and come back. */
export function linesDown(
  plan: MapPlan,
  rows: readonly RowCut[],
  pieces: readonly BareReturn[],
): (row: number, lane: number) => readonly number[] {
  const ofRows = rows.map((row) => [...gatesOf(plan, row), ...seamsIn(plan, row)]);
  const ofLanes = new Map<string, number[]>();
  for (const { row, lane, x, endX } of pieces) {
    const key = `${row} ${lane}`;
    const lines = ofLanes.get(key) ?? [...(ofRows[row] ?? [])];
    lines.push(x, endX);
    ofLanes.set(key, lines);
  }
  return (row, lane) => ofLanes.get(`${row} ${lane}`) ?? [];
}

/** The middles of the gates in a row. */
function gatesOf({ columns }: MapPlan, { spans }: RowCut): readonly number[] {
  return [...spans].flatMap(([column, { start, end }]) =>
    (columns[column] ?? []).some((cell) => !cell.step && cell.card.width === SIZES.gate)
      ? [(start + end) / 2]
      : [],
  );
}

function seamsIn({ seams }: MapPlan, cut: RowCut): readonly number[] {
  return [...cut.spans.keys()].flatMap((column) =>
    seams.has(column) ? [seamPlace(seams, cut, column)] : [],
  );
}

/** Words in the middle of the line, as far as can be across none of the others; beside it where it is too short; never over the page's edges. */
export function withLabel(piece: BareReturn, edge: number, lines: readonly number[]): ReturnPiece {
  const { x, endX, label } = piece;
  const width = textWidth(label, RETURN_TEXT, true);
  const [low, high] = [Math.min(x, endX), Math.max(x, endX)];
  const place = (labelX: number, labelAnchor: ReturnPiece['labelAnchor'], left: number, right: number) => ({
    ...piece,
    labelX,
    labelAnchor,
    left,
    right,
  });
  const middle = freeMiddle(low + 14 + width / 2, high - 14 - width / 2, width, lines);
  if (middle !== null) return place(middle, 'middle', low - 4, high + 4);
  const behind = place(high + 10, 'start', low - 4, high + 12 + width);
  const before = place(low - 10, 'end', low - 12 - width, high + 4);
  const clear = (from: number) => lines.every((line) => line < from - 5 || line > from + width + 5);
  const room = { before: low - 10 - width >= SIZES.edge, behind: high + 10 + width <= edge };
  if (room.before && room.behind) return clear(high + 10) || !clear(low - 10 - width) ? behind : before;
  if (room.before) return before;
  if (room.behind) return behind;
  const from = Math.max(SIZES.edge, edge - width);
  return place(from, 'start', Math.min(low - 4, from - 2), Math.max(high + 4, from + width + 2));
}

/** Parts of a line from its middle outwards. */
const PARTS = Array.from(
  { length: 41 },
  (_, nth) => 0.5 + ((nth % 2 === 0 ? -1 : 1) * Math.ceil(nth / 2)) / 40,
);

/** A middle for the words, as far as can be where no other line runs down; null where the line is too short. */
function freeMiddle(from: number, to: number, width: number, lines: readonly number[]): number | null {
  if (from > to) return null;
  const free = (x: number) => lines.every((line) => Math.abs(line - x) > width / 2 + 5);
  const tries = PARTS.map((part) => from + part * (to - from));
  return tries.find(free) ?? (from + to) / 2;
}
