import type { CapabilityDemand } from '../../capability/index.js';
import type { RoleShape, ShapedRoles } from '../role-shape.js';
import { titledDemand, type TradeDemand } from './titled-demand.js';
import type { KnownTrade } from './trades/known-trades.js';
import { aboutSteps } from './trades/trades-of-steps.js';

/** A piece of a role's work: its title, its share in hours, or in pieces where some are unmeasured. */
export interface Piece extends TradeDemand {
  readonly weight: number;
  /** The kind of work that the catalogue knows it as; null where it knows none. */
  readonly family: string | null;
  readonly trade: KnownTrade | null;
}

interface Remembered {
  readonly ground: ShapedRoles['ground'];
  readonly pieces: readonly Piece[];
}

const found = new WeakMap<RoleShape, Remembered>();

/** The work of a role with the usual title of each piece, looked up once; the way to it is left out unless driving is most of it. */
export function piecesOf(shaped: ShapedRoles, role: RoleShape): readonly Piece[] {
  const known = found.get(role);
  if (known?.ground === shaped.ground) return known.pieces;
  const pieces = findPieces(shaped, role);
  found.set(role, { ground: shaped.ground, pieces });
  return pieces;
}

function findPieces({ ground, steps }: ShapedRoles, role: RoleShape): readonly Piece[] {
  const abouts = aboutSteps(ground);
  const demands = role.demands.flatMap((at) => ground.demands[at] ?? []);
  const isMeasured =
    demands.every(({ hoursPerWeek }) => hoursPerWeek.value !== null) &&
    demands.some(({ hoursPerWeek }) => hoursPerWeek.value !== 0);
  const pieceOf = (demand: CapabilityDemand): readonly Piece[] => {
    const step = steps.steps[steps.numberOf.get(demand.step) ?? -1];
    if (!step) return [];
    const about = abouts.get(demand.step) ?? { trade: null, things: new Set() };
    const weight = isMeasured ? (demand.hoursPerWeek.value ?? 0) : 1;
    const { family } = demand.capability;
    return [{ ...titledDemand(demand, about, step), weight, trade: about.trade, family }];
  };
  const way = demands.filter(isWayThere).flatMap(pieceOf);
  const there = demands.filter((demand) => !isWayThere(demand)).flatMap(pieceOf);
  return there.length === 0 || isDriving(way, there) ? [...way, ...there] : there;
}

/** Who drives more than half of the time and has hardly another craft there is a driver. */
function isDriving(way: readonly Piece[], there: readonly Piece[]): boolean {
  const crafts = there.filter(({ kind, title }) => kind === 'craft' && !BESIDE_DRIVING.has(title ?? ''));
  return weightOf(way) > weightOf(there) && weightOf(crafts) * LARGE_PART < weightOf(way);
}

const LARGE_PART = 5;

/** What drivers do where they halt. */
const BESIDE_DRIVING: ReadonlySet<string> = new Set([
  'Car Valeter',
  'Cleaner',
  'Delivery Driver',
  'Driver',
  'Loader',
  'Lorry Washer',
  'Warehouse Worker',
]);

/** The way to where the work is done, which is nobody's trade unless it is all that they do. */
function isWayThere({ statedByStep, capability }: CapabilityDemand): boolean {
  return (
    !statedByStep && /^(?:drive|ride|go|travel|walk|cycle|get) (?:to|there|out|over)\b/i.test(capability.name)
  );
}

/** The trade of most of the work; null where none is known of any. */
export function tradeIn(pieces: readonly Piece[]): KnownTrade | null {
  const weights = new Map<KnownTrade, number>();
  for (const { trade, weight } of pieces)
    if (trade !== null) weights.set(trade, (weights.get(trade) ?? 0) + weight);
  const [most] = [...weights].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/** Hours a week, or the number of pieces. */
export function weightOf(pieces: readonly { readonly weight: number }[]): number {
  return pieces.reduce((sum, { weight }) => sum + weight, 0);
}
