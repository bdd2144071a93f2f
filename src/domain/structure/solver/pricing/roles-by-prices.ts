import { bundleOf, positionsOf } from '../bundle.js';
import { compareCost, totalCost, weightInside } from '../cost.js';
import type { IntegerSolver } from '../integer-solver.js';
import type { RoleProblem } from '../role-problem.js';
import type { Roles } from '../solution.js';
import { isEnough } from '../watch.js';
import { learnPrices } from './learn-prices.js';
import { RolePool } from './role-pool.js';
import { SeekRoles } from './seek-roles.js';

/** What work is worth each time, as a share of all positions if it all stayed inside, and how often roles are sought. */
interface Way {
  /** Little while positions are sought, more in between. */
  readonly worths: readonly number[];
  readonly rounds: number;
  /** Where some roles are freed again. */
  readonly again: number;
}

/** Where every choice of capabilities is looked at, a few at a time. */
const SEEING_ALL: Way = { worths: [0.16, 0.1, 0.3, 0.1], rounds: 32, again: 20 };
/** Where roles are sought around each step. */
const SEEING_SOME: Way = { worths: [0.05, 0.02, 0.15, 0.02, 0.15], rounds: 8, again: 4 };
/** An atom is worth its load and a little more to begin with, and never nothing. */
const ABOVE_LOAD = 1.06;
const LEAST = 0.01;
/** Rounds end where they find less than this share of the roles. */
const FEW = 0.2;
const LEAST_ROUNDS = 5;
const STEPS = 120;
const STEPS_BEFORE_TAKING = 300;
const STEPS_BETWEEN = 100;
/** The share of the roles still to be chosen that is chosen at a time, and what is as good as chosen. */
const AT_ONCE = 0.08;
const AS_GOOD_AS_CHOSEN = 0.97;
/** Of the roles that are freed again: this share, those with most room, and each so-and-so-many-th other. */
const ROOMY = 0.3;
const EVERY = 5;

/**
 * Roles of few positions: roles are sought at prices of the atoms, prices learned from the roles found, in turn (column
 * generation), and then the roles that are most taken at the last prices are chosen, some at a time, with prices and
 * roles sought again for what is left (a dive as in Caprara, Fischetti and Toth 1999, Operations Research 47:730). The
 * same again for those with most room, a few times. Begins with known roles; empty where it finds none that are better.
 * A matter of seconds for a thousand atoms.
 */
export function rolesByPrices(problem: RoleProblem, known: Roles, solver: IntegerSolver): Roles {
  const perWorth = totalCost(problem, known).positions / Math.max(1, problem.totalWeight);
  let best = known;
  const { worths, rounds, again } = new SeekRoles(problem, 0).seesAll ? SEEING_ALL : SEEING_SOME;
  for (const [time, worth] of worths.entries()) {
    if (isEnough(solver)) break;
    const perWeight = worth * perWorth;
    const freed = time === 0 ? best : roomiest(problem, best, time);
    const found = priced(problem, freed, solver, { perWeight, rounds: time === 0 ? rounds : again });
    const before = new Set(freed);
    const roles = [...best.filter((role) => !before.has(role)), ...found];
    if (found.length > 0 && compareCost(problem, totalCost(problem, found), totalCost(problem, freed)) < 0)
      best = roles;
  }
  return best === known ? [] : best;
}

/** The roles with most room left, and every so many of the others, another one each time. */
function roomiest(problem: RoleProblem, roles: Roles, time: number): Roles {
  const roomOf = (role: readonly number[]): number => {
    const bundle = bundleOf(problem, role);
    return bundle ? 1 - bundle.load / (positionsOf(problem, bundle) * problem.capacity) : 0;
  };
  const order = roles
    .map((role, at) => ({ role, at, room: roomOf(role) }))
    .sort((a, b) => b.room - a.room || a.at - b.at);
  const most = Math.ceil(order.length * ROOMY);
  return order.filter((_, at) => at < most || (at + time) % EVERY === 0).map(({ role }) => role);
}

function priced(
  problem: RoleProblem,
  known: Roles,
  solver: IntegerSolver,
  { perWeight, rounds }: { readonly perWeight: number; readonly rounds: number },
): Roles {
  const search = new Search(problem, known, perWeight);
  for (let round = 0; round < rounds && !isEnough(solver); round += 1) {
    const found = search.seek();
    search.learn(STEPS);
    if (found < known.length * FEW && round + 1 >= LEAST_ROUNDS) break;
  }
  search.learn(STEPS_BEFORE_TAKING);
  while (search.isOpen() && !isEnough(solver)) {
    search.take();
    search.seek();
    search.learn(STEPS_BETWEEN);
  }
  return search.isOpen() ? [] : search.chosen;
}

