import type { CapabilityDemand } from '../../capability/index.js';
import type { RoleShape, ShapedRoles } from '../role-shape.js';
import { titledDemand, type TitledDemand } from './titled-demand.js';
import type { KnownTrade } from './trades/known-trades.js';
import { aboutSteps } from './trades/trades-of-steps.js';

/** A piece of a role's work: its title, its share in hours, or in pieces where some are unmeasured. */
export interface Piece extends TitledDemand {
  readonly weight: number;
  /** The kind of work that the catalogue knows it as; null where it knows none. */
  readonly family: string | null;
  readonly trade: KnownTrade | null;
}

/** The work of a role with the usual title of each piece; the way to it is left out unless it is all of it. */
export function piecesOf(shaped: ShapedRoles, role: RoleShape): Piece[] {
  const { ground, steps } = shaped;
  const abouts = aboutSteps(ground);
  const demands = role.demands.flatMap((at) => ground.demands[at] ?? []);
  const isMeasured =
    demands.every(({ hoursPerWeek }) => hoursPerWeek.value !== null) &&
    demands.some(({ hoursPerWeek }) => hoursPerWeek.value !== 0);
  const there = demands.filter((demand) => !isWayThere(demand));
  return (there.length > 0 ? there : demands).map((demand): Piece => {
    const about = abouts.get(demand.step) ?? { trade: null, things: new Set() };
    const force = steps.steps[steps.numberOf.get(demand.step) ?? -1]?.force ?? null;
    const weight = isMeasured ? (demand.hoursPerWeek.value ?? 0) : 1;
    return {
      ...titledDemand(demand, about, force),
      weight,
      trade: about.trade,
      family: demand.capability.family,
    };
  });
}

/** The way to where the work is done, which is nobody's trade unless it is all that they do. */
function isWayThere({ statedByStep, capability }: CapabilityDemand): boolean {
  return (
    !statedByStep && /^(?:drive|ride|go|travel|walk|cycle|get) (?:to|there|out|over)\b/i.test(capability.name)
  );
}

/** The trade of the first piece that has one. */
export function tradeIn(pieces: readonly Piece[]): KnownTrade | null {
  return pieces.find(({ trade }) => trade !== null)?.trade ?? null;
}

/** Hours a week, or the number of pieces. */
export function weightOf(pieces: readonly { readonly weight: number }[]): number {
  return pieces.reduce((sum, { weight }) => sum + weight, 0);
}
