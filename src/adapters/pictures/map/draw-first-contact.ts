import type { Mark, Point } from '../canvas/mark.js';
import { arrowHead } from './arrow-symbols.js';
import type { Cell } from './cell.js';
import { topOfCorner } from './corner-of.js';
import type { RowLayout } from './lay-rows.js';
import { mapEnds } from './map-ends.js';
import { SIZES } from './sizes.js';
import { isUppermost, spotOf, type Spot } from './spots.js';

/** From the edge of a step to where something that is told or asked without a system meets it. */
export const WORD_DROP = 7;

/** From the customer to where work begins, as a straight arrow of information: nobody has said that a system passes it on. */
export function drawFirstContact(layout: RowLayout): Mark[] {
  const [row] = layout.rows;
  const asked = askedCell(layout);
  const spot = asked && spotOf(layout, asked);
  if (!row?.corner || !asked || !spot) return [];
  const level = topOfCorner(row) + row.corner.contact;
  const begin: Point = [row.corner.customer, level];
  const { flow } = spot.lane;
  if (!isFromAbove(layout, asked)) {
    const x = spot.column.start - 20;
    return contactMarks(
      [begin, [x, level], [x, flow], [spot.into - 3, flow]],
      arrowHead(spot.into, flow, 'right', 'strong'),
    );
  }
  const [x, tip] = upperEdge(asked, spot);
  return contactMarks([begin, [x, level], [x, tip - 3]], arrowHead(x, tip, 'down', 'strong'));
}

/** Where the line of the first contact runs down to a step; null where it does not. */
export function contactDrop(layout: RowLayout): number | null {
  const asked = askedCell(layout);
  const spot = asked && isFromAbove(layout, asked) ? spotOf(layout, asked) : null;
  return asked && spot ? upperEdge(asked, spot)[0] : null;
}

/** Whether the line comes down from above: not where the numbers of other steps of the column stand in its way. */
function isFromAbove(layout: RowLayout, cell: Cell): boolean {
  const alone = cell.step !== null || layout.plan.columns[cell.column]?.length === 1;
  return alone && isUppermost(layout, cell);
}

function contactMarks(points: readonly Point[], head: Mark): Mark[] {
  return [{ kind: 'line', stroke: 'strong', points, way: true }, head];
}

/** The first place of the flow; where a supplier fills the buffer there, the step behind it that the buffer feeds. */
function askedCell({ plan, rowOfColumn }: RowLayout): Cell | null {
  const { first } = mapEnds(plan);
  if (!first || first.step || first.card.width === SIZES.gate || plan.stream.supplier === null) return first;
  const [way, ...more] = plan.outline.onward.get(first.place) ?? [];
  const next = way && more.length === 0 ? plan.cells.get(way.to) : undefined;
  return next?.step && rowOfColumn.get(next.column) === 0 ? next : first;
}

function upperEdge({ step, card }: Cell, { left, right, lane }: Spot): Point {
  if (step) return [left + WORD_DROP, lane.frame - (step.outside ? 8 : 0)];
  const middle = (left + right) / 2;
  if (card.width > SIZES.gate) return [middle, lane.flow - 16];
  return [middle, card.head > 4 ? lane.frame - card.head + 2 : lane.flow - 13];
}
