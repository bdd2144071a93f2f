import { holdingsOf } from '../cost.js';
import { level, judgeLevels } from '../judge-levels.js';
import type { RoleProblem } from '../role-problem.js';
import type { Levels, Solution, SolvedLevel } from '../solution.js';
import type { Partitioned } from './partition-by-goals.js';

/** A partition found by goals as a solution: its bounds beside those that hold whatever the method, the higher of each. */
export function judgePartition(problem: RoleProblem, found: Partitioned): Solution {
  const all = problem.atoms.map((_, at) => at);
  const plain = judgeLevels(problem, found.roles, [{ atoms: all, table: null }], false);
  const method =
    `set partitioning over ${found.columns} feasible roles, goal by goal: a linear program with cuts, then integer programs over the roles that cost its bound least` +
    ` (${found.work} simplex iterations)`;
  return { roles: found.roles, levels: levelsOf(problem, found, plain), method };
}

function levelsOf(problem: RoleProblem, found: Partitioned, plain: Levels): Levels {
  // Where two shared steps follow each other the weights are estimates, and so are optima that rest on them.
  const certain = problem.uncertainWeight === 0;
  const { positions, handOffs, holdings, unevenness } = found;
  const distinct = holdingsOf(problem, [...new Set(problem.atoms.flatMap((atom) => atom.capabilities))]);
  const cut = problem.totalWeight + handOffs.bound - problem.uncertainWeight;
  // What a later goal can reach depends on the earlier ones, so its bound holds only once those are settled.
  const settled = certain && positions.proven;
  const bound = {
    fragmentation: settled ? holdings.bound - distinct : 0,
    unevenness: settled && handOffs.proven && holdings.proven ? unevenness.bound : 0,
  };
  return {
    positions: better(plain.positions, positions.bound, positions.proven),
    handOffs: better(plain.handOffs, cut, certain && handOffs.proven),
    fragmentation: better(plain.fragmentation, bound.fragmentation, certain && holdings.proven),
    unevenness: better(plain.unevenness, bound.unevenness, certain && unevenness.proven),
  };
}

/** The higher of two bounds; the value itself where that is proven, whatever units round. */
function better({ value, lowerBound, proven }: SolvedLevel, bound: number, isProven: boolean): SolvedLevel {
  return level(value, isProven ? value : Math.max(lowerBound, bound), proven || isProven);
}
