import { bundleOf, positionsOf, type Bundle } from './bundle.js';
import { independentSets } from './components.js';
import { compareCost, costOf, holdingsOf, NO_COST, plus } from './cost.js';
import { bestCost, bestPartition, solveExactly, type ExactTable } from './exact-partition.js';
import { evenestPartition } from './evenest-partition.js';
import { mergeGreedily } from './greedy-merge.js';
import { improve } from './improve.js';
import { boundsOf } from './lower-bounds.js';
import { packTightly } from './pack-tightly.js';
import type { RoleProblem } from './role-problem.js';

/** One goal: what was reached, and what no structure falls below. */
export interface SolvedLevel {
  readonly value: number;
  readonly lowerBound: number;
  readonly proven: boolean;
}

/** Roles as sets of atoms, with what is proven about them. handOffs is in weight units. */
export interface Solution {
  readonly roles: readonly (readonly number[])[];
  readonly levels: Readonly<Record<'positions' | 'handOffs' | 'fragmentation' | 'unevenness', SolvedLevel>>;
  readonly method: string;
}

/** Columns tried for one set of atoms: some tenths of a second at most. */
const EXACT_WORK = 6_000_000;

interface Part {
  readonly atoms: readonly number[];
  readonly table: ExactTable | null;
}

/** Roles for the problem: exact where the sets that depend on each other are small, else built and improved. */
export function solveRoles(problem: RoleProblem): Solution {
  let left = EXACT_WORK;
  const parts = independentSets(problem).map((atoms): Part => {
    const table = solveExactly(problem, atoms, left);
    left -= table?.work ?? 0;
    return { atoms, table };
  });
  const tables = parts.flatMap(({ table }) => table ?? []);
  if (tables.length === parts.length) {
    const { roles, proven } = evenestPartition(tables);
    const method = 'exact: set partitioning over all feasible roles by dynamic programming';
    return { roles, levels: judgeLevels(problem, roles, parts, proven), method };
  }
  const open = new Set(parts.flatMap(({ atoms, table }) => (table ? [] : atoms)));
  const starts = [mergeGreedily(problem), packTightly(problem)];
  const [improved = { roles: [], work: 0 }] = starts
    .flatMap((start) => (start ? [start.filter((atoms) => atoms.every((atom) => open.has(atom)))] : []))
    .map((built) => improve(problem, built))
    .sort((a, b) => compareCost(a.cost, b.cost));
  const roles = [...improved.roles, ...tables.flatMap(bestPartition)];
  const method =
    'constructive: pairs that save most are joined (or roles packed tightly, whichever ends better), then neighbouring roles are freed and solved exactly' +
    ` (${improved.work} units of work); bounds from load, breadth, duties kept apart and the lightest ways through the flow`;
  return { roles, levels: judgeLevels(problem, roles, parts, false), method };
}

function judgeLevels(
  problem: RoleProblem,
  roles: readonly (readonly number[])[],
  parts: readonly Part[],
  evenestProven: boolean,
): Solution['levels'] {
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

function level(value: number, bound: number, provable: boolean): SolvedLevel {
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
