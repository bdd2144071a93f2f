import { besideFlow, cornerOf, isFulfilledIn, PARTY, partyHeight, UNNAMED } from './corner-of.js';
import type { RowCut } from './cut-rows.js';
import { mapEnds } from './map-ends.js';
import type { MapPlan } from './plan-map.js';
import type { BareReturn } from './return-piece.js';
import { seamPlace } from './seam-place.js';
import { SIZES } from './sizes.js';

/** From the left to the right edge of something that stands in the way. */
export type Band = readonly [left: number, right: number];

/** What runs down through a lane of a row below its boxes. */
export interface LinesDown {
  /** Lines that words may hide where there is no other place for them. */
  readonly lines: readonly Band[];
  /** What no words may touch: what comes from the supplier and goes to the customer. */
  readonly solid: readonly Band[];
}

interface Upright {
  readonly band: Band;
  /** The lanes whose lower part it passes. */
  first: number;
  last: number;
}

/** What runs down in a lane of a row: under gates, at seams, where ways change lanes, where returns leave and come back, and to and from customer and supplier. */
export function linesDown(
  plan: MapPlan,
  rows: readonly RowCut[],
  pieces: readonly BareReturn[],
): (row: number, lane: number) => LinesDown {
  const ofRows = rows.map((row) => [...gatesOf(plan, row), ...seamsIn(plan, row)]);
  const between = uprightLines(plan, rows, pieces);
  const solid = rows.map((row, nth) => partyLines(plan, row, nth));
  const ofLanes = new Map<string, Band[]>();
  for (const { row, lane, x, endX } of pieces) {
    const key = `${row} ${lane}`;
    const lines = ofLanes.get(key) ?? [...(ofRows[row] ?? []), ...passing(between[row] ?? [], lane)];
    lines.push([x, x], [endX, endX]);
    ofLanes.set(key, lines);
  }
  return (row, lane) => ({
    lines: ofLanes.get(`${row} ${lane}`) ?? [],
    solid: passing(solid[row] ?? [], lane),
  });
}

function passing(uprights: readonly Upright[], lane: number): Band[] {
  return uprights.flatMap(({ band, first, last }) => (first <= lane && lane <= last ? [band] : []));
}

/** The middles of the gates in a row. */
function gatesOf({ columns }: MapPlan, { spans }: RowCut): readonly Band[] {
  return [...spans].flatMap(([column, { start, end }]): Band[] => {
    const middle = (start + end) / 2;
    const gate = (columns[column] ?? []).some((cell) => !cell.step && cell.card.width === SIZES.gate);
    return gate ? [[middle, middle]] : [];
  });
}

function seamsIn({ seams }: MapPlan, cut: RowCut): readonly Band[] {
  return [...cut.spans.keys()].flatMap((column): Band[] => {
    if (!seams.has(column)) return [];
    const x = seamPlace(seams, cut, column);
    return [[x, x]];
  });
}

/** Where ways change their lane in the gap beside a column, and where returns rise or fall to another lane; those at one place are one. */
function uprightLines(
  { ways, cells }: MapPlan,
  rows: readonly RowCut[],
  pieces: readonly BareReturn[],
): readonly (readonly Upright[])[] {
  const found = rows.map(() => new Map<number, Upright>());
  const rowOf = new Map(rows.flatMap(({ spans }, nth) => [...spans.keys()].map((column) => [column, nth])));
  const add = (row: number, x: number, one: number, other: number) => {
    const [first, last] = [Math.min(one, other), Math.max(one, other) - 1];
    const known = found[row]?.get(x);
    if (!known) found[row]?.set(x, { band: [x, x], first, last });
    else [known.first, known.last] = [Math.min(known.first, first), Math.max(known.last, last)];
  };
  const turn = (place: number, lane: number, edge: (span: { start: number; end: number }) => number) => {
    const cell = cells.get(place);
    const row = cell && (rowOf.get(cell.column) ?? 0);
    const span = row === undefined ? undefined : rows[row]?.spans.get(cell?.column ?? -1);
    if (cell && row !== undefined && span) add(row, edge(span), cell.lane, lane);
  };
  for (const { from, to, lane, leaves, arrives } of ways) {
    if (leaves === 'gap') turn(from, lane, ({ end }) => end + 11);
    if (arrives === 'gap') turn(to, lane, ({ start }) => start - 13);
  }
  for (const { kind, row, lane, endX, target } of pieces)
    if (kind === 'side') add(row, endX, lane, target.lane);
  return found.map((lines) => [...lines.values()]);
}

/** The broad arrows from the supplier and to the customer, the line of the first contact, and a customer that stands in the lane. */
function partyLines(plan: MapPlan, cut: RowCut, nth: number): readonly Upright[] {
  const { last } = mapEnds(plan);
  const lines = nth === 0 ? incomingLines(plan, cut) : [];
  if (!last || !isFulfilledIn(plan, cut)) return lines;
  if (nth === 0) {
    const x = cornerOf(plan, cut).customer + PARTY.width / 2;
    return [...lines, { band: [x - 5, x + 5], first: 0, last: last.lane - 1 }];
  }
  const x = besideFlow(plan, cut);
  const reaches = partyHeight(plan.stream.customer ?? UNNAMED) - 30 > last.card.height - 12;
  const band: Band = [x, x + PARTY.width];
  return reaches ? [...lines, { band, first: last.lane, last: Number.POSITIVE_INFINITY }] : lines;
}

/** What comes from customer and supplier, past the lanes above the first place of the flow. */
function incomingLines(plan: MapPlan, { spans, left }: RowCut): readonly Upright[] {
  const { first } = mapEnds(plan);
  if (!first) return [];
  const next = (plan.outline.onward.get(first.place) ?? []).flatMap(({ to }) => plan.cells.get(to) ?? []);
  const asked = [first, ...(first.step ? [] : next)].flatMap(({ column, lane }): Upright[] => {
    const start = spans.get(column)?.start;
    return start === undefined ? [] : [{ band: [start - 20, start - 20], first: 0, last: lane - 1 }];
  });
  const x = left + PARTY.inset + 11;
  const filled: Upright = { band: [x - 5, x + 5], first: 0, last: first.lane - 1 };
  return plan.stream.supplier === null ? asked : [...asked, filled];
}
