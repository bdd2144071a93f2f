import { bundleOf, positionsOf } from '../bundle.js';
import { compareCost, totalCost } from '../cost.js';
import type { IntegerSolver } from '../integer-solver.js';
import type { RoleProblem } from '../role-problem.js';
import type { Roles } from '../solution.js';
import { isEnough } from '../watch.js';
import { learnPrices } from './learn-prices.js';
import { RolePool } from './role-pool.js';
import { RolesAround } from './roles-around.js';

/** All work that passes between steps is worth so much of the positions: little while positions are sought, more in between. */
const WORTHS_OF_WORK = [0.05, 0.02, 0.15, 0.02, 0.15];
/** An atom is worth its load and a little more to begin with, and never nothing. */
const ABOVE_LOAD = 1.06;
const LEAST = 0.01;
/** Rounds in which roles are sought at the prices that those before them led to; fewer where some roles are freed again. */
const ROUNDS = 8;
const ROUNDS_AGAIN = 4;
const FOR_EACH = 3;
/** Rounds end where they find less than this share of the roles. */
const FEW = 0.2;
const STEPS = 150;
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
  for (const [time, worth] of WORTHS_OF_WORK.entries()) {
    if (isEnough(solver)) break;
    const perWeight = worth * perWorth;
    const freed = time === 0 ? best : roomiest(problem, best, time);
    const found = priced(problem, freed, solver, { perWeight, rounds: time === 0 ? ROUNDS : ROUNDS_AGAIN });
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
    if (found < known.length * FEW) break;
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
  private readonly around: RolesAround;
  private readonly isClosed: boolean;

  constructor(
    private readonly problem: RoleProblem,
    known: Roles,
    perWeight: number,
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
    this.around = new RolesAround(problem, perWeight);
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
    this.around.lookAt(this.prices, this.left);
    let found = 0;
    for (let seed = 0; seed < this.left.length; seed += 1) {
      if (this.left[seed] !== 1) continue;
      for (const { atoms, positions } of this.around.around(seed, FOR_EACH))
        if (this.pool.add(atoms, positions, this.keptIn(atoms))) found += 1;
    }
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
    const { pool, taken } = this;
    const costs = Float64Array.from({ length: pool.size }, (_, role) => this.costOf(role));
    const order = Array.from({ length: pool.size }, (_, role) => role).sort(
      (a, b) => (taken[b] ?? 0) - (taken[a] ?? 0) || (costs[a] ?? 0) - (costs[b] ?? 0) || a - b,
    );
    const want = Math.max(1, Math.ceil(this.perAtom * this.open * AT_ONCE));
    let count = 0;
    for (const role of order) {
      if (count >= want && (taken[role] ?? 0) < AS_GOOD_AS_CHOSEN) break;
      const atoms = pool.atomsOf(role);
      if (!atoms.every((atom) => this.left[atom] === 1)) continue;
      for (const atom of atoms) this.left[atom] = 0;
      this.open -= atoms.length;
      this.chosen.push(atoms);
      count += 1;
    }
    this.pool = this.rest();
  }

  /** What the atoms of a role leave of its positions at these prices. */
  private costOf(role: number): number {
    const worth = this.pool.atomsOf(role).reduce((sum, atom) => sum + (this.prices[atom] ?? 0), 0);
    return (this.pool.costs[role] ?? 0) - worth;
  }

  /** The roles without the atoms that are chosen. A part of a role may always be a role. */
  private rest(): RolePool {
    const rest = new RolePool();
    for (let role = 0; role < this.pool.size; role += 1) {
      const atoms = this.pool.atomsOf(role);
      const open = atoms.filter((atom) => this.left[atom] === 1);
      if (open.length === 0) continue;
      const positions =
        open.length === atoms.length ? (this.pool.positions[role] ?? null) : this.positionsOfPart(open);
      if (positions !== null) rest.add(open, positions, this.keptIn(open));
    }
    return rest;
  }

  private keptIn(atoms: readonly number[]): number {
    const kept = atoms.reduce((sum, atom, at) => sum + this.around.keptWith(atom, atoms.slice(at + 1)), 0);
    return kept;
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
