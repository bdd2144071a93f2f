import type { SummedGoal } from '../structure-goals.js';
import { NO_CEILING } from './ceiling.js';
import { independentSets } from './components.js';
import { isSame, totalCost, type Cost } from './cost.js';
import { evenestPartition } from './evenest-partition.js';
import { costsOf, solveExactly, type ExactTable } from './exact-partition.js';
import { judgeLevels } from './judge-levels.js';
import type { RoleProblem } from './role-problem.js';
import type { Solution } from './solution.js';
import { solveRoles } from './solve-roles.js';
import type { Solving } from './solving.js';

/** One point between fewest people and fewest hand-offs. */
export interface FrontPoint {
  readonly solution: Solution;
  readonly order: readonly SummedGoal[];
  /** The positions that it could use at most; null for the two ends, which have no such limit. */
  readonly mostPositions: number | null;
  readonly positions: number;
  /** Weight of the transfers between roles. */
  readonly handedOff: number;
}

/** Points in order of positions; complete where it is proven that none is missing and none can be improved. */
export interface SolvedFront {
  readonly points: readonly FrontPoint[];
  readonly complete: boolean;
}

const PEOPLE_FIRST: readonly SummedGoal[] = ['POSITIONS', 'HAND_OFFS', 'FRAGMENTATION'];
const HAND_OFFS_FIRST: readonly SummedGoal[] = ['HAND_OFFS', 'POSITIONS', 'FRAGMENTATION'];
/** Sets looked at by dynamic programming: about half a second. */
const EXACT_WORK = 6_000_000;
/** Points between the two ends that are sought one by one, and beyond so many atoms. */
const BETWEEN = { QUICK: 3, THOROUGH: 12 } as const;
const LARGE = 400;
const BETWEEN_OF_LARGE = 3;

/**
 * From fewest people to fewest hand-offs: all points at once where sets are few enough for dynamic programming, else
 * the two ends and the fewest hand-offs for numbers of positions between them (the ε-constraint method: Haimes, Lasdon
 * and Wismer 1971, IEEE Transactions on Systems, Man, and Cybernetics 1:296). None is worse than another in both.
 */
export function solveFront(problem: RoleProblem, solving: Solving): SolvedFront {
  return allAtOnce(problem, solving) ?? oneByOne(problem, solving);
}

function allAtOnce(problem: RoleProblem, solving: Solving): SolvedFront | null {
  const people = { ...problem, order: PEOPLE_FIRST };
  const ordered = { ...problem, order: HAND_OFFS_FIRST };
  const atoms = independentSets(problem).flat();
  const ceiling = { ...NO_CEILING, positions: Number.MAX_SAFE_INTEGER };
  const table = solveExactly(ordered, atoms, EXACT_WORK, ceiling);
  if (!table) return null;
  const costs = [...costsOf(table)].sort((a, b) => a.positions - b.positions);
  const [first, ...others] = costs;
  if (!first) return null;
  // Of roles that are equally good the choice begins with those that are suggested without one.
  const usual = solveRoles(people, solving);
  const fewest = isSame(totalCost(people, usual.roles), first)
    ? { solution: usual, order: PEOPLE_FIRST, ...placeOf(people, first) }
    : pointOf(people, { ...table, cost: first });
  const points = [
    { ...fewest, mostPositions: null },
    ...others.map((cost, at) => ({
      ...pointOf(ordered, { ...table, cost }),
      mostPositions: at === others.length - 1 ? null : cost.positions,
    })),
  ];
  return { points, complete: problem.uncertainWeight === 0 };
}

function pointOf(problem: RoleProblem, table: ExactTable): Omit<FrontPoint, 'mostPositions'> {
  const { roles, proven } = evenestPartition([table]);
  const levels = judgeLevels(problem, roles, [{ atoms: table.atoms, table }], proven);
  const method =
    'exact: all best pairs of positions and hand-offs by dynamic programming over sets of steps still to be covered';
  return { solution: { roles, levels, method }, order: problem.order, ...placeOf(problem, table.cost) };
}

function placeOf(problem: RoleProblem, cost: Cost): Pick<FrontPoint, 'positions' | 'handedOff'> {
  return { positions: cost.positions, handedOff: problem.totalWeight - cost.saved };
}

function oneByOne(problem: RoleProblem, solving: Solving): SolvedFront {
  const people = { ...problem, order: PEOPLE_FIRST };
  const flow = { ...problem, order: HAND_OFFS_FIRST };
  const made = (
    solution: Solution,
    order: readonly SummedGoal[],
    mostPositions: number | null,
  ): FrontPoint => ({
    solution,
    order,
    mostPositions,
    ...placeOf(problem, totalCost(problem, solution.roles)),
  });
  const lookout = solving.solver?.lookout;
  lookout?.part('the fewest people');
  const fewest = made(solveRoles(people, solving), PEOPLE_FIRST, null);
  lookout?.part('the fewest hand-offs');
  const last = made(solveRoles(flow, solving), HAND_OFFS_FIRST, null);
  const most = problem.atoms.length > LARGE ? BETWEEN_OF_LARGE : BETWEEN[solving.effort];
  const budgets = budgetsBetween(fewest.positions, last.positions, most);
  const between = budgets.map((positions) => {
    lookout?.part(`with ${positions} positions at most`);
    const within = { ceiling: { ...NO_CEILING, positions }, known: fewest.solution.roles };
    return made(solveRoles(flow, solving, within), HAND_OFFS_FIRST, positions);
  });
  const all = [fewest, ...between, last];
  const everyOne = budgets.length === Math.max(0, last.positions - fewest.positions - 1);
  const complete =
    everyOne && all.every(({ solution: { levels } }) => levels.positions.proven && levels.handOffs.proven);
  return { points: unbeaten(all), complete };
}

/** Whole numbers between two, all of them or so many at even distances. */
function budgetsBetween(from: number, to: number, most: number): number[] {
  const inside = Math.max(0, to - from - 1);
  const count = Math.min(inside, most);
  const budgets = Array.from(
    { length: count },
    (_, at) => from + Math.round(((at + 1) * (to - from)) / (count + 1)),
  );
  return [...new Set(budgets)].filter((one) => one > from && one < to);
}

/** Points that no other is at least as good as in both, the first of equal ones, in order of positions. */
function unbeaten(points: readonly FrontPoint[]): FrontPoint[] {
  const order = [...points].sort((a, b) => a.positions - b.positions || a.handedOff - b.handedOff);
  return order.filter((point, at) =>
    order.slice(0, at).every(({ handedOff }) => handedOff > point.handedOff),
  );
}
