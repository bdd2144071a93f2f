import type { Quantity, StreamMetrics, ValueStream } from '../../../domain/index.js';
import { lineHeight } from '../canvas/set-text.js';
import { wrapText } from '../canvas/wrap-text.js';
import { tellNumber } from './tell-quantity.js';

/** The factory of a party, and how its name is set. */
export const PARTY = {
  width: 122,
  text: { width: 108, size: 10.5, bold: true, most: 5 },
  facts: 9,
} as const;

const BELOW_FACTS = 14;

/** The height of a factory with that name on it. */
export function partyHeight(name: string): number {
  return 24 + Math.max(2, wrapText(name, PARTY.text).length) * 13.5;
}

/** Where a factory begins: so that the first line of its name is on the line of flow, and below the head of the band. */
export function topOfParty(strip: number, flow: number): number {
  return Math.max(strip + 4, flow - 32);
}

/** What stands below the customer who asks: how much enters, and takt. */
export function enteringFacts(stream: ValueStream, metrics: StreamMetrics): readonly string[] {
  return [demandWords(stream.demandPerWeek), `Takt ${metrics.taktTime.text}`].flatMap((fact) =>
    wrapText(fact, { width: PARTY.width + 8, size: PARTY.facts, most: 3 }),
  );
}

/** From the top of the customer's factory to that of the supplier's below it. */
export function supplierOffset(stream: ValueStream, metrics: StreamMetrics): number {
  const facts = enteringFacts(stream, metrics).length * lineHeight(PARTY.facts);
  return partyHeight(stream.customer ?? '? customer') + facts + BELOW_FACTS;
}

/** The height of everything at the beginning of the map. */
export function beginningHeight(stream: ValueStream, metrics: StreamMetrics): number {
  const supplier = stream.supplier === null ? 0 : partyHeight(stream.supplier);
  return supplierOffset(stream, metrics) + supplier;
}

function demandWords(demand: Quantity | null): string {
  return demand ? `${tellNumber(demand)} enter a week` : '? enter a week';
}
