import { bundleOf, bundleOfAtom, joined, type Bundle } from './bundle.js';
import { isWithin, lessOthers, limitedGoals, NO_CEILING, type Ceiling } from './ceiling.js';
import { compareCost, costOf, minus, NO_COST, plus, type Cost } from './cost.js';
import { bestPartition, solveExactly } from './exact-partition.js';
import type { RoleProblem } from './role-problem.js';

/** Atoms that are freed and solved anew at a time: fewer where there are many roles. */
const FREED = 12;
const FREED_OF_MANY = 8;
const MANY_ROLES = 100;
/** Work that one neighbourhood and all together may take: about half a second. */
const WORK_AT_ONCE = 60_000;
const MOST_WORK = 1_000_000;
/** What finding and weighing one role costs beside one step of dynamic programming. */
const WEIGHING = 20;
const NEAREST = 4;
/** Atoms are moved one by one only between roles of so many together. */
const MOVABLE = 60;

interface Held {
  readonly atoms: readonly number[];
  readonly bundle: Bundle;
  readonly cost: Cost;
}

/** Roles after the search, what they cost, and the work that it took. */
export interface Improved {
  readonly roles: number[][];
  readonly cost: Cost;
  readonly work: number;
}

/**
 * Frees two or three roles that work passes between (or that come next to each other) and solves them exactly, and
 * moves single atoms where roles are too large for that, until nothing gets better, the work is used up or somebody
 * says that it is enough. A partition that keeps the ceiling goes on keeping it. Large neighbourhood search: Shaw 1998,
 * CP98, LNCS 1520:417.
 */
export function improve(
  problem: RoleProblem,
  partition: readonly (readonly number[])[],
  ceiling: Ceiling = NO_CEILING,
  isEnough: () => boolean = () => false,
): Improved {
  const search = new Search(problem, partition, ceiling);
  search.run(isEnough);
  return { roles: search.partition(), cost: search.cost(), work: search.work };
}

class Search {
  private readonly roles: (Held | null)[];
  private readonly roleOf: number[];
  private readonly freed: number;
  private readonly isLimited: boolean;
  private total: Cost;
  work = 0;

  constructor(
    private readonly problem: RoleProblem,
    partition: readonly (readonly number[])[],
    private readonly ceiling: Ceiling,
  ) {
    this.roles = partition.map((atoms) => this.hold(atoms));
    this.roleOf = problem.atoms.map(() => 0);
    partition.forEach((atoms, role) => atoms.forEach((atom) => (this.roleOf[atom] = role)));
    this.freed = partition.length > MANY_ROLES ? FREED_OF_MANY : FREED;
    this.isLimited = limitedGoals(ceiling).length > 0;
    this.total = sumOf(this.roles);
  }

  partition(): number[][] {
    return this.roles.flatMap((role) => (role ? [[...role.atoms]] : []));
  }

  cost(): Cost {
    return this.total;
  }

  run(isEnough: () => boolean): void {
    let queue = this.roles.map((_, role) => role);
    while (queue.length > 0 && this.work < MOST_WORK) {
      const touched = new Set<number>();
      for (const role of queue) {
        if (this.work >= MOST_WORK || isEnough()) return;
        this.improveAround(role).forEach((changed) => touched.add(changed));
      }
      queue = [...touched].sort((a, b) => a - b);
    }
  }

  private hold(atoms: readonly number[]): Held | null {
    this.work += atoms.length;
    const bundle = bundleOf(this.problem, atoms);
    return bundle && { atoms, bundle, cost: costOf(this.problem, bundle) };
  }

  private improveAround(role: number): readonly number[] {
    if (!this.roles[role]) return [];
    const near = this.nearestOf(role);
    for (const [at, one] of near.entries()) {
      const changed = this.solveAnew([role, one]) ?? this.moveSingly(role, one);
      if (changed) return changed;
      for (const other of near.slice(at + 1)) {
        const changedThree = this.solveAnew([role, one, other]);
        if (changedThree) return changedThree;
      }
    }
    return [];
  }

