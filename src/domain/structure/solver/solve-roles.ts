import { independentSets } from './components.js';
import { keptInside, type KeptInside } from './bounds/connected-bound.js';
import { mostKeptAt } from './bounds/priced-bound.js';
import { bestOf, buildUp, moreStarts, startsFor } from './build-up.js';
import { limitedGoals, NO_CEILING, type Ceiling } from './ceiling.js';
import { evenestPartition } from './evenest-partition.js';
import { solveExactly, type ExactTable } from './exact-partition.js';
import { boundOf, judgeLevels, level, type Part } from './judge-levels.js';
import { NO_COST, totalCost } from './cost.js';
import { boundsOf } from './lower-bounds.js';
import { rolesByPrices } from './pricing/roles-by-prices.js';
import type { RoleProblem } from './role-problem.js';
import { judgePartition } from './set-partition/judge-partition.js';
import { partitionByGoals, type Partitioned, type Reached } from './set-partition/partition-by-goals.js';
import type { Roles, Solution } from './solution.js';
import { EFFORTS, NO_SOLVER, type Solving } from './solving.js';
import type { Lookout } from './lookout.js';

/** Columns tried for one set of atoms: some tenths of a second at most. */
const EXACT_WORK = 6_000_000;
/** Beyond so many atoms there are more feasible roles than can be listed. */
const MOST_LISTED = 400;

/** What the goals may come to at most, and roles that keep to it. */
export interface Within {
  readonly ceiling: Ceiling;
  readonly known: Roles;
}

/**
 * Roles for the problem, by the first method that holds: small sets exactly without a solver; where one is given and
 * the feasible roles can be listed, set partitioning over them; else built and improved, with bounds. Goals are
 * minimised in the order of the problem, within the ceiling where there is one. What is already known to be feasible
 * is one start among others: the answer is never worse.
 */
export function solveRoles(
  problem: RoleProblem,
  solving: Solving = NO_SOLVER,
  within: Within | null = null,
  known: Roles | null = null,
): Solution {
  const solution = solved(problem, solving, within, known);
  solving.solver?.lookout?.levels(problem, solution.levels);
  return solution;
}

function solved(
  problem: RoleProblem,
  solving: Solving,
  within: Within | null,
  known: Roles | null,
): Solution {
  const ceiling = within?.ceiling ?? NO_CEILING;
  const parts = partsOf(problem, ceiling);
  const exact = exactly(problem, parts);
  if (exact) return exact;
  const { lookout } = solving.solver ?? {};
  lookout?.stage('building roles to begin with', true);
  const flowFirst = problem.order[0] === 'HAND_OFFS' && !within;
  const early = flowFirst ? keptBy(problem, solving) : null;
  const fresh = within ? [within.known] : startsFor(problem, early?.roles ?? null, lookout);
  const starts = known ? [...fresh, known] : fresh;
  if (lookout) tellStarts(lookout, problem, parts, bestOf(problem, starts, ceiling));
  const found = byPartition(problem, starts, solving, ceiling);
  if (found && secondIsProven(problem, found)) return judgePartition(problem, found);
  lookout?.stage('bounding the hand-offs that no structure saves');
  const kept = flowFirst ? early : keptBy(problem, solving);
  lookout?.stage('joining steps into roles');
  const more = kept && !flowFirst && !within ? moreStarts(problem, kept.roles) : [];
  const priced = within ? [] : pricedStart(problem, [...starts, ...more], solving);
  const built = buildUp(problem, parts, [...starts, ...more, ...priced], solving, ceiling);
  const best = found ? judgePartition(problem, better(problem, found, built.roles, ceiling)) : built;
  if (best.levels.handOffs.proven) return best;
  const tighter = within ? best : withPricedBound(problem, best, solving);
  return withConnectedBound(problem, tighter, kept);
}

/** Where positions come first and are not at their bound: roles sought by prices, from the best that is known. */
function pricedStart(problem: RoleProblem, starts: readonly Roles[], { solver, effort }: Solving): Roles[] {
  const { atoms, order } = problem;
  if (!solver || order[0] !== 'POSITIONS' || atoms.length > EFFORTS[effort].pricedUpTo) return [];
  const known = bestOf(problem, starts, NO_CEILING);
  const bound = boundsOf(
    problem,
    atoms.map((_, at) => at),
  );
  if (totalCost(problem, known).positions <= bound.positions) return [];
  solver.lookout?.stage('seeking roles by what their steps are worth');
  const priced = rolesByPrices(problem, known, solver);
  return priced.length > 0 ? [priced] : [];
}

