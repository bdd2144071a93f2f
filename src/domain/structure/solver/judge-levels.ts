import type { SummedGoal } from '../structure-goals.js';
import { bundleOf, positionsOf, type Bundle } from './bundle.js';
import { costOf, holdingsOf, NO_COST, plus, type Cost } from './cost.js';
import type { ExactTable } from './exact-partition.js';
import { boundsOf } from './lower-bounds.js';
import type { RoleProblem } from './role-problem.js';
import type { Levels, SolvedLevel } from './solution.js';

/** Atoms that no role shares with others, with what is proven of them; null where they are too many for that. */
export interface Part {
  readonly atoms: readonly number[];
  readonly table: ExactTable | null;
}

/**
 * Each goal with the best bound that is known: what holds whatever the other goals are, and once all goals before it
 * are proven the optimum of a part beside it.
 */
export function judgeLevels(
  problem: RoleProblem,
  roles: readonly (readonly number[])[],
  parts: readonly Part[],
  evenestProven: boolean,
): Levels {
  const bundles = roles.flatMap((atoms) => bundleOf(problem, atoms) ?? []);
  const cost = bundles.reduce((sum, bundle) => plus(sum, costOf(problem, bundle)), NO_COST);
  const bounds = parts.map(({ atoms }) => plainBounds(problem, atoms));
  const plain = bounds.reduce(plus, NO_COST);
  const given = parts.reduce(
    (sum, { table }, at) => plus(sum, table?.cost ?? bounds[at] ?? NO_COST),
    NO_COST,
  );
  // The first goal of each part is proven by its table, whatever the goals after it are.
  const [first = 'POSITIONS'] = problem.order;
  const levels = inOrder(problem, (goal, settled) => {
    const value = toldOf(problem, goal, cost);
    const bound = boundOf(problem, goal, goal === first || settled ? given : plain);
    return level(value, Math.max(bound, boundOf(problem, goal, plain)));
  });
  const spread = spreadOf(problem, bundles);
  const settled = Object.values(levels).every(({ proven }) => proven) && problem.uncertainWeight === 0;
  const unevenness = level(spread, evenestProven && settled ? spread : 0);
  return { ...levels, unevenness };
}

const NAME_OF = { POSITIONS: 'positions', HAND_OFFS: 'handOffs', FRAGMENTATION: 'fragmentation' } as const;

/** The goals judged in their order; settled is true once all before are proven and rest on no estimate. */
export function inOrder(
  problem: RoleProblem,
  judge: (goal: SummedGoal, settled: boolean) => SolvedLevel,
): Pick<Levels, 'positions' | 'handOffs' | 'fragmentation'> {
  let settled = true;
  const nothing = level(0, 0);
  const levels = { positions: nothing, handOffs: nothing, fragmentation: nothing };
  for (const goal of problem.order) {
    const judged = judge(goal, settled);
    levels[NAME_OF[goal]] = judged;
    // Where two shared steps follow each other the weights are estimates, and so are optima that rest on them.
    settled &&= judged.proven && !(goal === 'HAND_OFFS' && problem.uncertainWeight > 0);
  }
  return levels;
}

/** A goal in the unit in which it is told, of what roles cost together. */
export function toldOf(problem: RoleProblem, goal: SummedGoal, cost: Cost): number {
  switch (goal) {
    case 'POSITIONS':
      return cost.positions;
    case 'HAND_OFFS':
      return problem.totalWeight - cost.saved;
    case 'FRAGMENTATION':
      return cost.holdings - distinctHoldings(problem);
  }
}

/** What no structure falls below where none costs less than this; weights that are estimates are left out. */
export function boundOf(problem: RoleProblem, goal: SummedGoal, least: Cost): number {
  const bound = toldOf(problem, goal, least);
  return Math.max(0, goal === 'HAND_OFFS' ? bound - problem.uncertainWeight : bound);
}

/** Capabilities that count, each once. */
function distinctHoldings(problem: RoleProblem): number {
  return holdingsOf(problem, [...new Set(problem.atoms.flatMap((atom) => atom.capabilities))]);
}

/** Bounds of a set of atoms, as a cost. */
function plainBounds(problem: RoleProblem, atoms: readonly number[]): Cost {
  const { positions, cut, holdings } = boundsOf(problem, atoms);
  return { positions, saved: weightInside(problem, atoms) - cut, holdings };
}

function weightInside(problem: RoleProblem, atoms: readonly number[]): number {
  const inside = new Set(atoms);
  return problem.arcs.reduce(
    (sum, { a, b, weight }) => (inside.has(a) && inside.has(b) ? sum + weight : sum),
    0,
  );
}

/** A goal with a bound that is never told above its value; proven where the two are equal. */
export function level(value: number, bound: number): SolvedLevel {
  const lowerBound = Math.min(value, bound);
  return { value, lowerBound, proven: lowerBound === value };
}

/** Highest less lowest utilisation of the positions of a role. */
function spreadOf(problem: RoleProblem, bundles: readonly Bundle[]): number {
  if (bundles.length === 0) return 0;
  const used = bundles.map((bundle) => bundle.load / (positionsOf(problem, bundle) * problem.capacity));
  const most = used.reduce((high, one) => Math.max(high, one), 0);
  return most - used.reduce((low, one) => Math.min(low, one), Infinity);
}