  /** The roles that most work passes to and from, then the ones before and after it in the list. */
  private nearestOf(role: number): number[] {
    const weights = new Map<number, number>();
    for (const atom of this.roles[role]?.atoms ?? []) {
      this.work += 1;
      this.problem.neighbours[atom]?.forEach((weight, other) => {
        const there = this.roleOf[other] ?? role;
        if (there !== role) weights.set(there, (weights.get(there) ?? 0) + weight);
      });
    }
    const nearest = [...weights]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, NEAREST)
      .map(([other]) => other);
    for (const other of [role - 1, role + 1, role + 2, ...this.alike(role)]) {
      if (this.roles[other] && !nearest.includes(other)) nearest.push(other);
    }
    return nearest;
  }

  /** Where there are few roles: those that hold most of the same capabilities, the least loaded first. */
  private alike(role: number): number[] {
    const own = new Set(this.roles[role]?.bundle.capabilities);
    if (this.roles.length > MANY_ROLES) return [];
    this.work += this.roles.length;
    return this.roles
      .flatMap((other, at) => {
        const shared =
          other && at !== role ? other.bundle.capabilities.filter((one) => own.has(one)).length : 0;
        return other && shared > 0 ? [{ at, shared, load: other.bundle.load }] : [];
      })
      .sort((a, b) => b.shared - a.shared || a.load - b.load || a.at - b.at)
      .slice(0, NEAREST)
      .map(({ at }) => at);
  }

  private solveAnew(roles: readonly number[]): readonly number[] | null {
    const atoms = roles.flatMap((role) => this.roles[role]?.atoms ?? []).sort((a, b) => a - b);
    if (atoms.length > this.freed) return null;
    const ceiling = this.isLimited ? this.ceilingFor(roles) : NO_CEILING;
    const table = solveExactly(this.problem, atoms, WORK_AT_ONCE, ceiling);
    if (!table) {
      this.work += WORK_AT_ONCE;
      return null;
    }
    this.work += table.work;
    return this.replace(roles, bestPartition(table));
  }

  /** What these roles may cost at most while the others stay as they are. */
  private ceilingFor(roles: readonly number[]): Ceiling {
    return lessOthers(this.ceiling, minus(this.total, sumOf(roles.map((role) => this.roles[role] ?? null))));
  }

  /** Moves one atom between the two roles where that is better. */
  private moveSingly(a: number, b: number): readonly number[] | null {
    const [x, y] = [this.roles[a], this.roles[b]];
    if (!x || !y || x.atoms.length + y.atoms.length > MOVABLE) return null;
    return this.moveFrom(x, y, [a, b]) ?? this.moveFrom(y, x, [b, a]);
  }

  private moveFrom(from: Held, to: Held, roles: readonly number[]): readonly number[] | null {
    for (const id of from.atoms) {
      const atom = this.problem.atoms[id];
      this.work += WEIGHING;
      if (!atom || !joined(this.problem, to.bundle, bundleOfAtom(atom, id))) continue;
      this.work += WEIGHING * (from.atoms.length + to.atoms.length);
      const moved = [from.atoms.filter((other) => other !== id), [...to.atoms, id].sort((p, q) => p - q)];
      const changed = this.replace(
        roles,
        moved.filter((atoms) => atoms.length > 0),
      );
      if (changed) return changed;
    }
    return null;
  }

  /** Puts the new roles in the place of the old ones where that is better; tells which were changed. */
  private replace(old: readonly number[], fresh: readonly (readonly number[])[]): readonly number[] | null {
    const held = fresh.flatMap((atoms) => this.hold(atoms) ?? []);
    if (held.length < fresh.length) return null;
    const before = sumOf(old.map((role) => this.roles[role] ?? null));
    const after = sumOf(held);
    const total = plus(minus(this.total, before), after);
    if (compareCost(this.problem, after, before) >= 0) return null;
    if (this.isLimited && !isWithin(this.ceiling, total)) return null;
    this.total = total;
    old.forEach((role) => (this.roles[role] = null));
    return held.map((one, at) => {
      const role = old[at] ?? this.roles.length;
      this.roles[role] = one;
      for (const atom of one.atoms) this.roleOf[atom] = role;
      return role;
    });
  }
}

function sumOf(roles: readonly (Held | null)[]): Cost {
  return roles.reduce((sum, role) => (role ? plus(sum, role.cost) : sum), NO_COST);
}