/** What a search begins with, beside the bounds that hold whatever the method. */
function tellStarts(lookout: Lookout, problem: RoleProblem, parts: readonly Part[], roles: Roles): void {
  if (roles.length > 0) lookout.levels(problem, judgeLevels(problem, roles, parts, false));
  lookout.stage('choosing among all roles that may be');
}

function keptBy(problem: RoleProblem, { solver, effort }: Solving): KeptInside | null {
  return solver && keptInside(problem, solver, EFFORTS[effort].parts);
}

/** The hand-offs that no structure saves, whatever its number of roles, where that is more than is known. */
function withConnectedBound(problem: RoleProblem, best: Solution, kept: KeptInside | null): Solution {
  if (!kept) return best;
  const { handOffs } = best.levels;
  const bound = boundOf(problem, 'HAND_OFFS', { ...NO_COST, saved: kept.most });
  const raised = level(handOffs.value, Math.max(handOffs.lowerBound, bound));
  const method = `${best.method}; no fewer hand-offs, by packing the parts of roles that the flow connects`;
  return { ...best, levels: { ...best.levels, handOffs: raised }, method };
}

/** The hand-offs that no structure of so few positions saves, where that is more than is known. */
function withPricedBound(problem: RoleProblem, best: Solution, { solver, effort }: Solving): Solution {
  const { atoms, order } = problem;
  const isLater = order.indexOf('HAND_OFFS') > order.indexOf('POSITIONS');
  if (!solver || !isLater || atoms.length > EFFORTS[effort].pricedUpTo) return best;
  solver.lookout?.stage('bounding the hand-offs that no structure of so few positions saves');
  const most = mostKeptAt(problem, best.roles, solver);
  if (most === null) return best;
  const { handOffs } = best.levels;
  const bound = boundOf(problem, 'HAND_OFFS', { ...NO_COST, saved: most });
  const raised = level(handOffs.value, Math.max(handOffs.lowerBound, bound));
  const method = `${best.method}; no fewer hand-offs at so few positions, by prices of the steps at which no role is worth more than its positions`;
  return { ...best, levels: { ...best.levels, handOffs: raised }, method };
}

function byPartition(
  problem: RoleProblem,
  starts: readonly Roles[],
  { solver, effort }: Solving,
  ceiling: Ceiling,
): Partitioned | null {
  if (!solver || problem.atoms.length > MOST_LISTED) return null;
  return partitionByGoals(problem, bestOf(problem, starts, ceiling), solver, EFFORTS[effort], ceiling);
}

function secondIsProven({ order }: RoleProblem, found: Partitioned): boolean {
  const of = { POSITIONS: found.positions, HAND_OFFS: found.handOffs, FRAGMENTATION: found.holdings };
  return order.slice(0, 2).every((goal) => of[goal].proven);
}

/** The better roles of two, with the bounds of the partition, which hold for all. */
function better(problem: RoleProblem, found: Partitioned, roles: Roles, ceiling: Ceiling): Partitioned {
  const best = bestOf(problem, [found.roles, roles], ceiling);
  if (best === found.roles || best.length === 0) return found;
  const unproven = (level: Reached): Reached => ({ ...level, proven: false });
  const [positions, handOffs, holdings] = [found.positions, found.handOffs, found.holdings].map(unproven);
  return {
    ...found,
    roles,
    positions: positions ?? found.positions,
    handOffs: handOffs ?? found.handOffs,
    holdings: holdings ?? found.holdings,
    unevenness: unproven(found.unevenness),
  };
}

function partsOf(problem: RoleProblem, ceiling: Ceiling): Part[] {
  const sets = independentSets(problem);
  if (limitedGoals(ceiling).length > 0) {
    // A ceiling holds for all together. Sets one after the other leave few sets of atoms to look at.
    const atoms = sets.flat();
    return [{ atoms, table: solveExactly(problem, atoms, EXACT_WORK, ceiling) }];
  }
  let left = EXACT_WORK;
  const tables = new Map<readonly number[], ExactTable | null>();
  // The smallest first: what is too much for the rest of the work is too much for all that are larger.
  for (const atoms of [...sets].sort((a, b) => a.length - b.length)) {
    const table = solveExactly(problem, atoms, left);
    left = table ? left - table.work : 0;
    tables.set(atoms, table);
  }
  return sets.map((atoms): Part => ({ atoms, table: tables.get(atoms) ?? null }));
}

function exactly(problem: RoleProblem, parts: readonly Part[]): Solution | null {
  const tables = parts.flatMap(({ table }) => table ?? []);
  if (tables.length < parts.length) return null;
  const { roles, proven } = evenestPartition(tables);
  const method =
    'exact: every division of the work that the limits allow was weighed against the others (set partitioning by dynamic programming)';
  return { roles, levels: judgeLevels(problem, roles, parts, proven), method };
}
