import { bundleOf, positionsOf } from '../bundle.js';
import { isWithin, lessOthers, NO_CEILING, type Ceiling } from '../ceiling.js';
import { compareCost, costOf, minus, NO_COST, plus, totalCost, type Cost } from '../cost.js';
import type { IntegerSolver } from '../integer-solver.js';
import type { RoleProblem } from '../role-problem.js';
import { partitionByGoals, type Effort } from '../set-partition/partition-by-goals.js';
import { isEnough, untold } from '../watch.js';
import { partOfProblem } from './part-of-problem.js';

/** Atoms freed at a time: what set partitioning proves in some tenths of a second. */
const FREED = 30;
const FROM_EACH_SIDE = 3;
const EFFORT: Effort = {
  columns: 4_000,
  rounds: 3,
  whole: 4_000,
  iterations: 1_500,
  allGoals: false,
  parts: 0,
};

/**
 * Large neighbourhood search (Shaw 1998, CP98, LNCS 1520:417): frees a role with room left, the roles that most work
 * passes to and from, some that hold the same capabilities and some others with room, and partitions their atoms anew by
 * set partitioning, as many times as allowed. Never worse than what it is given, and within the ceiling where that is.
 * Costs some tenths of a second a time.
 */
export function freeAndSolve(
  problem: RoleProblem,
  roles: readonly (readonly number[])[],
  solver: IntegerSolver,
  times: number,
  ceiling: Ceiling = NO_CEILING,
): readonly (readonly number[])[] {
  const search = new Search(problem, roles, solver, ceiling);
  search.run(times);
  return search.roles();
}

interface Held {
  readonly atoms: readonly number[];
  readonly capabilities: readonly number[];
  readonly cost: Cost;
  /** Share of its positions that is not used. */
  readonly room: number;
}

class Search {
  private readonly held: (Held | null)[] = [];
  private readonly roleOf = new Map<number, number>();
  private readonly holdersOf = new Map<number, Set<number>>();
  private total: Cost;

  constructor(
    private readonly problem: RoleProblem,
    roles: readonly (readonly number[])[],
    private readonly solver: IntegerSolver,
    private readonly ceiling: Ceiling,
  ) {
    for (const atoms of roles) this.hold(atoms);
    this.total = this.held.reduce((sum, role) => plus(sum, role?.cost ?? NO_COST), NO_COST);
  }

  roles(): (readonly number[])[] {
    return this.held.flatMap((role) => (role ? [role.atoms] : []));
  }

  /** Those with most room first; what was made new waits for the next turn. */
  run(times: number): void {
    let left = times;
    this.solver.lookout?.cost(this.problem, this.total);
    this.solver.lookout?.stage('freeing neighbouring roles and solving them anew');
    for (let changed = true; changed && left > 0;) {
      changed = false;
      const order = this.byRoom();
      for (const [at, role] of order.entries()) {
        if (left <= 0 || isEnough(this.solver)) return;
        if (!this.held[role]) continue;
        left -= 1;
        if (!this.solveAround(role, order.slice(at + 1, at + 1 + FROM_EACH_SIDE))) continue;
        changed = true;
        this.solver.lookout?.cost(this.problem, this.total);
      }
    }
  }

  private byRoom(): number[] {
    const room = (role: number): number => this.held[role]?.room ?? 0;
    return [...this.held.keys()].filter((role) => this.held[role]).sort((a, b) => room(b) - room(a) || a - b);
  }

  private hold(atoms: readonly number[]): void {
    const bundle = bundleOf(this.problem, atoms);
    if (!bundle) return;
    const role = this.held.length;
    const room = 1 - bundle.load / (positionsOf(this.problem, bundle) * this.problem.capacity);
    const { capabilities } = bundle;
    this.held.push({ atoms, capabilities, cost: costOf(this.problem, bundle), room });
    for (const atom of atoms) this.roleOf.set(atom, role);
    for (const one of capabilities) {
      this.holdersOf.set(one, (this.holdersOf.get(one) ?? new Set()).add(role));
    }
  }

  private drop(role: number): void {
    for (const one of this.held[role]?.capabilities ?? []) this.holdersOf.get(one)?.delete(role);
    this.held[role] = null;
  }

  private solveAround(role: number, roomy: readonly number[]): boolean {
    const near = [...this.byFlow(role), ...this.byCapability(role)];
    const freed: number[] = [];
    const atoms: number[] = [];
    for (const one of new Set([role, ...roomy, ...near])) {
      const held = this.held[one];
      if (!held || atoms.length + held.atoms.length > FREED) continue;
      freed.push(one);
      atoms.push(...held.atoms);
    }
    return freed.length > 1 && this.solveAnew(freed, atoms);
  }

  private solveAnew(freed: readonly number[], atoms: readonly number[]): boolean {
    const ids = [...atoms].sort((a, b) => a - b);
    const numberOf = new Map(ids.map((id, at) => [id, at]));
    const known = freed.map((role) => this.held[role]?.atoms.flatMap((id) => numberOf.get(id) ?? []) ?? []);
    const before = freed.reduce((sum, role) => plus(sum, this.held[role]?.cost ?? NO_COST), NO_COST);
    const ceiling = lessOthers(this.ceiling, minus(this.total, before));
    const found = partitionByGoals(
      partOfProblem(this.problem, ids),
      known,
      untold(this.solver),
      EFFORT,
      ceiling,
    );
    if (!found) return false;
    const fresh = found.roles.map((role) => role.flatMap((at) => ids[at] ?? []));
    const after = totalCost(this.problem, fresh);
    if (compareCost(this.problem, after, before) >= 0 || !isWithin(ceiling, after)) return false;
    this.total = plus(minus(this.total, before), after);
    for (const role of freed) this.drop(role);
    for (const role of fresh) this.hold(role);
    return true;
  }

  private byFlow(role: number): number[] {
    const weights = new Map<number, number>();
    for (const atom of this.held[role]?.atoms ?? []) {
      this.problem.neighbours[atom]?.forEach((weight, other) => {
        const there = this.roleOf.get(other);
        if (there !== undefined && there !== role) weights.set(there, (weights.get(there) ?? 0) + weight);
      });
    }
    return [...weights]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, FROM_EACH_SIDE)
      .map(([other]) => other);
  }

  private byCapability(role: number): number[] {
    const shared = new Set<number>();
    for (const one of this.held[role]?.capabilities ?? []) {
      for (const other of this.holdersOf.get(one) ?? []) if (other !== role) shared.add(other);
    }
    const room = (other: number): number => this.held[other]?.room ?? 0;
    return [...shared].sort((a, b) => room(b) - room(a) || a - b);
  }
}
