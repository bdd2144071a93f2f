import type { Cost } from '../cost.js';
import { boundOf, inOrder, judgeLevels, level } from '../judge-levels.js';
import type { RoleProblem } from '../role-problem.js';
import type { Levels, Solution, SolvedLevel } from '../solution.js';
import type { Partitioned } from './partition-by-goals.js';

/** A partition found by goals as a solution: its bounds beside those that hold whatever the method, the higher of each. */
export function judgePartition(problem: RoleProblem, found: Partitioned): Solution {
  const all = problem.atoms.map((_, at) => at);
  const plain = judgeLevels(problem, found.roles, [{ atoms: all, table: null }], false);
  const method =
    `all ${found.columns} roles that the limits allow were listed, and the best choice of them sought goal by goal` +
    ` (set partitioning: a linear program with cuts, then integer programs over the roles that cost its bound least; ${found.work} simplex iterations)`;
  return { roles: found.roles, levels: levelsOf(problem, found, plain), method };
}

/**
 * What a later goal can reach depends on the earlier ones: the bound of the second holds for a first that is no worse
 * than what was found, those of the later ones only once all before are settled.
 */
function levelsOf(problem: RoleProblem, found: Partitioned, plain: Levels): Levels {
  const certain = problem.uncertainWeight === 0;
  const least: Cost = {
    positions: found.positions.bound,
    saved: -found.handOffs.bound,
    holdings: found.holdings.bound,
  };
  const reached = { POSITIONS: found.positions, HAND_OFFS: found.handOffs, FRAGMENTATION: found.holdings };
  const known = { POSITIONS: plain.positions, HAND_OFFS: plain.handOffs, FRAGMENTATION: plain.fragmentation };
  const [first, second] = problem.order;
  const levels = inOrder(problem, (goal, settled) => {
    const holds = goal === first || settled || (goal === second && (first !== 'HAND_OFFS' || certain));
    const proven = reached[goal].proven && (goal === first || settled) && (certain || goal === 'POSITIONS');
    return better(known[goal], holds ? boundOf(problem, goal, least) : 0, proven);
  });
  const settled = certain && Object.values(levels).every(({ proven }) => proven);
  const { unevenness } = found;
  return {
    ...levels,
    unevenness: better(plain.unevenness, settled ? unevenness.bound : 0, settled && unevenness.proven),
  };
}

/** The higher of two bounds; the value itself where that is proven, whatever units round. */
function better({ value, lowerBound }: SolvedLevel, bound: number, isProven: boolean): SolvedLevel {
  return level(value, isProven ? value : Math.max(lowerBound, bound));
}
