import type { Mark } from '../canvas/mark.js';
import { setLines, setText } from '../canvas/set-text.js';
import { spotOf } from './spots.js';
import { terminalMarks } from './way-signs.js';
import type { RowLayout } from './lay-rows.js';
import type { Cell } from './cell.js';
import { SIZES } from './sizes.js';
import { arrowHead } from './arrow-symbols.js';
import { enteringFacts, PARTY, partyHeight, supplierOffset, topOfParty } from './party-size.js';
import { factory } from './symbols.js';

const WIDTH = PARTY.width;

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
  const top = topOfParty(spot.row.strip, spot.lane.flow);
  const customer = partyMarks(stream.customer ?? '? customer', x, top);
  const { flow } = spot.lane;
  const facts = setLines(
    enteringFacts(stream, metrics),
    { size: PARTY.facts },
    { x, y: top + customer.height + 5, ink: 'soft' },
  );
  const below = top + supplierOffset(stream, metrics);
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
  const { marks } = partyMarks(
    layout.plan.stream.customer ?? '? customer',
    x,
    topOfParty(spot.row.strip, flow),
  );
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

function partyMarks(name: string, x: number, y: number): { readonly marks: Mark[]; readonly height: number } {
  const height = partyHeight(name);
  const text = setText(name, PARTY.text, { x: x + WIDTH / 2, y: y + 18, anchor: 'middle' });
  return { marks: [...factory(x, y, WIDTH, height), ...text.marks], height };
}
