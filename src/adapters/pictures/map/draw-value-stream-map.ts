import type { StreamMetrics, ValueStream } from '../../../domain/index.js';
import { fitToSheet, sheetHeight, widestLegible, type Paper } from '../canvas/paper.js';
import { printSheets, type Look, type Picture } from '../canvas/print-svg.js';
import { describeMap } from './describe-map.js';
import { drawMapSheets, laySheets, type SheetLayout } from './lay-sheets.js';
import type { MapSheet } from './map-sheet.js';
import { planMap, type MapPlan } from './plan-map.js';

const NARROWEST = 1240;
/** A short map is one row where that makes its words only a little smaller. */
const WIDEST_ROW = 1500;

/** The map as one SVG, its sheets under each other; the same stream gives the same bytes. */
export function drawValueStreamMap(stream: ValueStream, metrics: StreamMetrics, look: Look): string {
  return printSheets(titleOf(stream), placeValueStreamMap(stream, metrics, look), look);
}

/** The value stream as a map: information, flow and timeline ladder, on as many sheets as its words need to be read on paper (unless one is asked for). */
export function placeValueStreamMap(
  stream: ValueStream,
  metrics: StreamMetrics,
  { paper, sheets: wanted }: Pick<Look, 'paper' | 'sheets'>,
): readonly Picture[] {
  const plan = planMap(stream, metrics);
  const layout = wanted === 'one' ? onOneSheet(plan, paper) : onLegibleSheets(plan, paper);
  const { width, sheets } = layout;
  const sizes = sheets.map((sheet) => sizeOf(sheet, width, paper));
  const heights = new Map(sheets.map((sheet, nth) => [sheet, sizes[nth]?.height ?? sheet.height]));
  const description = describeMap(plan);
  return drawMapSheets(layout, (sheet) => heights.get(sheet) ?? sheet.height).map((marks, nth) => ({
    title: `${titleOf(stream)}${sheets.length > 1 ? `, sheet ${nth + 1} of ${sheets.length}` : ''}`,
    description,
    ...(sizes[nth] ?? { width, height: sheetHeight(paper, width) }),
    marks,
  }));
}

function titleOf({ name }: ValueStream): string {
  return `Value stream map: ${name}`;
}

/** As narrow as can be, so that the words are large; mostRows: no narrower than keeps the rows to so many. */
function onOneSheet(plan: MapPlan, paper: Paper, mostRows = Number.POSITIVE_INFINITY): SheetLayout {
  return fitToSheet(paper, NARROWEST, (page) => {
    const layout = laySheets(plan, page, null);
    const tooMany = layout.rows.rows.length > mostRows;
    return { layout, height: tooMany ? Number.POSITIVE_INFINITY : (layout.sheets[0]?.height ?? 0) };
  }).layout.layout;
}

/** One sheet, and one row of a short map; several sheets where the words would become too small. */
function onLegibleSheets(plan: MapPlan, paper: Paper): SheetLayout {
  const widest = widestLegible(paper);
  const layout = laySheets(plan, widest, paper);
  if (layout.sheets.length > 1) return layout;
  const row = laySheets(plan, Math.min(widest, WIDEST_ROW), null).rows.rows.length === 1;
  const narrow = onOneSheet(plan, paper, row ? 1 : undefined);
  return narrow.width <= widest ? narrow : layout;
}

/** A sheet in the proportions of the paper; one whose only row is higher than that is drawn smaller. */
function sizeOf(
  { height }: MapSheet,
  width: number,
  paper: Paper,
): { readonly width: number; readonly height: number } {
  const high = sheetHeight(paper, width);
  return height <= high ? { width, height: high } : { width: (width * height) / high, height };
}
