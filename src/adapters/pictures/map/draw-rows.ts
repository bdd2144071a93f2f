import type { Force } from '../../../domain/index.js';
import { shifted, type Mark } from '../canvas/mark.js';
import { textWidth } from '../canvas/text-width.js';
import { drawInformation, dropsOf } from './draw-information.js';
import { drawLadder } from './draw-ladder.js';
import { drawTotals } from './draw-totals.js';
import { spotOf } from './spots.js';
import { BAND, type Row, type RowLayout } from './lay-rows.js';
import { SIZES } from './sizes.js';

/** What the forces are called. */
export const FORCE_NAMES: Readonly<Record<Force, string>> = {
  SALES: 'Sales and marketing',
  FULFILMENT: 'Process and fulfilment',
};

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
      band(row.top, row.strip - row.top),
      band(row.ladder, BAND.ladder),
      name('INFORMATION', row.top + 14),
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

/** Where the forces begin, and the seam between them. */
export function drawForces(layout: RowLayout): Mark[] {
  const { plan } = layout;
  const segments = layout.rows.flatMap((row) => {
    const marks: Mark[] = [];
    for (let first = row.cut.first; first <= row.cut.last;) {
      let last = first;
      while (last < row.cut.last && plan.forces[last + 1] === plan.forces[first]) last += 1;
      marks.push(...segmentMarks(layout, row, first, last));
      first = last + 1;
    }
    return marks;
  });
  return [...segments, ...ownSeamMarks(layout)];
}

function segmentMarks(layout: RowLayout, row: Row, first: number, last: number): Mark[] {
  const { plan } = layout;
  const force = plan.forces[first];
  const x = row.cut.spans.get(first)?.start ?? 0;
  const end = row.cut.spans.get(last)?.end ?? 0;
  if (!force) return [];
  const seam = plan.seams.has(first);
  const seamX = x - (first === row.cut.first ? 14 : 20);
  const line: Mark[] = seam
    ? [
        {
          kind: 'line',
          stroke: 'ink',
          weight: 2.4,
          dash: '12 4 2 4',
          points: [
            [seamX, row.strip + 2],
            [seamX, row.ladder - 2],
          ],
        },
      ]
    : [];
  const names = seam ? [`Seam: ${FORCE_NAMES[force]}`, 'Seam'] : [FORCE_NAMES[force]];
  const y = row.strip + 14;
  for (const text of names) {
    const at = freePlace(textWidth(text, 9.5, true), seam ? seamX + 8 : x, end, dropsOf(layout, row));
    if (at !== null) return [...line, { kind: 'text', x: at, y, text, size: 9.5, bold: true }];
  }
  return line;
}

/** The first place for words of that width at which none of the lines runs down; null where there is none. */
function freePlace(width: number, from: number, end: number, lines: readonly number[]): number | null {
  let at = from;
  for (const line of lines) if (line > at - 6 && line < at + width + 6) at = line + 8;
  return at + width <= end ? at : null;
}

/** Steps that work reaches from the other force where the forces run side by side. */
function ownSeamMarks(layout: RowLayout): Mark[] {
  const { plan } = layout;
  return [...plan.cells.values()].flatMap((cell): Mark[] => {
    const spot = cell.step && plan.ownSeams.has(cell.step.key) ? spotOf(layout, cell) : null;
    if (!spot) return [];
    const y = spot.lane.flow + 24;
    return [
      { kind: 'text', x: spot.left - 6, y, text: 'seam', size: 9, bold: true, anchor: 'end', halo: 'paper' },
    ];
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
