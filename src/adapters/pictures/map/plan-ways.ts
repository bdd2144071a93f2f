import { formatPercent, type Flow, type Passing } from '../../../domain/index.js';
import type { FlowOutline, Way } from './flow-outline.js';
import type { Lanes } from './lay-lanes.js';

/** Where a way changes its lane at one of its ends: at the gate that stands there, in the gap beside it, or not at all. */
export type Turn = 'none' | 'gate' | 'gap';

/** Along which lane a way runs; jump: none is free for it, so that it is told by two letters. */
export interface Route {
  readonly lane: number;
  readonly leaves: Turn;
  readonly arrives: Turn;
  readonly jump: boolean;
}

/** A way as it runs through the map. */
export interface PlannedWay extends Route {
  readonly from: number;
  readonly to: number;
  /** The share of the units that take a branch. */
  readonly label: string | null;
  /** What makes a branch the critical one. */
  readonly tag: string | null;
  readonly critical: boolean;
  readonly passing: Passing | null;
}

export interface Grid {
  readonly columns: ReadonlyMap<number, number>;
  readonly lanes: Lanes;
}

/** How every way runs: along a lane in which nothing stands on its path. taken: the ways straight through, as `from to`. */
export function planWays(
  flow: Flow,
  outline: FlowOutline,
  grid: Grid,
  taken: ReadonlySet<string>,
): readonly PlannedWay[] {
  const full = new Set(outline.drawn.map((place) => `${columnOf(grid, place)} ${laneOf(grid, place)}`));
  const settle = (way: Way, route: Omit<Route, 'jump'> | null): Route | null => {
    const path = route && cellsBetween(grid, way, route.lane);
    if (!route || !path || path.some((cell) => full.has(cell))) return null;
    for (const cell of path) full.add(cell);
    return { ...route, jump: false };
  };
  const closing = new Set(outline.endOf.values());
  const settled = new Map(
    outline.ways.map((way) => [way, settle(way, routeInBlock(outline, grid, closing, way))]),
  );
  return outline.ways.map((way) => {
    const lane = laneOf(grid, way.from);
    const route =
      settled.get(way) ??
      settle(way, { lane, leaves: 'none', arrives: 'gap' }) ??
      settle(way, { lane: laneOf(grid, way.to), leaves: 'gap', arrives: 'none' }) ??
      ({ lane, leaves: 'none', arrives: 'none', jump: true } as const);
    return { from: way.from, to: way.to, ...route, ...wordsOf(flow, outline, way, taken) };
  });
}

/** The way that blocks give; null where the ends have nothing to do with each other. */
function routeInBlock(
  outline: FlowOutline,
  grid: Grid,
  closing: ReadonlySet<number>,
  { from, to }: Way,
): Omit<Route, 'jump'> | null {
  const own = laneOf(grid, from);
  const other = laneOf(grid, to);
  const end = outline.endOf.get(from);
  const opens = end !== undefined && to > from && to <= end;
  const lane = opens ? (end === to ? emptyLane(grid, from, own) : other) : own;
  const leaves = lane === own ? 'none' : opens ? 'gate' : null;
  const arrives = lane === other ? 'none' : closing.has(to) ? 'gate' : null;
  return leaves && arrives ? { lane, leaves, arrives } : null;
}

function emptyLane({ lanes }: Grid, gate: number, own: number): number {
  return lanes.emptyLaneOf.get(gate) ?? own;
}

/** The cells that a way passes between its ends; null where it would run backwards. */
function cellsBetween(grid: Grid, { from, to }: Way, lane: number): string[] | null {
  const start = columnOf(grid, from);
  const end = columnOf(grid, to);
  if (end <= start) return null;
  return Array.from({ length: end - start - 1 }, (_, nth) => `${start + 1 + nth} ${lane}`);
}

function wordsOf(
  { nodes }: Flow,
  outline: FlowOutline,
  { from, to, share }: Way,
  taken: ReadonlySet<string>,
): Pick<PlannedWay, 'label' | 'tag' | 'critical' | 'passing'> {
  const node = nodes[from];
  const critical = taken.has(`${from} ${to}`);
  const opens = outline.endOf.has(from) && (outline.onward.get(from) ?? []).length > 1;
  const chooses = node?.kind === 'CHOICE';
  const guess = share?.source === 'GUESS' ? '~' : '';
  const told = share ? `${guess}${formatPercent(share.likely)}` : '?';
  return {
    label: opens && chooses ? told : null,
    tag: opens && critical ? (chooses ? 'likeliest' : 'longest') : null,
    critical,
    passing: node && 'passing' in node ? node.passing : null,
  };
}

/** The column of a place. */
export function columnOf(grid: Grid, place: number): number {
  return grid.columns.get(place) ?? 0;
}

/** The lane of a place. */
export function laneOf(grid: Grid, place: number): number {
  return grid.lanes.laneOf.get(place) ?? 0;
}
