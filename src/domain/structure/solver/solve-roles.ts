import { independentSets } from './components.js';
import { mostKeptInside } from './bounds/connected-bound.js';
import { bundleOf } from './bundle.js';
import { compareCost, costOf, NO_COST, plus, type Cost } from './cost.js';
import { evenestPartition } from './evenest-partition.js';
import { bestPartition, solveExactly, type ExactTable } from './exact-partition.js';
import { mergeGreedily } from './greedy-merge.js';
import { fillRoles } from './fill-roles.js';
import { improve } from './improve.js';
import { judgeLevels, level, type Part } from './judge-levels.js';
import { freeAndSolve } from './neighbourhood/free-and-solve.js';
import { packTightly } from './pack-tightly.js';
import type { RoleProblem } from './role-problem.js';
import { judgePartition } from './set-partition/judge-partition.js';
import { partitionByGoals, type Partitioned, type Reached } from './set-partition/partition-by-goals.js';
import type { Solution } from './solution.js';
import { EFFORTS, NO_SOLVER, type Solving } from './solving.js';

type Roles = readonly (readonly number[])[];

/** Columns tried for one set of atoms: some tenths of a second at most. */
const EXACT_WORK = 6_000_000;
/** Room in a role, as a share of a position, that is not worth filling at the price of a hand-off. */
const ROOMS = [0, 0.01];
/** Beyond so many atoms roles are filled in one way only, and fewer of them are freed: so often times their number. */
const MANY = 20_000;
const MOST_FREED = 3_000_000;
/** Beyond so many atoms there are more feasible roles than can be listed. */
const MOST_LISTED = 400;

/**
 * Roles for the problem, by the first method that holds: small sets exactly without a solver; where one is given and
 * the feasible roles can be listed, set partitioning over them; else built and improved, with bounds.
 */
export function solveRoles(problem: RoleProblem, solving: Solving = NO_SOLVER): Solution {
  const parts = partsOf(problem);
  const exact = exactly(problem, parts);
  if (exact) return exact;
  const starts = [
    mergeGreedily(problem),
    ...[packTightly(problem)].flatMap((packed) => (packed ? [packed] : [])),
    ...(problem.atoms.length > MANY ? ROOMS.slice(1) : ROOMS).map((room) => fillRoles(problem, room)),
  ];
  const found = byPartition(problem, starts, solving);
  if (found?.handOffs.proven === true) return judgePartition(problem, found);
  const built = buildUp(problem, parts, starts, solving);
  const best = found ? judgePartition(problem, better(problem, found, built.roles)) : built;
  return withConnectedBound(problem, best, solving);
}

/** The hand-offs that no structure saves, whatever its number of roles, where that is more than is known. */
function withConnectedBound(problem: RoleProblem, best: Solution, { solver, effort }: Solving): Solution {
  const { handOffs } = best.levels;
  const kept = solver && !handOffs.proven ? mostKeptInside(problem, solver, EFFORTS[effort].parts) : null;
  if (kept === null) return best;
  const bound = problem.totalWeight - problem.uncertainWeight - kept;
  const raised = level(handOffs.value, Math.max(handOffs.lowerBound, bound), handOffs.proven);
  const method = `${best.method}; no fewer hand-offs, by packing the parts of roles that the flow connects`;
  return { ...best, levels: { ...best.levels, handOffs: raised }, method };
}

function byPartition(problem: RoleProblem, starts: readonly Roles[], solving: Solving): Partitioned | null {
  const { solver, effort } = solving;
  if (!solver || problem.atoms.length > MOST_LISTED) return null;
  const [known = []] = [...starts].sort((a, b) => compareCost(totalCost(problem, a), totalCost(problem, b)));
  return partitionByGoals(problem, known, solver, EFFORTS[effort]);
}

/** The better roles of two, with the bounds of the partition, which hold for all. */
function better(problem: RoleProblem, found: Partitioned, roles: Roles): Partitioned {
  const compared = compareCost(totalCost(problem, roles), totalCost(problem, found.roles));
  if (compared >= 0) return found;
  const unproven = <T extends Reached>(level: T): T => ({ ...level, proven: false });
  const { holdings, unevenness } = found;
  return { ...found, roles, holdings: unproven(holdings), unevenness: unproven(unevenness) };
}

function totalCost(problem: RoleProblem, roles: Roles): Cost {
  return roles.reduce((sum, atoms) => {
    const bundle = bundleOf(problem, atoms);
    return bundle ? plus(sum, costOf(problem, bundle)) : sum;
  }, NO_COST);
}

function partsOf(problem: RoleProblem): Part[] {
  let left = EXACT_WORK;
  const sets = independentSets(problem);
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
  const method = 'exact: set partitioning over all feasible roles by dynamic programming';
  return { roles, levels: judgeLevels(problem, roles, parts, proven), method };
}

function buildUp(
  problem: RoleProblem,
  parts: readonly Part[],
  starts: readonly Roles[],
  { solver, effort }: Solving,
): Solution {
  const open = new Set(parts.flatMap(({ atoms, table }) => (table ? [] : atoms)));
  const [improved = { roles: [], work: 0 }] = starts
    .map((start) => start.filter((atoms) => atoms.every((atom) => open.has(atom))))
    .map((built) => improve(problem, built))
    .sort((a, b) => compareCost(a.cost, b.cost));
  const times = solver ? Math.min(EFFORTS[effort].freed, Math.ceil(MOST_FREED / problem.atoms.length)) : 0;
  const freed = solver && times > 0 ? freeAndSolve(problem, improved.roles, solver, times) : improved.roles;
  const roles = [...freed, ...parts.flatMap(({ table }) => (table ? bestPartition(table) : []))];
  const method =
    'constructive: pairs that save most are joined (or roles packed tightly or filled one by one, whichever ends better), then neighbouring roles are freed and solved exactly' +
    ` (${improved.work} units of work)` +
    (times > 0 ? `, and up to ${times} times some more of them by set partitioning` : '') +
    '; bounds from load, breadth, duties kept apart and the lightest ways through the flow';
  return { roles, levels: judgeLevels(problem, roles, parts, false), method };
}
