import type { Quantity, StreamMetrics, ValueStream } from '../../../domain/index.js';
import { lineHeight } from '../canvas/set-text.js';
import { wrapText } from '../canvas/wrap-text.js';
import type { RowCut } from './cut-rows.js';
import { mapEnds } from './map-ends.js';
import type { MapPlan } from './plan-map.js';
import { tellNumber } from './tell-quantity.js';

/** The factory of a party, and how its name is set. */
export const PARTY = {
  width: 122,
  text: { width: 108, size: 10.5, bold: true, most: 5 },
  facts: 9,
  /** From the left end of a row to the supplier. */
  inset: 4,
} as const;

/** Between the foot of the customer's factory and the line of the first contact, and between that line and what stands on it. */
const FOOT = 7;
const ABOVE_LINE = 5;
/** The supplier stands above the line. */
const ABOVE_SUPPLIER = FOOT + 9;

/** The corners of the information band of the first row: the supplier at its left end, the customer at its right. */
export interface Corner {
  readonly height: number;
  /** The left edge of the customer's factory. */
  readonly customer: number;
  readonly supplier: string | null;
  /** How much enters, and takt. */
  readonly facts: readonly string[];
  /** From the top of the corner to the line of the first contact. */
  readonly contact: number;
  /** The promise is fulfilled in this row too. */
  readonly gets: boolean;
}

/** What stands in the corners of the first row. */
export function cornerOf(plan: MapPlan, cut: RowCut): Corner {
  const { stream, metrics } = plan;
  const { left, right } = cut;
  const gets = isFulfilledIn(plan, cut);
  const supplierEnd = left + (stream.supplier === null ? 0 : PARTY.inset + PARTY.width);
  const customer = gets ? Math.max(besideFlow(plan, cut), left + 252) : right - PARTY.width - 6;
  const facts = enteringFacts(stream, metrics, Math.min(240, customer - supplierEnd - 20));
  const height = Math.max(
    partyHeight(stream.customer ?? UNNAMED),
    stream.supplier === null ? 0 : partyHeight(stream.supplier) + ABOVE_SUPPLIER,
    factsHeight(facts) + FOOT,
  );
  return { height, customer, supplier: stream.supplier, facts, contact: height - FOOT, gets };
}

/** Whether the promise reaches the customer in a row. */
export function isFulfilledIn(plan: MapPlan, { spans }: RowCut): boolean {
  return spans.has(plan.flowEnd) && mapEnds(plan).last !== null;
}

/** The left edge of the customer's factory behind the last column of the flow. */
export function besideFlow({ flowEnd }: MapPlan, { spans, end }: RowCut): number {
  return (spans.get(flowEnd)?.end ?? end) + 44;
}

/** The upper edge of a factory that stands in a lane: the first line of its name is on the line of flow. */
export function topInLane(flow: number): number {
  return flow - 30;
}

/** The upper edge of what stands in the corners of a row. */
export function topOfCorner({ top }: { readonly top: number }): number {
  return top + 4;
}

/** What the customer is called where nobody has said. */
export const UNNAMED = '? customer';

/** The height of a factory with that name on it. */
export function partyHeight(name: string): number {
  return 24 + Math.max(2, wrapText(name, PARTY.text).length) * 13.5;
}

/** From the line of the first contact up to the top of what stands on it. */
export function factsHeight(facts: readonly string[]): number {
  return facts.length * lineHeight(PARTY.facts) + ABOVE_LINE;
}

function enteringFacts({ demandPerWeek, calendar }: ValueStream, metrics: StreamMetrics, width: number) {
  return [demandWords(demandPerWeek, calendar.daysPerWeek), `Takt ${metrics.taktTime.text}`].flatMap((fact) =>
    wrapText(fact, { width, size: PARTY.facts, most: 3 }),
  );
}

/** Units a week; units a day too where at least one enters on every day. */
function demandWords(demand: Quantity | null, days: number): string {
  if (!demand) return '? enter a week';
  const aDay = { ...demand, low: demand.low / days, likely: demand.likely / days, high: demand.high / days };
  return `${tellNumber(demand)} enter a week${aDay.low >= 1 ? `, ${tellNumber(aDay)} a day` : ''}`;
}
