import type { Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { sheetHeight, type Paper } from '../canvas/paper.js';
import { drawForces } from './draw-forces.js';
import { drawParties } from './draw-parties.js';
import { drawReturns } from './draw-returns.js';
import { drawBands, drawCards, drawInformationAndTime } from './draw-rows.js';
import { drawWays } from './draw-ways.js';
import { dealRows, type SheetMaker } from './deal-rows.js';
import type { MapSheet } from './map-sheet.js';
import { layRows, type Row, type RowLayout } from './lay-rows.js';
import { mapHeading, sheetWords, shortHeading } from './map-heading.js';
import { mapLegend } from './map-legend.js';
import { painBlock, painList } from './pain-list.js';
import type { MapPlan } from './plan-map.js';
import { SIZES } from './sizes.js';

const BETWEEN = 22;

/** The rows of a map on a page of some width, dealt out to sheets. */
export interface SheetLayout {
  readonly width: number;
  readonly rows: RowLayout;
  readonly sheets: readonly MapSheet[];
}

/** Lays the map on as many sheets as it takes, every row whole; null as the paper: all of it on one. */
export function laySheets(plan: MapPlan, width: number, paper: Paper | null): SheetLayout {
  if (paper === null) {
    const rows = layRows(plan, width, 'EVEN');
    const whole = sheetsOf(plan, width, rows)(0, Math.max(0, rows.rows.length - 1), true);
    return { width, rows, sheets: [whole] };
  }
  const high = sheetHeight(paper, width);
  const deal = (part: number): SheetLayout => {
    const rows = layRows(plan, width, part);
    return { width, rows, sheets: dealRows(rows.rows.length, sheetsOf(plan, width, rows), high) };
  };
  const full = deal(1);
  if (full.sheets.length < 2 || plan.widths.length > MOST_WEIGHED) return full;
  return fairest(plan, [full, ...SHORTER.map(deal)]);
}

/** Parts of the page's width that rows are tried on, so that no sheet holds next to nothing. */
const SHORTER = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6] as const;
/** Columns from which a map has so many sheets that the last of them does not matter. */
const MOST_WEIGHED = 400;

/** Of the layouts with the fewest sheets, and no more ways cut than the first, the one whose emptiest sheet holds most steps. */
function fairest(plan: MapPlan, layouts: readonly SheetLayout[]): SheetLayout {
  const weighed = layouts.map((layout) => {
    const held = stepsByRow(plan, layout.rows);
    const stepsOn = ({ first, last }: MapSheet) =>
      held.slice(first, last + 1).reduce((sum, steps) => sum + steps, 0);
    return {
      layout,
      sheets: layout.sheets.length,
      cut: layout.rows.rows.reduce((sum, { cut }) => sum + (plan.crossings[cut.last] ?? 0), 0),
      fewest: Math.min(...layout.sheets.map(stepsOn)),
    };
  });
  const [first] = weighed;
  const best = weighed.reduce((a, b) => {
    if (b.sheets !== a.sheets) return b.sheets < a.sheets ? b : a;
    return b.fewest > a.fewest && b.cut <= (first?.cut ?? 0) ? b : a;
  });
  return best.layout;
}

function stepsByRow({ cells }: MapPlan, { rows, rowOfColumn }: RowLayout): readonly number[] {
  const held = rows.map(() => 0);
  for (const { step, column } of cells.values()) {
    const row = rowOfColumn.get(column) ?? 0;
    if (step) held[row] = (held[row] ?? 0) + 1;
  }
  return held;
}

/** Makes the sheet of some rows, with the legend or without it. */
function sheetsOf(plan: MapPlan, width: number, rows: RowLayout): SheetMaker {
  const inner = width - 2 * SIZES.edge;
  const painsOf = painsByRow(plan, rows);
  const legend = mapLegend(plan, rows, inner);
  const [whole, short] = [mapHeading(plan, inner), shortHeading(plan, inner)];
  return (first, last, withLegend) => {
    const pains = painList(painsOf.slice(first, last + 1).flat(), inner);
    const sheet = {
      first,
      last,
      heading: first === 0 ? whole : short,
      pains,
      legend: withLegend ? legend : null,
    };
    return { ...sheet, height: heightOf(sheet, rows.rows) };
  };
}

function heightOf(
  { first, last, heading, pains, legend }: Omit<MapSheet, 'height'>,
  rows: readonly Row[],
): number {
  const band = (rows[last]?.bottom ?? 0) - (rows[first]?.top ?? 0);
  const below = [pains, legend].reduce((sum, block) => sum + (block ? BETWEEN + block.height : 0), 0);
  return 2 * SIZES.edge + heading.height + BETWEEN + band + below;
}

/** The list entries of the pains of every row. */
function painsByRow(
  { pains, cells }: MapPlan,
  { rows, rowOfColumn }: RowLayout,
): readonly (readonly Block[])[] {
  const rowOfStep = new Map(
    [...cells.values()].flatMap((cell) =>
      cell.step ? [[cell.step.key, rowOfColumn.get(cell.column) ?? 0] as const] : [],
    ),
  );
  const found = rows.map((): Block[] => []);
  for (const pain of pains) found[rowOfStep.get(pain.step.key) ?? 0]?.push(painBlock(pain));
  return found;
}

/** The marks of every sheet; the legend stands at its foot where the sheet is so high. */
export function drawMapSheets(
  { width, rows, sheets }: SheetLayout,
  height: (sheet: MapSheet) => number,
): readonly (readonly Mark[])[] {
  const ofRows = marksByRow(rows);
  return sheets.map((sheet, nth) => {
    const top = SIZES.edge + sheet.heading.height + BETWEEN;
    const painsTop =
      top + (rows.rows[sheet.last]?.bottom ?? 0) - (rows.rows[sheet.first]?.top ?? 0) + BETWEEN;
    const legendTop = height(sheet) - SIZES.edge - (sheet.legend?.height ?? 0);
    const number = sheetWords(nth + 1, sheets.length, width - 2 * SIZES.edge);
    return [
      ...shifted([...sheet.heading.marks, ...(sheets.length > 1 ? [number] : [])], SIZES.edge, SIZES.edge),
      ...shifted(
        ofRows.slice(sheet.first, sheet.last + 1).flat(),
        0,
        top - (rows.rows[sheet.first]?.top ?? 0),
      ),
      ...(sheet.pains ? shifted(sheet.pains.marks, SIZES.edge, painsTop) : []),
      ...(sheet.legend ? shifted(sheet.legend.marks, SIZES.edge, legendTop) : []),
    ];
  });
}

/** What is drawn, by the row in which it lies: nothing reaches from one row into another. */
function marksByRow(layout: RowLayout): readonly (readonly Mark[])[] {
  const marks = [
    ...drawBands(layout),
    ...drawWays(layout),
    ...drawCards(layout),
    ...drawReturns(layout),
    ...drawInformationAndTime(layout),
    ...drawForces(layout),
    ...drawParties(layout),
  ];
  const tops = layout.rows.map(({ top }) => top);
  const found = layout.rows.map((): Mark[] => []);
  for (const mark of marks) found[rowAt(tops, upperEdge(mark))]?.push(mark);
  return found;
}

function upperEdge(mark: Mark): number {
  return mark.kind === 'line' ? mark.points.reduce((least, [, y]) => Math.min(least, y), Infinity) : mark.y;
}

/** The last row that begins above a height. */
function rowAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) <= y + 1) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
