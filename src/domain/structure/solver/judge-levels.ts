import { bundleOf, positionsOf, type Bundle } from './bundle.js';
import { costOf, holdingsOf, NO_COST, plus } from './cost.js';
import { bestCost, type ExactTable } from './exact-partition.js';
import { boundsOf } from './lower-bounds.js';
import type { RoleProblem } from './role-problem.js';
import type { Levels, SolvedLevel } from './solution.js';

/** Atoms that no role shares with others, with what is proven of them; null where they are too many for that. */
export interface Part {
  readonly atoms: readonly number[];
  readonly table: ExactTable | null;
}

/** Each goal with the best bound that is known: an optimum of a part counts in full, else its bounds. */
export function judgeLevels(
  problem: RoleProblem,
  roles: readonly (readonly number[])[],
  parts: readonly Part[],
  evenestProven: boolean,
): Levels {
  const bundles = roles.flatMap((atoms) => bundleOf(problem, atoms) ?? []);
  const cost = bundles.reduce((sum, bundle) => plus(sum, costOf(problem, bundle)), NO_COST);
  const proven = provenBounds(problem, parts);
  const plain = parts.some(({ table }) => table !== null)
    ? provenBounds(
        problem,
        parts.map(({ atoms }) => ({ atoms, table: null })),
      )
    : proven;
  const distinct = holdingsOf(problem, [...new Set(problem.atoms.flatMap((atom) => atom.capabilities))]);
  const positions = level(cost.positions, proven.positions, true);
  // Where two shared steps follow each other the weights are estimates, and so are optima that rest on them.
  const certain = problem.uncertainWeight === 0;
  const handOffs = level(
    problem.totalWeight - cost.saved,
    Math.max(0, problem.totalWeight - proven.saved - problem.uncertainWeight),
    positions.proven || plain.saved === proven.saved,
  );
  const before = certain && positions.proven && handOffs.proven;
  const fewest = certain ? proven.holdings : plain.holdings;
  const fragmentation = level(
    cost.holdings - distinct,
    fewest - distinct,
    before || plain.holdings === fewest,
  );
  const spread = spreadOf(problem, bundles);
  const unevenness = level(
    spread,
    evenestProven && certain ? spread : 0,
    spread === 0 || (before && fragmentation.proven),
  );
  return { positions, handOffs, fragmentation, unevenness };
}

/** Per part its proven optimum, else its bound. An optimum of a later goal holds once those before it are reached. */
function provenBounds(problem: RoleProblem, parts: readonly Part[]) {
  let [positions, saved, holdings] = [0, 0, 0];
  for (const { atoms, table } of parts) {
    if (table) {
      const best = bestCost(table);
      positions += best.positions;
      saved += best.saved;
      holdings += best.holdings;
      continue;
    }
    const bounds = boundsOf(problem, atoms);
    positions += bounds.positions;
    saved += weightInside(problem, atoms) - bounds.cut;
    holdings += bounds.holdings;
  }
  return { positions, saved, holdings };
}

function weightInside(problem: RoleProblem, atoms: readonly number[]): number {
  const inside = new Set(atoms);
  return problem.arcs.reduce(
    (sum, { a, b, weight }) => (inside.has(a) && inside.has(b) ? sum + weight : sum),
    0,
  );
}

/** A goal with a bound that is never told above its value. */
export function level(value: number, bound: number, provable: boolean): SolvedLevel {
  const lowerBound = Math.min(value, bound);
  return { value, lowerBound, proven: provable && lowerBound === value };
}

/** Highest less lowest utilisation of the positions of a role. */
function spreadOf(problem: RoleProblem, bundles: readonly Bundle[]): number {
  if (bundles.length === 0) return 0;
  const used = bundles.map((bundle) => bundle.load / (positionsOf(problem, bundle) * problem.capacity));
  const most = used.reduce((high, one) => Math.max(high, one), 0);
  return most - used.reduce((low, one) => Math.min(low, one), Infinity);
}
