import type { SummedGoal } from '../structure-goals.js';
import { bundleOf, positionsOf, type Bundle } from './bundle.js';
import type { RoleProblem } from './role-problem.js';

/** The goals that add up over roles: fewer positions, more transfers kept inside, fewer holdings of a capability. */
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

/** Weight of the transfers between these atoms. */
export function weightInside({ neighbours }: RoleProblem, atoms: readonly number[]): number {
  let weight = 0;
  atoms.forEach((atom, at) => {
    const near = neighbours[atom];
    if (!near || near.size === 0) return;
    for (let later = at + 1; later < atoms.length; later += 1) weight += near.get(atoms[later] ?? 0) ?? 0;
  });
  return weight;
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

/** What is left of a cost once another is paid. */
export function minus(a: Cost, b: Cost): Cost {
  return {
    positions: a.positions - b.positions,
    saved: a.saved - b.saved,
    holdings: a.holdings - b.holdings,
  };
}

/** true where both are equal in every goal. */
export function isSame(a: Cost, b: Cost): boolean {
  return a.positions === b.positions && a.saved === b.saved && a.holdings === b.holdings;
}

/** Below 0 where a is better, goal by goal in the order of the problem. */
export function compareCost({ order }: Pick<RoleProblem, 'order'>, a: Cost, b: Cost): number {
  for (const goal of order) {
    const difference = excess(goal, a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** By how much a is worse than b in one goal; below 0 where it is better. */
export function excess(goal: SummedGoal, a: Cost, b: Cost): number {
  switch (goal) {
    case 'POSITIONS':
      return a.positions - b.positions;
    case 'HAND_OFFS':
      return b.saved - a.saved;
    case 'FRAGMENTATION':
      return a.holdings - b.holdings;
  }
}

/** What all of these roles cost together. */
export function totalCost(problem: RoleProblem, roles: readonly (readonly number[])[]): Cost {
  return roles.reduce((sum, atoms) => {
    const bundle = bundleOf(problem, atoms);
    return bundle ? plus(sum, costOf(problem, bundle)) : sum;
  }, NO_COST);
}
