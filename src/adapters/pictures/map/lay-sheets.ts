import type { Block } from '../canvas/flow-blocks.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { sheetHeight, type Paper } from '../canvas/paper.js';
import { drawParties } from './draw-parties.js';
import { drawReturns } from './draw-returns.js';
import { drawBands, drawCards, drawForces, drawInformationAndTime } from './draw-rows.js';
import { drawWays } from './draw-ways.js';
import { layRows, type Row, type RowLayout } from './lay-rows.js';
import { mapHeading, sheetWords, shortHeading } from './map-heading.js';
import { mapLegend } from './map-legend.js';
import { painBlock, painList } from './pain-list.js';
import type { MapPlan } from './plan-map.js';
import { SIZES } from './sizes.js';

const BETWEEN = 22;

/** Rows that stand on one sheet, with the pains of their steps, and the height that all of it takes. */
export interface MapSheet {
  readonly first: number;
  readonly last: number;
  readonly heading: Block;
  readonly pains: Block | null;
  readonly legend: Block | null;
  readonly height: number;
}

/** The rows of a map on a page of some width, dealt out to sheets. */
export interface SheetLayout {
  readonly width: number;
  readonly rows: RowLayout;
  readonly sheets: readonly MapSheet[];
}

/** Lays the map on as many sheets as it takes, every row whole; null as the paper: all of it on one. */
export function laySheets(plan: MapPlan, width: number, paper: Paper | null): SheetLayout {
  const inner = width - 2 * SIZES.edge;
  const rows = layRows(plan, width, paper === null);
  const painsOf = painsByRow(plan, rows);
  const legend = mapLegend(plan, rows, inner);
  const [whole, short] = [mapHeading(plan, inner), shortHeading(plan, inner)];
  const sheetOf = (first: number, last: number): MapSheet => {
    const pains = painList(painsOf.slice(first, last + 1).flat(), inner);
    const sheet = {
      first,
      last,
      heading: first === 0 ? whole : short,
      pains,
      legend: first === 0 ? legend : null,
    };
    return { ...sheet, height: heightOf(sheet, rows.rows) };
  };
  const count = rows.rows.length;
  if (paper === null) return { width, rows, sheets: [sheetOf(0, Math.max(0, count - 1))] };
  const sheets: MapSheet[] = [];
  let open = sheetOf(0, 0);
  for (let row = 1; row < count; row += 1) {
    const longer = sheetOf(open.first, row);
    const full = longer.height > sheetHeight(paper, width);
    if (full) sheets.push(open);
    open = full ? sheetOf(row, row) : longer;
  }
  return { width, rows, sheets: [...sheets, open] };
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
