import { positionsOf } from '../bundle.js';
import { totalCost, weightInside } from '../cost.js';
import type { IntegerSolver } from '../integer-solver.js';
import { ALL, DearestRoles } from '../pricing/dearest-roles.js';
import { learnPrices } from '../pricing/learn-prices.js';
import { RolePool } from '../pricing/role-pool.js';
import { SeekRoles } from '../pricing/seek-roles.js';
import type { RoleProblem } from '../role-problem.js';
import type { Roles } from '../solution.js';
import { wholeWeight } from '../set-partition/whole-unit.js';
import { isEnough } from '../watch.js';

/** All work that passes between steps is worth so much of the positions, which is near to where the bound is best. */
const WORTH = 0.35;
/** How often roles are sought at the prices learned so far, and steps of learning after each time. */
const ROUNDS = 60;
const STEPS = 50;
/** Choices looked at and sets weighed while prices are lowered. */
const WORK = 10_000_000;
/** What sums of prices may be off by, as a share of the positions. */
const ROUNDING = 1e-6;

/**
 * The most weight that any structure of no more positions than these roles take can keep inside. Steps get prices, and
 * work that stays inside a worth, at which no role is worth more than its positions: then no structure is, so what
 * the prices leave of the positions bounds what stays inside (Lagrangian bound of column generation: Geoffrion 1974,
 * Mathematical Programming Study 2:82). Prices are learned from roles that are sought for it, and at the end lowered
 * wherever a set is still worth more than its positions, so the bound holds however well they were learned. null where
 * there are more choices of capabilities than can be looked at. Some seconds for a thousand atoms.
 */
export function mostKeptAt(problem: RoleProblem, roles: Roles, solver: IntegerSolver): number | null {
  const { positions } = totalCost(problem, roles);
  if (problem.totalWeight <= 0 || positions === 0) return null;
  const perWeight = (WORTH * positions) / problem.totalWeight;
  const sought = new SeekRoles(problem, perWeight);
  if (!sought.seesAll) return null;
  const learned = new Learning(problem, roles, positions, perWeight, sought).learn(solver);
  return learned && boundAt(problem, positions, learned, perWeight);
}

class Learning {
  private readonly pool = new RolePool();
  private readonly left: Uint8Array;
  private prices: Float64Array;

  constructor(
    private readonly problem: RoleProblem,
    roles: Roles,
    private readonly positions: number,
    private readonly perWeight: number,
    private readonly sought: SeekRoles,
  ) {
    const { atoms, capacity } = problem;
    this.left = new Uint8Array(atoms.length).fill(1);
    this.prices = Float64Array.from(atoms, ({ load }) => load / capacity);
    for (const role of roles) this.add(role, totalCost(problem, [role]).positions);
    atoms.forEach((atom, at) => this.add([at], positionsOf(problem, atom)));
  }

  /** Prices after some rounds of seeking and learning; null where somebody says that it is enough. */
  learn(solver: IntegerSolver): Float64Array | null {
    for (let round = 0; round < ROUNDS; round += 1) {
      if (isEnough(solver) || !this.sought.seesAll) return null;
      for (const { atoms, positions } of this.sought.find(this.prices, this.left)) this.add(atoms, positions);
      const { prices } = learnPrices(this.pool, this.left, this.prices, this.positions + 1, STEPS);
      this.prices = prices;
    }
    return this.prices;
  }

  private add(atoms: readonly number[], positions: number): void {
    this.pool.add(atoms, positions, weightInside(this.problem, atoms) * this.perWeight);
  }
}

/** What is kept at most at prices that are lowered until no role is worth more than its positions. */
function boundAt(
  problem: RoleProblem,
  positions: number,
  prices: Float64Array,
  perWeight: number,
): number | null {
  // An atom that is too much for any role beside others is one by itself.
  const ofAtoms = prices.map((price, at) => {
    const atom = problem.atoms[at];
    return atom ? Math.min(price, positionsOf(problem, atom)) : price;
  });
  const seen = (set: Int32Array, size: number, taken: number, worth: number): boolean => {
    const less = (worth - taken) / size;
    for (let at = 0; at < size; at += 1) ofAtoms[set[at] ?? 0] = (ofAtoms[set[at] ?? 0] ?? 0) - less;
    return true;
  };
  if (!new DearestRoles(problem).look({ ofAtoms, perWeight, seen }, ALL, WORK)) return null;
  const worth = ofAtoms.reduce((sum, one) => sum + one, 0);
  const most = (positions * (1 + ROUNDING) - worth) / perWeight;
  return Math.max(0, wholeWeight(problem, Math.ceil(most)));
}
