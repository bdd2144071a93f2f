import type { Quantity } from '../../../domain/index.js';
import type { Mark } from '../canvas/mark.js';
import { setLines, setText } from '../canvas/set-text.js';
import { wrapText } from '../canvas/wrap-text.js';
import { spotOf } from './spots.js';
import { terminalMarks } from './way-signs.js';
import type { Row, RowLayout } from './lay-rows.js';
import type { Cell } from './cell.js';
import { SIZES } from './sizes.js';
import { arrowHead } from './arrow-symbols.js';
import { factory } from './symbols.js';
import { tellNumber } from './tell-quantity.js';

const WIDTH = 122;
const TEXT = { width: WIDTH - 14, size: 10.5, bold: true, most: 5 } as const;

/** Customer and supplier at the beginning, the customer again at the end; what begins or ends elsewhere has its sign. */
export function drawParties(layout: RowLayout): Mark[] {
  const { stream } = layout.plan;
  const cells = (places: readonly number[]) =>
    places.flatMap((place) => {
      const cell = layout.plan.cells.get(place);
      return cell ? [cell] : [];
    });
  const stops = new Set(stream.flow.stops ?? []);
  const entries = cells(layout.plan.outline.entries);
  const ends = cells(layout.plan.outline.ends);
  const first = entries.find((cell) => cell.column === 0) ?? null;
  const last = lastOf(
    layout,
    ends.filter((cell) => !stops.has(cell.place)),
  );
  const signs = [
    ...entries.filter((cell) => cell !== first).map((cell) => ({ cell, side: 'begins' as const })),
    ...ends
      .filter(
        (cell) =>
          cell !== last && (cell.step !== null || cell.card.width !== SIZES.gate || !stops.has(cell.place)),
      )
      .map((cell) => ({ cell, side: stops.has(cell.place) ? ('stops' as const) : ('ends' as const) })),
  ];
  return [
    ...(first ? beginning(layout, first) : []),
    ...(last ? ending(layout, last) : []),
    ...signs.flatMap(({ cell, side }) => {
      const spot = spotOf(layout, cell);
      return spot ? terminalMarks(spot, side) : [];
    }),
  ];
}

/** The end from which the customer's factory can be reached along its lane. */
function lastOf({ plan }: RowLayout, ends: readonly Cell[]): Cell | null {
  return ends.find((cell) => cell.column === plan.flowEnd) ?? null;
}

function beginning(layout: RowLayout, cell: Cell): Mark[] {
  const { stream, metrics } = layout.plan;
  const spot = spotOf(layout, cell);
  if (!spot) return [];
  const x = spot.row.cut.left + 6;
  const top = topOf(spot.row, spot.lane.flow);
  const customer = partyMarks(stream.customer ?? '? customer', x, top);
  const { flow } = spot.lane;
  const facts = setLines(
    [demandWords(stream.demandPerWeek), `Takt ${metrics.taktTime.text}`].flatMap((fact) =>
      wrapText(fact, { width: WIDTH + 8, size: 9, most: 3 }),
    ),
    { size: 9 },
    { x, y: top + customer.height + 5, ink: 'soft' },
  );
  const below = top + customer.height + facts.height + 14;
  return [
    ...customer.marks,
    {
      kind: 'line',
      stroke: 'ink',
      weight: cell.critical ? 2.8 : 1.2,
      points: [
        [x + WIDTH, flow],
        [spot.into - 3, flow],
      ],
    },
    arrowHead(spot.into, flow, 'right'),
    ...facts.marks,
    ...(stream.supplier === null ? [] : supplierMarks(stream.supplier, x, below)),
  ];
}

function demandWords(demand: Quantity | null): string {
  return demand ? `${tellNumber(demand)} enter a week` : '? enter a week';
}

function supplierMarks(name: string, x: number, y: number): Mark[] {
  const { marks, height } = partyMarks(name, x, y);
  const middle = y + height / 2 + 4;
  const [left, right] = [x + WIDTH + 3, x + WIDTH + 37];
  return [
    ...marks,
    {
      kind: 'line',
      closed: true,
      fill: 'card',
      stroke: 'ink',
      points: [
        [left, middle - 5],
        [right - 12, middle - 5],
        [right - 12, middle - 10],
        [right, middle],
        [right - 12, middle + 10],
        [right - 12, middle + 5],
        [left, middle + 5],
      ],
    },
  ];
}

function ending(layout: RowLayout, cell: Cell): Mark[] {
  const spot = spotOf(layout, cell);
  if (!spot) return [];
  const { flow } = spot.lane;
  const x = (spot.row.cut.spans.get(cell.column)?.end ?? spot.right) + 44;
  const { marks } = partyMarks(layout.plan.stream.customer ?? '? customer', x, topOf(spot.row, flow));
  const tip = x - 1;
  const points = [
    [spot.out, flow],
    [tip - 3, flow],
  ] as const;
  return [
    { kind: 'line', stroke: 'ink', weight: cell.critical ? 2.8 : 1.2, points },
    arrowHead(tip, flow, 'right'),
    ...marks,
  ];
}

/** The factory stands so that the first line of its name is on the line of flow. */
function topOf(row: Row, flow: number): number {
  return Math.max(row.strip + 4, flow - 32);
}

function partyMarks(name: string, x: number, y: number): { readonly marks: Mark[]; readonly height: number } {
  const lines = wrapText(name, TEXT).length;
  const height = 24 + Math.max(2, lines) * 13.5;
  const text = setText(name, TEXT, { x: x + WIDTH / 2, y: y + 18, anchor: 'middle' });
  return { marks: [...factory(x, y, WIDTH, height), ...text.marks], height };
}
