import { readGateLines, type ToldFlow } from './gate-lines.js';
import type { ArchimateRelation } from './read-archimate-model.js';

const PLAIN = /^[~≈]?(\d+(?:[.,]\d+)?)\s*%$/;
/** Percentage points that rounding may make of a product. */
const ROUNDED = 0.05;

/** Two shares that one relation tells, as they are written. */
export interface UnlikeShares {
  readonly property: string;
  readonly gates: string;
}

/**
 * What the property Share of a relation and the lines of its property Gates say, where both are plain numbers and not the
 * same; null where they agree or cannot be held against each other.
 */
export function unlikeShares(relation: ArchimateRelation): UnlikeShares | null {
  const [property, gates] = [relation.properties.get('Share'), relation.properties.get('Gates')];
  const said = property === undefined ? null : percentOf(property.trim());
  if (property === undefined || gates === undefined || said === null) return null;
  const told = shareInGates(gates, relation);
  if (told === null || Math.abs(told - said) <= ROUNDED) return null;
  return { property: property.trim(), gates: `${Number(told.toFixed(2))}%` };
}

/** Of what goes back or is lost the share of that line; else the shares of all choices on the way multiplied. */
function shareInGates(gates: string, relation: ArchimateRelation): number | null {
  const told: ToldFlow = { nodes: new Map(), ways: new Map() };
  const lines = gates.split('\n');
  readGateLines(lines, relation, told);
  const leaving = new Set(lines.flatMap((line) => /^(\S+) exclusive leaving$/.exec(line)?.[1] ?? []));
  const ways = [...told.ways.values()];
  const apart = ways.find(({ lost, origin }) => lost || origin !== null);
  const shares = apart
    ? [apart.share]
    : ways.flatMap(({ share, from }) => (share === null || leaving.has(from) ? [] : [share]));
  const percents = shares.map((share) => (share === null ? null : percentOf(share)));
  if (percents.length === 0 || percents.includes(null)) return null;
  return 100 * percents.reduce<number>((product, percent) => (product * (percent ?? 0)) / 100, 1);
}

function percentOf(share: string): number | null {
  const amount = PLAIN.exec(share)?.[1];
  return amount === undefined ? null : Number(amount.replace(',', '.'));
}
