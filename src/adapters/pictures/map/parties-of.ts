import type { RowCut } from './cut-rows.js';
import { beginningHeight, partyHeight } from './party-size.js';
import type { MapPlan } from './plan-map.js';

/** A factory that stands at the beginning or the end of a lane. */
export interface PartyNeed {
  readonly lane: number;
  readonly height: number;
}

/** The factories that stand in a row. */
export function partiesOf(
  { outline, cells, stream, metrics, flowEnd }: MapPlan,
  row: number,
  { spans }: RowCut,
): readonly PartyNeed[] {
  const lanesOf = (places: readonly number[], column: number) =>
    places.flatMap((place) => {
      const cell = cells.get(place);
      return cell?.column === column ? [cell.lane] : [];
    });
  const begins = row === 0 ? lanesOf(outline.entries, 0) : [];
  const ends = spans.has(flowEnd) ? lanesOf(outline.ends, flowEnd) : [];
  return [
    ...begins.map((lane) => ({ lane, height: beginningHeight(stream, metrics) })),
    ...ends.map((lane) => ({ lane, height: partyHeight(stream.customer ?? '? customer') })),
  ];
}