class Search {
  readonly chosen: (readonly number[])[] = [];
  private pool = new RolePool();
  private prices: Float64Array;
  private taken: Float64Array = new Float64Array(0);
  private readonly left: Uint8Array;
  private open: number;
  /** Positions of what is known, shared out to what is still open. */
  private readonly perAtom: number;
  private readonly sought: SeekRoles;
  private readonly isClosed: boolean;

  constructor(
    private readonly problem: RoleProblem,
    known: Roles,
    private readonly perWeight: number,
  ) {
    const { atoms, capacity } = problem;
    this.left = new Uint8Array(atoms.length);
    for (const atom of known.flat()) this.left[atom] = 1;
    this.open = known.flat().length;
    // A full role is then worth a little more than it costs, and nothing else is.
    this.prices = Float64Array.from(atoms, ({ load }) => Math.max(load / capacity, LEAST) * ABOVE_LOAD);
    this.isClosed = atoms.every(({ capabilities }) => capabilities.length <= problem.maxCapabilities);
    let total = 0;
    const usable: (readonly [readonly number[], number])[] = [];
    for (const role of known) {
      const positions = this.positionsOf(role);
      if (positions === null) continue;
      total += positions;
      usable.push([role, positions]);
    }
    this.perAtom = total / Math.max(1, this.open);
    this.sought = new SeekRoles(problem, perWeight);
    for (const [role, positions] of usable) this.pool.add(role, positions, this.keptIn(role));
    atoms.forEach((atom, at) => {
      if (this.left[at] === 1) this.pool.add([at], positionsOf(problem, atom), 0);
    });
  }

  isOpen(): boolean {
    return this.open > 0;
  }

  /** Puts roles in that are worth more than their positions; tells how many. */
  seek(): number {
    let found = 0;
    for (const { atoms, positions } of this.sought.find(this.prices, this.left))
      if (this.pool.add(atoms, positions, this.keptIn(atoms))) found += 1;
    return found;
  }

  learn(steps: number): void {
    const upper = this.perAtom * this.open + 1;
    const { prices, taken } = learnPrices(this.pool, this.left, this.prices, upper, steps);
    this.prices = prices;
    this.taken = taken;
  }

  /** Chooses the roles that are taken most, none over an atom of another; what is left of the others stays in the pool. */
  take(): void {
    const { pool, taken, left } = this;
    const costs = Float64Array.from({ length: pool.size }, (_, role) => pool.leftOf(role, this.prices));
    const order = Array.from({ length: pool.size }, (_, role) => role).sort(
      (a, b) => (taken[b] ?? 0) - (taken[a] ?? 0) || (costs[a] ?? 0) - (costs[b] ?? 0) || a - b,
    );
    const want = Math.max(1, Math.ceil(this.perAtom * this.open * AT_ONCE));
    let count = 0;
    for (const role of order) {
      if (count >= want && (taken[role] ?? 0) < AS_GOOD_AS_CHOSEN) break;
      if (pool.countOf(role, left) < pool.sizeOf(role)) continue;
      const atoms = pool.atomsOf(role);
      for (const atom of atoms) left[atom] = 0;
      this.open -= atoms.length;
      this.chosen.push(atoms);
      count += 1;
    }
    this.pool = this.rest();
  }

  /** The roles without the atoms that are chosen. A part of a role may always be a role. */
  private rest(): RolePool {
    const rest = new RolePool();
    const { pool, left } = this;
    for (let role = 0; role < pool.size; role += 1) {
      const size = pool.sizeOf(role);
      const count = pool.countOf(role, left);
      if (count === 0) continue;
      if (count === size) {
        rest.take(pool, role);
        continue;
      }
      const open = pool.atomsOf(role).filter((atom) => left[atom] === 1);
      const positions = this.positionsOfPart(open);
      if (positions !== null) rest.add(open, positions, this.keptIn(open));
    }
    return rest;
  }

  private keptIn(atoms: readonly number[]): number {
    return weightInside(this.problem, atoms) * this.perWeight;
  }

  /** Where no atom is wider than roles may be, a part of a role is one whatever is left out. */
  private positionsOfPart(atoms: readonly number[]): number | null {
    if (!this.isClosed) return this.positionsOf(atoms);
    let [load, people, fourEyes] = [0, 1, false];
    for (const id of atoms) {
      const atom = this.problem.atoms[id];
      if (!atom) continue;
      load += atom.load;
      people = Math.max(people, atom.people);
      fourEyes ||= atom.fourEyes || atom.checks.some((other) => atoms.includes(other));
    }
    return positionsOf(this.problem, { load, people, fourEyes });
  }

  private positionsOf(atoms: readonly number[]): number | null {
    const bundle = bundleOf(this.problem, atoms);
    return bundle && positionsOf(this.problem, bundle);
  }
}
