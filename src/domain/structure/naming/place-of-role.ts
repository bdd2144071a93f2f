import type { ShapedRoles } from '../role-shape.js';
import { piecesOf, type Piece } from './pieces-of-role.js';
import type { KnownTrade } from './trades/known-trades.js';

/** Where the work of a role is done, with its weight there; place null where nobody can tell. */
export interface WeightedPlace {
  readonly place: string | null;
  readonly weight: number;
}

/** The place of most of the work of the role at that position: where the catalogue or the trade says that it is done. */
export function placeOfRole(shaped: ShapedRoles, at: number): WeightedPlace {
  const role = shaped.roles[at];
  const pieces = role ? piecesOf(shaped, role) : [];
  const weights = new Map<string | null, number>();
  let total = 0;
  for (const piece of pieces) {
    const place = placeOfPiece(shaped, piece);
    weights.set(place, (weights.get(place) ?? 0) + piece.weight);
    total += piece.weight;
  }
  const [most] = [...weights].sort(([, a], [, b]) => b - a);
  return { place: most?.[0] ?? null, weight: total };
}

/** What the place of a trade is called: that of a cleaning firm is "Cleaning". */
export function placeOfTrade({ name }: KnownTrade): string {
  return name.replace(/ (?:firm|maintenance|organisation|plant)$/, '');
}

function placeOfPiece({ ground }: ShapedRoles, { kind, family, trade }: Piece): string | null {
  const known = ground.catalogue.families.find(({ key }) => key === family)?.place;
  if (known !== undefined) return known;
  if (kind !== 'craft') return PLACE_OF_KIND[kind];
  return trade === null ? null : placeOfTrade(trade);
}

const PLACE_OF_KIND = {
  office: 'Office',
  money: 'Office',
  buying: 'Office',
  people: 'Office',
  selling: 'Sales',
  marketing: 'Marketing',
  leading: 'Management',
} as const;
