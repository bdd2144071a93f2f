import { isWithin, limitedGoals, type Ceiling } from './ceiling.js';
import { compareCost, totalCost } from './cost.js';
import { bestPartition } from './exact-partition.js';
import { fillRoles } from './fill-roles.js';
import { mergeGreedily } from './greedy-merge.js';
import { improve } from './improve.js';
import type { IntegerSolver } from './integer-solver.js';
import { judgeLevels, type Part } from './judge-levels.js';
import type { Lookout } from './lookout.js';
import { freeAndSolve } from './neighbourhood/free-and-solve.js';
import { packTightly } from './pack-tightly.js';
import type { RoleProblem } from './role-problem.js';
import type { Roles, Solution } from './solution.js';
import { EFFORTS, type Solving } from './solving.js';
import { beside, isEnough } from './watch.js';

/** Room in a role, as a share of a position, that is not worth filling at the price of a hand-off. */
const ROOMS = [0, 0.01];
/** Beyond so many atoms roles are filled in one way only, and fewer of them are freed: so often times their number. */
const MANY = 20_000;
const MOST_FREED = 3_000_000;
const MOST_AS_EVER = 400;
const FREED_OF_PRICED = 12;

/** Roles to begin with, the first of them told at once; connected: roles that keep much of the flow inside, where they are known. */
export function startsFor(
  problem: RoleProblem,
  connected: Roles | null,
  lookout: Lookout | undefined,
): Roles[] {
  const merged = mergeGreedily(problem, connected ?? undefined);
  lookout?.found(problem, merged);
  // Filled roles are full and little else: of use only where positions come first.
  if (problem.order[0] === 'HAND_OFFS') return [merged];
  const packed = packTightly(problem);
  const rooms = problem.atoms.length > MANY ? ROOMS.slice(1) : ROOMS;
  return [merged, ...(packed ? [packed] : []), ...rooms.map((room) => fillRoles(problem, room))];
}

/** Where other goals come first, and atoms are not too many: roles that keep much of the flow inside, joined for those goals. */
export function moreStarts(problem: RoleProblem, connected: Roles): Roles[] {
  return problem.atoms.length > MANY ? [] : [mergeGreedily(problem, connected)];
}

/** The best of what was known to begin with, improved step by step within the ceiling, with bounds from other sources. */
export function buildUp(
  problem: RoleProblem,
  parts: readonly Part[],
  starts: readonly Roles[],
  { solver, effort }: Solving,
  ceiling: Ceiling,
): Solution {
  const open = new Set(parts.flatMap(({ atoms, table }) => (table ? [] : atoms)));
  const [improved = { roles: [], work: 0 }] = starts
    .map((start) => start.filter((atoms) => atoms.every((atom) => open.has(atom))))
    .map((built) => improve(problem, built, ceiling, () => isEnough(solver)))
    .sort((a, b) => compareCost(problem, a.cost, b.cost));
  const times = solver ? timesFor(problem, effort) : 0;
  const settled = parts.flatMap(({ table }) => (table ? bestPartition(table) : []));
  const free = (solver: IntegerSolver): Roles =>
    freeAndSolve(problem, improved.roles, beside(solver, totalCost(problem, settled)), times, ceiling);
  const searched = solver && times > 0 ? free(solver) : improved.roles;
  // A search that was ended may stand at many roles of the same work: joining what may be one costs no goal.
  const isCut = isEnough(solver) && limitedGoals(ceiling).length === 0;
  const roles = [...(isCut ? mergeGreedily(problem, searched) : searched), ...settled];
  const method =
    'constructive: pairs that save most are joined (or roles packed tightly, filled one by one or sought by prices of their steps, whichever ends better), then neighbouring roles are freed and solved exactly' +
    ` (${improved.work} units of work)` +
    (times > 0 ? `, and up to ${times} times some more of them by set partitioning` : '') +
    (isCut ? '; ended early, and pairs that save were joined once more' : '') +
    '; bounds from load, breadth, duties kept apart and the lightest ways through the flow';
  return { roles, levels: judgeLevels(problem, roles, parts, false), method };
}

function timesFor({ atoms, order }: RoleProblem, effort: Solving['effort']): number {
  const { freed, freedUpTo, pricedUpTo } = EFFORTS[effort];
  // Roles sought by prices are so full that freeing a few of them seldom brings more.
  if (order[0] === 'POSITIONS' && atoms.length > MOST_AS_EVER && atoms.length <= pricedUpTo)
    return Math.min(freed, FREED_OF_PRICED);
  return atoms.length > freedUpTo ? 0 : Math.min(freed, Math.ceil(MOST_FREED / atoms.length));
}

/** The roles of the first that keep the ceiling and that no other beats. */
export function bestOf(problem: RoleProblem, all: readonly Roles[], ceiling: Ceiling): Roles {
  const [best] = all
    .map((roles) => ({ roles, cost: totalCost(problem, roles) }))
    .filter(({ cost }) => limitedGoals(ceiling).length === 0 || isWithin(ceiling, cost))
    .sort((a, b) => compareCost(problem, a.cost, b.cost));
  return best?.roles ?? [];
}
