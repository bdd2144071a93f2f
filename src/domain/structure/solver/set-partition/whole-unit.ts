import type { RoleProblem } from '../role-problem.js';

/** Sums of weights in units of this many parts are still told apart by a solver. */
const PARTS = 1e6;

/** The largest number that divides all weights of the flow; where sums would be too fine for a solver, a coarser one. */
export function wholeUnitOf({ arcs }: Pick<RoleProblem, 'arcs'>): number {
  const common = arcs.reduce((divisor, { weight }) => greatestCommon(divisor, weight), 0);
  const total = arcs.reduce((sum, { weight }) => sum + weight, 0);
  return Math.max(1, common, total / PARTS);
}

function greatestCommon(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** All weights are whole numbers of one unit, so what is kept inside is one too: the most that is no more than given. */
export function wholeWeight(problem: RoleProblem, most: number): number {
  const unit = wholeUnitOf(problem);
  const divides = problem.arcs.every(({ weight }) => weight % unit === 0);
  return divides ? Math.floor(most / unit) * unit : most;
}
