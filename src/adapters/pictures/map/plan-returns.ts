import type { FlowArc } from '../../../domain/index.js';
import type { RowCut } from './cut-rows.js';
import type { Cell } from './cell.js';
import { linesDown } from './lines-down.js';
import { withWords } from './place-return-words.js';
import type { BareReturn, ReturnPiece } from './return-piece.js';
import type { MapPlan } from './plan-map.js';
import { SIZES } from './sizes.js';
import { tellShare, tellTime } from './tell-quantity.js';

/** A piece on the track that it runs along, the first nearest to the boxes. */
export interface TrackedReturn extends ReturnPiece {
  readonly track: number;
}

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
  const fromWhere = sendersIn(plan);
  const pieces = plan.stream.flow.arcs.flatMap((arc) => {
    const from = plan.cells.get(arc.origin ?? arc.from);
    const to = plan.cells.get(arc.target ?? arc.to);
    if (arc.kind !== 'RETURN' || !from || !to) return [];
    const out = portOut(rows, rowOf, from, next(`out ${from.place}`));
    const back = portIn(rows, rowOf, to, next(`in ${to.place}`));
    return piecesOf(arc, { from, to, out, back }, { plan, rows, fromWhere });
  });
  const upright = linesDown(plan, rows, pieces);
  return onTracks(
    pieces.map((piece) => withWords(piece, rows[piece.row]?.right ?? 0, upright(piece.row, piece.lane))),
  );
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

interface Ground {
  readonly plan: MapPlan;
  readonly rows: readonly RowCut[];
  readonly fromWhere: (cell: Cell) => string;
}

/** The number of the step that a return comes from, where it leaves a wait that of the step before; a block has none. */
function sendersIn({ stream, cells }: MapPlan): (cell: Cell) => string {
  const before = new Map<number, number>();
  for (const { kind, from, to } of stream.flow.arcs) if (kind === 'NEXT') before.set(to, from);
  return (cell) => {
    const passed = new Set<number>();
    let at: Cell | undefined = cell;
    while (at && !passed.has(at.place)) {
      if (at.step) return String(at.step.position);
      const kind = stream.flow.nodes[at.place]?.kind;
      if (kind !== 'WAIT' && kind !== 'STOCK') break;
      passed.add(at.place);
      at = cells.get(before.get(at.place) ?? -1);
    }
    return 'a block';
  };
}

function piecesOf(
  arc: FlowArc,
  { from, to, out, back }: Ends,
  { plan, rows, fromWhere }: Ground,
): BareReturn[] {
  const share = tellShare(arc.share);
  const number = (cell: Cell) => (cell.step ? String(cell.step.position) : 'here');
  const work = arc.time ? [`${tellTime(arc.time, plan.stream.calendar)} of work each`] : [];
  const own = { cell: from, target: to, x: out.x, told: [`${share} back to ${number(to)}`, ...work] };
  if (out.row === back.row) {
    const side = from.lane !== to.lane;
    const endX = side ? startOf(rows[back.row], to) - 9 : back.x;
    return [{ ...own, kind: side ? 'side' : 'loop', row: out.row, lane: from.lane, endX }];
  }
  const comes = [`${share} from ${fromWhere(from)}`, ...work];
  const there = { cell: to, target: to, x: back.x, endX: back.x, told: comes };
  return [
    { ...own, kind: 'out', row: out.row, lane: from.lane, endX: out.x },
    { ...there, kind: 'in', row: back.row, lane: to.lane },
  ];
}

function onTracks(pieces: readonly ReturnPiece[]): readonly TrackedReturn[] {
  const taken = new Map<string, [left: number, right: number][][]>();
  return pieces.map((piece) => {
    const key = `${piece.row} ${piece.lane}`;
    const tracks = taken.get(key) ?? [];
    taken.set(key, tracks);
    const height = tracksOf(piece);
    const isFree = (nth: number) =>
      (tracks[nth] ?? []).every(([left, right]) => right < piece.left || left > piece.right);
    let track = 0;
    for (let nth = 0; nth < track + height && nth < tracks.length; nth += 1)
      if (!isFree(nth)) track = nth + 1;
    for (let nth = track; nth < track + height; nth += 1)
      (tracks[nth] ??= []).push([piece.left, piece.right]);
    return { ...piece, track };
  });
}

/** How many tracks a piece takes with words below its line. */
export function tracksOf({ words, below }: ReturnPiece): number {
  return below === 0 ? 1 : 1 + words.length;
}
