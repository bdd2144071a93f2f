import type { Force, StepKey, StreamMetrics, ValueStream } from '../../../domain/index.js';
import type { Cell, NumberedPain } from './cell.js';
import { forcesOf, ownSeamsOf, seamsOf } from './find-seams.js';
import { outlineFlow, type FlowOutline } from './flow-outline.js';
import { layColumns } from './lay-columns.js';
import { layLanes } from './lay-lanes.js';
import { cardMaker, handOvers } from './make-cards.js';
import { mostLikelyWay, type StraightWay } from './most-likely-way.js';
import { columnOf, laneOf, planWays, type Grid, type PlannedWay } from './plan-ways.js';
import { readLadder, type Ladder } from './read-ladder.js';
import { SIZES } from './sizes.js';

/** Everything that the map shows, before it is known how wide the page is. */
export interface MapPlan {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
  readonly outline: FlowOutline;
  readonly cells: ReadonlyMap<number, Cell>;
  /** The cells of each column from left to right, from the top. */
  readonly columns: readonly (readonly Cell[])[];
  readonly widths: readonly number[];
  /** The room behind each column. */
  readonly gaps: readonly number[];
  readonly ways: readonly PlannedWay[];
  /** The last column that work flows through; steps with a rhythm of their own may stand behind it. */
  readonly flowEnd: number;
  /** Columns behind which the words of branches stand. */
  readonly worded: ReadonlySet<number>;
  /** How many ways run on behind each column. */
  readonly crossings: readonly number[];
  readonly ladder: Ladder;
  readonly pains: readonly NumberedPain[];
  /** Steps that work comes to from somebody else. */
  readonly handedOver: ReadonlySet<StepKey>;
  /** Columns before which the force changes with how far before them the seam runs, and the force of every column (of the one before where it has no step). */
  readonly seams: ReadonlyMap<number, number>;
  readonly forces: readonly (Force | null)[];
  /** Steps that work reaches from the other force without a seam across the map. */
  readonly ownSeams: ReadonlySet<StepKey>;
}

/** What is drawn of a stream, and in which order. */
export function planMap(stream: ValueStream, metrics: StreamMetrics): MapPlan {
  const outline = outlineFlow(stream);
  const straight = mostLikelyWay(stream);
  const columns = layColumns(outline);
  const grid = { columns, lanes: layLanes(outline, columns) };
  const ways = planWays(stream.flow, outline, grid, takenWays(outline, straight));
  const flowing = outline.drawn.filter((place) => !outline.rhythms.has(place));
  const flowEnd = flowing.reduce((most, place) => Math.max(most, columnOf(grid, place)), -1);
  const count = outline.drawn.reduce((most, place) => Math.max(most, columnOf(grid, place) + 1), 0);
  const crossings = crossingsOf(outline, columns, count);
  const beside = (column: number) => (crossings[column - 1] ?? 0) > 1 || (crossings[column] ?? 0) > 1;
  const critical = new Set(
    flowing.filter((place) => straight.places.has(place) && beside(columnOf(grid, place))),
  );
  const pains = numberPains(stream);
  const handedOver = handOvers(stream, metrics);
  const cells = makeCells(
    stream,
    outline,
    grid,
    critical,
    cardMaker(stream, handedOver, outline, critical, pains),
  );
  const byColumn = columnsOf([...cells.values()], count);
  const forces = forcesOf(byColumn);
  const seams = seamsOf(forces);
  const ownSeams = ownSeamsOf(metrics, cells, seams);
  return {
    stream,
    metrics,
    outline,
    cells,
    columns: byColumn,
    widths: byColumn.map((column) => column.reduce((most, cell) => Math.max(most, cell.card.width), 0)),
    gaps: gapsOf(byColumn, ways, { seams, ownSeams }, outline).map((gap, column) =>
      column === flowEnd ? SIZES.party + SIZES.narrowGap : gap,
    ),
    flowEnd,
    ways: ways.map((way) => ({
      ...way,
      critical: way.critical && (crossings[columns.get(way.from) ?? 0] ?? 0) > 1,
    })),
    worded: new Set(ways.flatMap(({ from, label, tag }) => ((label ?? tag) ? [columnOf(grid, from)] : []))),
    crossings,
    ladder: readLadder(straight),
    pains,
    handedOver,
    forces,
    seams: placeSeams(seams, ways, cells),
    ownSeams,
  };
}

