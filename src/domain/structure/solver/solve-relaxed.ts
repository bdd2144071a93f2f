import type { Relaxed, SummedGoal } from '../structure-goals.js';
import { NO_CEILING, type Ceiling } from './ceiling.js';
import { totalCost, type Cost } from './cost.js';
import { level, toldOf } from './judge-levels.js';
import type { RoleProblem } from './role-problem.js';
import type { Levels, Roles, Solution, SolvedLevel } from './solution.js';
import { solveRoles } from './solve-roles.js';
import type { Solving } from './solving.js';

/** Shares are of numbers that are whole or counted in millionths: what is lost in rounding is given back. */
const ROUNDING = 1e-9;

/**
 * Roles goal by goal, where a goal may be exceeded by a share of its best value for the sake of those after it: each
 * such goal is minimised first, and then its value and those before it become a ceiling (the ε-constraint method:
 * Haimes, Lasdon and Wismer 1971, IEEE Transactions on Systems, Man, and Cybernetics 1:296).
 */
export function solveRelaxed(
  problem: RoleProblem,
  relax: Relaxed,
  solving: Solving,
  known: Roles | null = null,
): Solution {
  let solution = solveRoles(problem, solving, null, known);
  let ceiling = NO_CEILING;
  const settled = new Map<SummedGoal, SolvedLevel>();
  problem.order.forEach((goal, at) => {
    const cost = totalCost(problem, solution.roles);
    const share = relax[goal] ?? 0;
    settled.set(goal, solution.levels[LEVEL_OF[goal]]);
    ceiling = lowered(problem, ceiling, goal, cost, share);
    const after = problem.order.slice(at + 1);
    if (share === 0 || after.length === 0) return;
    const order = [...after, ...problem.order.slice(0, at + 1)];
    solution = solveRoles({ ...problem, order }, solving, { ceiling, known: solution.roles });
  });
  return { ...solution, levels: levelsOf(problem, solution, settled) };
}

const LEVEL_OF = { POSITIONS: 'positions', HAND_OFFS: 'handOffs', FRAGMENTATION: 'fragmentation' } as const;

function lowered(
  problem: RoleProblem,
  ceiling: Ceiling,
  goal: SummedGoal,
  cost: Cost,
  share: number,
): Ceiling {
  const room = toldOf(problem, goal, cost) * share * (1 + ROUNDING);
  switch (goal) {
    case 'POSITIONS':
      return { ...ceiling, positions: Math.floor(cost.positions + room) };
    case 'HAND_OFFS':
      return { ...ceiling, saved: Math.ceil(cost.saved - room) };
    case 'FRAGMENTATION':
      return { ...ceiling, holdings: Math.floor(cost.holdings + room) };
  }
}

/** Values as they are in the end, with the bounds that were found while each goal was the first of those left. */
function levelsOf(
  problem: RoleProblem,
  solution: Solution,
  settled: ReadonlyMap<SummedGoal, SolvedLevel>,
): Levels {
  const cost = totalCost(problem, solution.roles);
  const told = (goal: SummedGoal): SolvedLevel =>
    level(toldOf(problem, goal, cost), settled.get(goal)?.lowerBound ?? 0);
  const levels = {
    positions: told('POSITIONS'),
    handOffs: told('HAND_OFFS'),
    fragmentation: told('FRAGMENTATION'),
  };
  return { ...solution.levels, ...levels };
}
