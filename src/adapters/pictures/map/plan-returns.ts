import type { FlowArc } from '../../../domain/index.js';
import { textWidth } from '../canvas/text-width.js';
import type { RowCut } from './cut-rows.js';
import type { Cell } from './cell.js';
import type { MapPlan } from './plan-map.js';
import { SIZES } from './sizes.js';
import { tellShare, tellTime } from './tell-quantity.js';

/** A piece of a return below the boxes of one lane of one row. */
export interface ReturnPiece {
  /** loop: out of a place and back into one of its lane; side: into one of another lane; out and in: its ends in two rows. */
  readonly kind: 'loop' | 'side' | 'out' | 'in';
  readonly row: number;
  readonly lane: number;
  readonly cell: Cell;
  readonly target: Cell;
  /** Where it leaves its place, and where it comes to. */
  readonly x: number;
  readonly endX: number;
  readonly label: string;
  readonly labelX: number;
  readonly labelAnchor: 'start' | 'middle' | 'end';
  readonly left: number;
  readonly right: number;
}

/** A piece on the track that it runs along, the first nearest to the boxes. */
export interface TrackedReturn extends ReturnPiece {
  readonly track: number;
}

export const RETURN_TEXT = 9;

/** The returns of the map as pieces on tracks, none of which touch. */
export function planReturns(plan: MapPlan, rows: readonly RowCut[]): readonly TrackedReturn[] {
  const rowOf = new Map<number, number>();
  rows.forEach((row, nth) => {
    for (let column = row.first; column <= row.last; column += 1) rowOf.set(column, nth);
  });
  const used = new Map<string, number>();
  const next = (key: string) => {
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return (count % 6) * 9;
  };
  const pieces = plan.stream.flow.arcs.flatMap((arc) => {
    const from = plan.cells.get(arc.origin ?? arc.from);
    const to = plan.cells.get(arc.target ?? arc.to);
    if (arc.kind !== 'RETURN' || !from || !to) return [];
    const out = portOut(rows, rowOf, from, next(`out ${from.place}`));
    const back = portIn(rows, rowOf, to, next(`in ${to.place}`));
    return piecesOf(arc, { from, to, out, back }, { plan, rows });
  });
  return onTracks(pieces);
}

interface Port {
  readonly row: number;
  readonly x: number;
}

function portOut(
  rows: readonly RowCut[],
  rowOf: ReadonlyMap<number, number>,
  cell: Cell,
  offset: number,
): Port {
  const row = rowOf.get(cell.column) ?? 0;
  const start = startOf(rows[row], cell);
  if (cell.step) return { row, x: start + cell.card.width - 14 - offset };
  const { width } = cell.card;
  return { row, x: width > SIZES.gate ? start + width / 2 + offset : start + width + 9 };
}

function portIn(
  rows: readonly RowCut[],
  rowOf: ReadonlyMap<number, number>,
  cell: Cell,
  offset: number,
): Port {
  const row = rowOf.get(cell.column) ?? 0;
  return { row, x: startOf(rows[row], cell) + 14 + offset };
}

/** The left edge of a card, which stands in the middle of its column. */
function startOf(row: RowCut | undefined, cell: Cell): number {
  const span = row?.spans.get(cell.column);
  return span ? (span.start + span.end - cell.card.width) / 2 : 0;
}

interface Ends {
  readonly from: Cell;
  readonly to: Cell;
  readonly out: Port;
  readonly back: Port;
}

function piecesOf(
  arc: FlowArc,
  { from, to, out, back }: Ends,
  { plan, rows }: { readonly plan: MapPlan; readonly rows: readonly RowCut[] },
): ReturnPiece[] {
  const share = tellShare(arc.share);
  const number = (cell: Cell) => (cell.step ? String(cell.step.position) : 'here');
  const work = arc.time ? `, ${tellTime(arc.time, plan.stream.calendar)} of work each` : '';
  const label = `${share} back to ${number(to)}${work}`;
  const right = rows[out.row]?.right ?? 0;
  const gates = gatesOf(plan, rows[out.row]);
  if (out.row === back.row) {
    const side = from.lane !== to.lane;
    const endX = side ? startOf(rows[back.row], to) - 9 : back.x;
    const kind = side ? 'side' : 'loop';
    return [
      withLabel(
        { kind, row: out.row, lane: from.lane, cell: from, target: to, x: out.x, endX, label },
        right,
        gates,
      ),
    ];
  }
  const comes = `${share} from ${from.step ? from.step.position : 'a block'}${work}`;
  return [
    withLabel(
      { kind: 'out', row: out.row, lane: from.lane, cell: from, target: to, x: out.x, endX: out.x, label },
      right,
      gates,
    ),
    withLabel(
      {
        kind: 'in',
        row: back.row,
        lane: to.lane,
        cell: to,
        target: to,
        x: back.x,
        endX: back.x,
        label: comes,
      },
      rows[back.row]?.right ?? 0,
      gatesOf(plan, rows[back.row]),
    ),
  ];
}

function withLabel(
  piece: Omit<ReturnPiece, 'labelX' | 'labelAnchor' | 'left' | 'right'>,
  edge: number,
  gates: readonly number[],
): ReturnPiece {
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
  const middle = freeMiddle(low + 14 + width / 2, high - 14 - width / 2, width, gates);
  if (middle !== null) return place(middle, 'middle', low - 4, high + 4);
  const behind = place(high + 10, 'start', low - 4, high + 12 + width);
  const before = place(low - 10, 'end', low - 12 - width, high + 4);
  const clear = (from: number) => gates.every((gate) => gate < from - 5 || gate > from + width + 5);
  if (high + 10 + width > edge) return before;
  return clear(high + 10) || !clear(low - 10 - width) ? behind : before;
}

/** A middle for the label, as far as can be under no gate, whose lines run down there; null where the line is too short. */
function freeMiddle(from: number, to: number, width: number, gates: readonly number[]): number | null {
  if (from > to) return null;
  const free = (x: number) => gates.every((gate) => Math.abs(gate - x) > width / 2 + 5);
  const tries = [0.5, 0.3, 0.7, 0.1, 0.9, 0, 1].map((part) => from + part * (to - from));
  return tries.find(free) ?? (from + to) / 2;
}

/** The middles of the gates in a row. */
function gatesOf({ columns }: MapPlan, row: RowCut | undefined): readonly number[] {
  return [...(row?.spans ?? [])].flatMap(([column, { start, end }]) =>
    (columns[column] ?? []).some((cell) => !cell.step && cell.card.width === SIZES.gate)
      ? [(start + end) / 2]
      : [],
  );
}

function onTracks(pieces: readonly ReturnPiece[]): readonly TrackedReturn[] {
  const taken = new Map<string, [left: number, right: number][][]>();
  return pieces.map((piece) => {
    const key = `${piece.row} ${piece.lane}`;
    const tracks = taken.get(key) ?? [];
    taken.set(key, tracks);
    const free = tracks.findIndex((spans) =>
      spans.every(([left, right]) => right < piece.left || left > piece.right),
    );
    const track = free < 0 ? tracks.length : free;
    (tracks[track] ??= []).push([piece.left, piece.right]);
    return { ...piece, track };
  });
}
