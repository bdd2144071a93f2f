import type { Mark, Point } from '../canvas/mark.js';
import { setLines, setText } from '../canvas/set-text.js';
import {
  besideFlow,
  factsHeight,
  PARTY,
  topInLane,
  partyHeight,
  topOfCorner,
  UNNAMED,
  type Corner,
} from './corner-of.js';
import { deliveryArrow } from './delivery-arrow.js';
import { drawFirstContact } from './draw-first-contact.js';
import type { Row, RowLayout } from './lay-rows.js';
import { mapEnds } from './map-ends.js';
import { SIZES } from './sizes.js';
import { spotOf } from './spots.js';
import { factory } from './symbols.js';
import { terminalMarks } from './way-signs.js';

/** Customer and supplier in the corners of the information band, what comes from them and goes to them; what begins or ends elsewhere has its sign. */
export function drawParties(layout: RowLayout): Mark[] {
  return [
    ...layout.rows.flatMap((row) => (row.corner ? cornerMarks(layout, row, row.corner) : [])),
    ...promiseMarks(layout),
    ...drawFirstContact(layout),
    ...otherEnds(layout),
  ];
}

function cornerMarks(layout: RowLayout, row: Row, corner: Corner): Mark[] {
  const { customer } = layout.plan.stream;
  const top = topOfCorner(row);
  const level = top + corner.contact;
  const place = { x: corner.customer - 10, y: level - factsHeight(corner.facts), anchor: 'end' } as const;
  return [
    ...partyMarks(customer ?? UNNAMED, corner.customer, top, corner.height),
    ...setLines(corner.facts, { size: PARTY.facts }, { ...place, ink: 'soft' }).marks,
    ...(corner.supplier === null ? [] : supplierMarks(layout, row, corner.supplier)),
  ];
}

/** The supplier, and what comes from it: into the buffer where the flow begins with one, else into the flow. */
function supplierMarks(layout: RowLayout, row: Row, name: string): Mark[] {
  const left = row.cut.left + PARTY.inset;
  const [top, height] = [topOfCorner(row), partyHeight(name)];
  const x = left + 11;
  const { first } = mapEnds(layout.plan);
  const spot = first && !first.step && first.card.width > SIZES.gate ? spotOf(layout, first) : null;
  const into = spot ? ([[spot.into, spot.lane.flow]] as const) : [];
  const foot = spot ? spot.lane.flow : row.strip + BAND_FOOT;
  return [...partyMarks(name, left, top, height), deliveryArrow([[x, top + height], [x, foot], ...into])];
}

const BAND_FOOT = 30;

/** From the last place of the flow up to the customer; where they stand in another row, on to their factory here. */
function promiseMarks(layout: RowLayout): Mark[] {
  const { last } = mapEnds(layout.plan);
  const spot = last && spotOf(layout, last);
  if (!spot) return [];
  const { row, lane, out } = spot;
  const begin: Point = [out + 4, lane.flow];
  if (row.corner) {
    const x = row.corner.customer + PARTY.width / 2;
    const foot = topOfCorner(row) + row.corner.height + 1;
    return [deliveryArrow([begin, [x, lane.flow], [x, foot]])];
  }
  const name = layout.plan.stream.customer ?? UNNAMED;
  const x = besideFlow(layout.plan, row.cut);
  return [
    deliveryArrow([begin, [x - 1, lane.flow]]),
    ...partyMarks(name, x, topInLane(lane.flow), partyHeight(name)),
  ];
}

function partyMarks(name: string, x: number, y: number, height: number): Mark[] {
  const text = setText(name, PARTY.text, { x: x + PARTY.width / 2, y: y + 18, anchor: 'middle' });
  return [...factory(x, y, PARTY.width, height), ...text.marks];
}

/** Signs of what begins or ends elsewhere. */
function otherEnds(layout: RowLayout): Mark[] {
  const { stream, outline, cells } = layout.plan;
  const { first, last } = mapEnds(layout.plan);
  const stops = new Set(stream.flow.stops ?? []);
  return [
    ...outline.entries.map((place) => ({ place, side: 'begins' as const })),
    ...outline.ends.map((place) => ({
      place,
      side: stops.has(place) ? ('stops' as const) : ('ends' as const),
    })),
  ].flatMap(({ place, side }) => {
    const cell = cells.get(place);
    const spot = cell && spotOf(layout, cell);
    if (!spot || cell === (side === 'begins' ? first : last)) return [];
    const stopsItself = side === 'stops' && cell.step === null && cell.card.width === SIZES.gate;
    return stopsItself ? [] : terminalMarks(spot, side);
  });
}
