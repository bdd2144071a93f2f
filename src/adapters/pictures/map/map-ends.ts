import type { Cell } from './cell.js';
import type { MapPlan } from './plan-map.js';

/** Where the customer's first contact comes in, and the place from which the promise reaches them; null where there is none. */
export interface MapEnds {
  readonly first: Cell | null;
  readonly last: Cell | null;
}

/** The upper entry of the first column, and an end of the last column of the flow at which nothing stops on purpose. */
export function mapEnds({ stream, outline, cells, flowEnd }: MapPlan): MapEnds {
  const stops = new Set(stream.flow.stops ?? []);
  const among = (places: readonly number[], column: number) =>
    places.flatMap((place) => {
      const cell = cells.get(place);
      return cell?.column === column ? [cell] : [];
    });
  const [first] = among(outline.entries, 0).sort((a, b) => a.lane - b.lane);
  const last = among(outline.ends, flowEnd).find((cell) => !stops.has(cell.place));
  return { first: first ?? null, last: last ?? null };
}