function makeCells(
  { flow, steps }: ValueStream,
  { drawn }: FlowOutline,
  grid: Grid,
  critical: ReadonlySet<number>,
  cardOf: ReturnType<typeof cardMaker>,
): ReadonlyMap<number, Cell> {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  return new Map(
    drawn.map((place) => {
      const node = flow.nodes[place];
      const step = node?.kind === 'STEP' ? (byKey.get(node.step) ?? null) : null;
      const [column, lane] = [columnOf(grid, place), laneOf(grid, place)];
      return [place, { place, column, lane, card: cardOf(place, step), step, critical: critical.has(place) }];
    }),
  );
}

/** Pairs of places that follow each other on the way straight through, as they are drawn. */
function takenWays(outline: FlowOutline, { places }: StraightWay): ReadonlySet<string> {
  const drawn = new Set(outline.drawn);
  const path = [...places].filter((place) => drawn.has(place) && !outline.rhythms.has(place));
  return new Set(path.slice(1).map((place, nth) => `${path[nth]} ${place}`));
}

function columnsOf(cells: readonly Cell[], count: number): readonly (readonly Cell[])[] {
  const columns = Array.from({ length: count }, (): Cell[] => []);
  for (const cell of cells) columns[cell.column]?.push(cell);
  return columns.map((column) => column.sort((a, b) => a.lane - b.lane));
}

function crossingsOf(
  { ways }: FlowOutline,
  columns: ReadonlyMap<number, number>,
  count: number,
): readonly number[] {
  const change = Array.from({ length: count }, () => 0);
  for (const { from, to } of ways) {
    const start = columns.get(from) ?? 0;
    const end = columns.get(to) ?? 0;
    if (end <= start) continue;
    change[start] = (change[start] ?? 0) + 1;
    change[end] = (change[end] ?? 0) - 1;
  }
  let running = 0;
  return change.map((step) => (running += step));
}

/** Wide where an arrow of its own kind, a share, a letter or a word stands in it. */
function gapsOf(
  columns: readonly (readonly Cell[])[],
  ways: readonly PlannedWay[],
  { seams, ownSeams }: { readonly seams: ReadonlySet<number>; readonly ownSeams: ReadonlySet<StepKey> },
  { endOf, entries }: FlowOutline,
): readonly number[] {
  const jumping = new Set(ways.flatMap((way) => (way.jump ? [way.from, way.to] : [])));
  const beginning = new Set(entries);
  const has = (column: number, test: (cell: Cell) => boolean) => (columns[column] ?? []).some(test);
  return columns.map((_, column) => {
    if (has(column, (cell) => jumping.has(cell.place)) || has(column + 1, (cell) => jumping.has(cell.place)))
      return SIZES.jumpGap + (seams.has(column + 1) ? SIZES.seamBesideLetters : 0);
    if (has(column, (cell) => endOf.has(cell.place)))
      return SIZES.gateGap + (seams.has(column + 1) ? SIZES.seamBesideWords : 0);
    const wide =
      seams.has(column + 1) ||
      has(column + 1, (cell) => beginning.has(cell.place)) ||
      has(column, (cell) => !cell.step && cell.card.head > 4) ||
      has(column + 1, (cell) => !cell.step && cell.card.width === SIZES.gate && cell.card.head > 4) ||
      has(column + 1, (cell) => cell.step !== null && ownSeams.has(cell.step.key));
    return wide ? SIZES.gap : SIZES.narrowGap;
  });
}

/** The seam runs in front of the letters by which ways come into its column. */
function placeSeams(
  seams: ReadonlySet<number>,
  ways: readonly PlannedWay[],
  cells: ReadonlyMap<number, Cell>,
): ReadonlyMap<number, number> {
  const lettered = new Set(ways.flatMap(({ jump, to }) => (jump ? [cells.get(to)?.column] : [])));
  return new Map([...seams].map((column) => [column, lettered.has(column) ? 44 : 20]));
}

function numberPains({ steps }: ValueStream): readonly NumberedPain[] {
  let number = 0;
  return steps.flatMap((step) => step.pains.map((text) => ({ number: (number += 1), step, text })));
}
