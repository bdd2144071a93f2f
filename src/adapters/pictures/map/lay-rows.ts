import {
  cornerOf,
  isFulfilledIn,
  partyHeight,
  topInLane,
  topOfCorner,
  UNNAMED,
  type Corner,
} from './corner-of.js';
import { evenRows, fullRows, type RowCut } from './cut-rows.js';
import type { Cell } from './cell.js';
import { gutterOf, informationLines, type InformationLine } from './information-lines.js';
import { mapEnds } from './map-ends.js';
import type { MapPlan } from './plan-map.js';
import { planReturns, tracksOf, type TrackedReturn } from './plan-returns.js';
import type { PlannedWay } from './plan-ways.js';
import { SIZES } from './sizes.js';

/** A lane in a row: where its cards begin, the line on which work flows, and where the tracks of returns begin. */
export interface LaneFrame {
  readonly frame: number;
  readonly flow: number;
  readonly tracks: number;
  readonly bottom: number;
}

/** One row of the map: its three bands from the top. */
export interface Row {
  readonly cut: RowCut;
  readonly top: number;
  /** Customer and supplier, where they stand at this row. */
  readonly corner: Corner | null;
  /** Whom steps of the row tell or ask, then the systems that they use. */
  readonly lines: readonly InformationLine[];
  /** Where the flow begins; the same as the top where there is no information to show. */
  readonly strip: number;
  readonly lanes: ReadonlyMap<number, LaneFrame>;
  readonly ladder: number;
  readonly bottom: number;
}

/** The rows of the map on a page of some width. */
export interface RowLayout {
  readonly plan: MapPlan;
  readonly rows: readonly Row[];
  readonly rowOfColumn: ReadonlyMap<number, number>;
  readonly returns: readonly TrackedReturn[];
  readonly gutter: number;
  readonly height: number;
}

export const BAND = { head: 20, strip: 20, ladder: 66, between: 18 } as const;

/** EVEN: all about equally long; a number: as long as can be on that part of the page's width. */
export type RowLength = 'EVEN' | number;

/** Lays the map into rows; y counts from the top of the first. */
export function layRows(plan: MapPlan, pageWidth: number, length: RowLength): RowLayout {
  const gutter = gutterOf(plan);
  const [left, right] = [SIZES.edge + gutter, pageWidth - SIZES.edge];
  const cuts =
    length === 'EVEN'
      ? evenRows(plan, left, right)
      : fullRows(plan, left, left + (right - left) * length).map((row) => ({ ...row, right }));
  const rowOfColumn = new Map(
    cuts.flatMap((cut, nth) => [...cut.spans.keys()].map((column) => [column, nth] as const)),
  );
  const returns = planReturns(plan, cuts);
  const needs = laneNeeds(plan, cuts, rowOfColumn, returns);
  let y = 0;
  const rows = cuts.map((cut, nth) => {
    const row = rowAt(plan, { nth, top: y, cut, gutter }, needs[nth] ?? new Map());
    y = row.bottom + BAND.between;
    return row;
  });
  return { plan, rows, rowOfColumn, returns, gutter, height: Math.max(0, y - BAND.between) };
}

interface LaneNeed {
  head: number;
  height: number;
  tracks: number;
}

/** What every lane of every row has to hold; lanes that are not there run through without anything. */
function laneNeeds(
  { columns, ways, cells }: MapPlan,
  cuts: readonly RowCut[],
  rowOfColumn: ReadonlyMap<number, number>,
  returns: readonly TrackedReturn[],
): readonly Map<number, LaneNeed>[] {
  const needs = cuts.map(() => new Map<number, LaneNeed>());
  const needOf = (row: number, lane: number): LaneNeed => {
    const lanes = needs[row];
    const need = lanes?.get(lane) ?? { head: 0, height: SIZES.thinLane, tracks: 0 };
    lanes?.set(lane, need);
    return need;
  };
  for (const cell of columns.flat()) {
    const need = needOf(rowOfColumn.get(cell.column) ?? 0, cell.lane);
    need.head = Math.max(need.head, cell.card.head);
    need.height = Math.max(need.height, cell.card.height);
  }
  for (const way of ways) {
    const [from, to] = [cells.get(way.from), cells.get(way.to)];
    if (from && to) for (const row of rowsOf(way, from, to, rowOfColumn)) needOf(row, way.lane);
  }
  const jumps = jumpsOf(ways);
  for (const [place, count] of jumps) {
    const cell = cells.get(place);
    if (!cell) continue;
    const need = needOf(rowOfColumn.get(cell.column) ?? 0, cell.lane);
    need.height = Math.max(need.height, SIZES.flow + 20 + count * 20);
  }
  for (const piece of returns) {
    const need = needOf(piece.row, piece.lane);
    need.tracks = Math.max(need.tracks, piece.track + tracksOf(piece));
  }
  return needs;
}

/** How many ways leave and enter each place by letters. */
function jumpsOf(ways: readonly PlannedWay[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { jump, from, to } of ways) {
    if (!jump) continue;
    for (const place of [from, to]) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

function rowsOf(way: PlannedWay, from: Cell, to: Cell, rowOf: ReadonlyMap<number, number>): number[] {
  if (way.jump) return [];
  const first = rowOf.get(from.column) ?? 0;
  const last = rowOf.get(to.column) ?? 0;
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, nth) => first + nth);
}

interface RowPlace {
  readonly nth: number;
  readonly top: number;
  readonly cut: RowCut;
  readonly gutter: number;
}

function rowAt(
  plan: MapPlan,
  { nth, top, cut, gutter }: RowPlace,
  needs: ReadonlyMap<number, LaneNeed>,
): Row {
  const corner = nth === 0 ? cornerOf(plan, cut) : null;
  const party = !corner && isFulfilledIn(plan, cut) ? mapEnds(plan).last : null;
  const head = corner ? topOfCorner({ top }) + corner.height + 4 : top + BAND.head;
  const lines = informationLines(plan, cut, gutter, head);
  const last = lines.at(-1);
  const strip = last ? last.y + Math.max(13, last.words.length * 6 + 6) : corner ? head + 4 : top;
  const lanes = new Map<number, LaneFrame>();
  let y = strip + BAND.strip;
  for (const lane of [...needs.keys()].sort((a, b) => a - b)) {
    const need = needs.get(lane);
    if (!need) continue;
    const frame = y + Math.max(need.head, party?.lane === lane ? 10 : 0) + 6;
    const tracks = frame + need.height + 6;
    const bottom = tracks + need.tracks * SIZES.track + (need.tracks > 0 ? 4 : 0);
    lanes.set(lane, { frame, flow: frame + SIZES.flow, tracks, bottom });
    y = bottom + 4;
  }
  const flow = lanes.get(party?.lane ?? -1)?.flow;
  const foot = flow === undefined ? y : topInLane(flow) + partyHeight(plan.stream.customer ?? UNNAMED) + 6;
  const ladder = Math.max(y, foot) + 4;
  return { cut, top, corner, lines, strip, lanes, ladder, bottom: ladder + BAND.ladder };
}
