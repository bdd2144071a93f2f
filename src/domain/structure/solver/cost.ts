import { positionsOf, type Bundle } from './bundle.js';
import type { RoleProblem } from './role-problem.js';

/** The goals that add up over roles, in their order: fewer positions, more transfers kept inside, fewer holdings of a capability. */
export interface Cost {
  readonly positions: number;
  /** Weight of the transfers that stay inside a role. */
  readonly saved: number;
  /** Capabilities held, each counted in every role that holds it, common ones left out. */
  readonly holdings: number;
}

export const NO_COST: Cost = { positions: 0, saved: 0, holdings: 0 };

/** What a role adds to the goals. */
export function costOf(problem: RoleProblem, bundle: Bundle): Cost {
  const members = new Set(bundle.atoms);
  let saved = 0;
  for (const atom of bundle.atoms) {
    problem.neighbours[atom]?.forEach((weight, other) => {
      if (other > atom && members.has(other)) saved += weight;
    });
  }
  return {
    positions: positionsOf(problem, bundle),
    saved,
    holdings: holdingsOf(problem, bundle.capabilities),
  };
}

/** The capabilities that count towards fragmentation: all but the common ones. */
export function holdingsOf(problem: RoleProblem, capabilities: readonly number[]): number {
  return capabilities.reduce((count, capability) => count + (problem.common.has(capability) ? 0 : 1), 0);
}

/** Both costs together. */
export function plus(a: Cost, b: Cost): Cost {
  return {
    positions: a.positions + b.positions,
    saved: a.saved + b.saved,
    holdings: a.holdings + b.holdings,
  };
}

/** Below 0 where a is better, goal by goal. */
export function compareCost(a: Cost, b: Cost): number {
  return a.positions - b.positions || b.saved - a.saved || a.holdings - b.holdings;
}
