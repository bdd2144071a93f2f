import { wrapText } from '../canvas/wrap-text.js';
import { evenRows, fullRows, type RowCut } from './cut-rows.js';
import type { Cell } from './cell.js';
import type { MapPlan } from './plan-map.js';
import { partiesOf, type PartyNeed } from './parties-of.js';
import { topOfParty } from './party-size.js';
import { planReturns, type TrackedReturn } from './plan-returns.js';
import type { PlannedWay } from './plan-ways.js';
import { SIZES } from './sizes.js';

/** A lane in a row: where its cards begin, the line on which work flows, and where the tracks of returns begin. */
export interface LaneFrame {
  readonly frame: number;
  readonly flow: number;
  readonly tracks: number;
  readonly bottom: number;
}

/** A system that steps of the row use, with the line on which they are marked. */
export interface SystemLine {
  readonly name: string;
  readonly words: readonly string[];
  readonly y: number;
  readonly users: readonly Cell[];
}

/** One row of the map: its three bands from the top. */
export interface Row {
  readonly cut: RowCut;
  readonly top: number;
  readonly systems: readonly SystemLine[];
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

export const BAND = { strip: 20, ladder: 66, between: 18, systemText: 9 } as const;

/** Lays the map into rows; y counts from the top of the first. even: all about equally long, and not as long as can be. */
export function layRows(plan: MapPlan, pageWidth: number, even: boolean): RowLayout {
  const gutter = gutterOf(plan);
  const cuts = (even ? evenRows : fullRows)(plan, SIZES.edge + gutter, pageWidth - SIZES.edge);
  const rowOfColumn = new Map(
    cuts.flatMap((cut, nth) => [...cut.spans.keys()].map((column) => [column, nth] as const)),
  );
  const returns = planReturns(plan, cuts);
  const needs = laneNeeds(plan, cuts, rowOfColumn, returns);
  let y = 0;
  const rows = cuts.map((cut, nth) => {
    const parties = partiesOf(plan, nth, cut);
    const row = rowAt(y, cut, needs[nth] ?? new Map(), systemsOf(plan, cut, gutter, y), parties);
    y = row.bottom + BAND.between;
    return row;
  });
  return { plan, rows, rowOfColumn, returns, gutter, height: Math.max(0, y - BAND.between) };
}

/** The room at the left in which bands and systems are named. */
function gutterOf({ stream }: MapPlan): number {
  const longest = stream.steps
    .flatMap((step) => step.systems)
    .reduce((most, name) => Math.max(most, [...name].length), 0);
  return longest > 16 ? 160 : 104;
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
    need.tracks = Math.max(need.tracks, piece.track + 1);
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

function rowAt(
  top: number,
  cut: RowCut,
  needs: ReadonlyMap<number, LaneNeed>,
  systems: readonly SystemLine[],
  parties: readonly PartyNeed[],
): Row {
  const last = systems.at(-1);
  const strip = last ? last.y + Math.max(13, last.words.length * 6 + 6) : top + 20;
  const lanes = new Map<number, LaneFrame>();
  let y = strip + BAND.strip;
  for (const lane of [...needs.keys()].sort((a, b) => a - b)) {
    const need = needs.get(lane);
    if (!need) continue;
    const head = Math.max(need.head, parties.some((party) => party.lane === lane) ? 12 : 0);
    const frame = y + head + 6;
    const tracks = frame + need.height + 6;
    const bottom = tracks + need.tracks * SIZES.track + (need.tracks > 0 ? 4 : 0);
    lanes.set(lane, { frame, flow: frame + SIZES.flow, tracks, bottom });
    y = bottom + 4;
  }
  const feet = parties.map(
    (party) => topOfParty(strip, lanes.get(party.lane)?.flow ?? strip) + party.height + 6,
  );
  const ladder = Math.max(y, ...feet) + 4;
  return { cut, top, systems, strip, lanes, ladder, bottom: ladder + BAND.ladder };
}

function systemsOf(plan: MapPlan, cut: RowCut, gutter: number, top: number): readonly SystemLine[] {
  const users = new Map<string, Cell[]>();
  for (let column = cut.first; column <= cut.last; column += 1)
    for (const cell of plan.columns[column] ?? [])
      for (const name of new Set(cell.step?.systems ?? []))
        users.set(name, [...(users.get(name) ?? []), cell]);
  let y = top + 20;
  return [...users].map(([name, cells]) => {
    const words = wrapText(name, { width: gutter - 12, size: BAND.systemText, most: 4 });
    const height = Math.max(16, words.length * 11.5 + 4);
    const line = { name, words, y: y + height / 2, users: cells };
    y += height;
    return line;
  });
}
