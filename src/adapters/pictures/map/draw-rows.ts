import { shifted, type Mark } from '../canvas/mark.js';
import { drawInformation } from './draw-information.js';
import { drawLadder } from './draw-ladder.js';
import { drawTotals } from './draw-totals.js';
import { spotOf } from './spots.js';
import { BAND, type RowLayout } from './lay-rows.js';
import { SIZES } from './sizes.js';

/** Grounds and names of the three bands of every row. */
export function drawBands(layout: RowLayout): Mark[] {
  return layout.rows.flatMap((row) => {
    const left = SIZES.edge;
    const width = row.cut.right - left;
    const band = (y: number, height: number): Mark => ({
      kind: 'rect',
      x: left,
      y,
      width,
      height,
      fill: 'wash',
    });
    const name = (text: string, y: number): Mark => ({
      kind: 'text',
      x: left + 4,
      y,
      text,
      size: 9,
      bold: true,
      ink: 'soft',
    });
    const note = (text: string, y: number): Mark => ({
      kind: 'text',
      x: left + 4,
      y,
      text,
      size: 9,
      ink: 'soft',
    });
    return [
      ...(row.strip > row.top ? [band(row.top, row.strip - row.top), name('INFORMATION', row.top + 14)] : []),
      band(row.ladder, BAND.ladder),
      name('FLOW', row.strip + 14),
      name('TIME', row.ladder + 12),
      note('waiting', row.ladder + 25),
      note('hands-on', row.ladder + 50),
    ];
  });
}

/** The cards of all rows. */
export function drawCards(layout: RowLayout): Mark[] {
  return [...layout.plan.cells.values()].flatMap((cell) => {
    const spot = spotOf(layout, cell);
    return spot ? shifted(cell.card.marks, spot.left, spot.lane.frame) : [];
  });
}

/** Information and ladder of every row, with the totals behind the last. */
export function drawInformationAndTime(layout: RowLayout): Mark[] {
  const last = layout.rows[layout.rowOfColumn.get(layout.plan.flowEnd) ?? -1];
  return [
    ...layout.rows.flatMap((row) => [...drawInformation(layout, row), ...drawLadder(layout, row)]),
    ...(last ? drawTotals(layout, last) : []),
  ];
}
