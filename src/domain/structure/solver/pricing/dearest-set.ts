import { mayMeet } from '../bundle.js';
import type { RoleProblem } from '../role-problem.js';

/** What atoms are worth in positions, and what a unit of weight is that stays inside a role. */
export interface Prices {
  readonly ofAtoms: Float64Array;
  readonly perWeight: number;
  /** Is shown the dearest set of a choice where it is worth more than the positions it takes; true where prices changed and it is to be weighed again. */
  readonly seen: (atoms: Int32Array, size: number, positions: number, worth: number) => boolean;
}

const TOLERANCE = 1e-9;
/** What a set may be worth beyond its positions without being told. */
const UNTOLD = 1e-7;
/** More atoms of one choice than these are more than can be weighed. */
const MOST_ITEMS = 200;

/** The atoms of one choice of capabilities, and the sets of them that are worth most for so many positions. */
export class DearestSet {
  size = 0;
  private readonly items: Int32Array;
  private readonly sizes: Float64Array;
  private readonly starts: Int32Array;
  private readonly near: Int32Array;
  private readonly weights: Float64Array;
  private readonly apart: readonly (readonly number[])[];
  private readonly isItem: Uint8Array;
  private readonly isTaken: Uint8Array;
  private readonly order: Int32Array;
  private readonly most: Float64Array;
  private readonly taken: Int32Array;
  private readonly best: Int32Array;
  private readonly maxPositions: number;
  private prices: Prices | null = null;
  private ofAtoms: Float64Array = new Float64Array(0);
  private perWeight = 0;
  private count = 0;
  private worth = 0;
  private bestSize = 0;
  private work = 0;
  private mostWork = 0;

  constructor(problem: RoleProblem) {
    const { atoms, neighbours, capacity, maxPositions } = problem;
    const n = atoms.length;
    this.maxPositions = maxPositions;
    this.items = new Int32Array(n + 1);
    this.sizes = Float64Array.from(atoms, ({ load }) => load / capacity);
    this.starts = new Int32Array(n + 1);
    neighbours.forEach((near, at) => (this.starts[at + 1] = (this.starts[at] ?? 0) + near.size));
    this.near = new Int32Array(this.starts[n] ?? 0);
    this.weights = new Float64Array(this.starts[n] ?? 0);
    neighbours.forEach((near, at) => {
      let to = this.starts[at] ?? 0;
      for (const [other, weight] of near) {
        this.near[to] = other;
        this.weights[to] = weight;
        to += 1;
      }
    });
    this.apart = apartOf(problem);
    this.isItem = new Uint8Array(n);
    this.isTaken = new Uint8Array(n);
    this.order = new Int32Array(n);
    this.most = new Float64Array(n);
    this.taken = new Int32Array(n);
    this.best = new Int32Array(n);
  }

  lookAt(prices: Prices): void {
    this.prices = prices;
    this.ofAtoms = prices.ofAtoms;
    this.perWeight = prices.perWeight;
  }

  itemAt(at: number): number {
    return this.items[at] ?? 0;
  }

  push(atom: number): void {
    this.items[this.size] = atom;
    this.size += 1;
  }

  /** Shows the dearest sets of the items, for each number of positions; tells the work, which ends beyond the most. */
  weigh(mostWork: number): number {
    this.work = 0;
    this.mostWork = mostWork;
    if (this.size > MOST_ITEMS) return Infinity;
    for (let again = true; again && this.work < mostWork;) {
      again = false;
      const total = this.rank();
      let load = 0;
      for (let at = 0; at < this.count; at += 1) load += this.sizes[this.order[at] ?? 0] ?? 0;
      const top = Math.max(1, Math.min(this.maxPositions, Math.ceil(load)));
      for (let positions = 1; positions <= top && total > positions && !again; positions += 1)
        again = this.weighAt(positions);
    }
    return this.work;
  }

  /** Shows the dearest set for so many positions; true where prices changed. */
  private weighAt(positions: number): boolean {
    this.worth = positions + UNTOLD;
    this.bestSize = 0;
    const room = positions * (1 + 2 * TOLERANCE);
    if (this.fill(0, room, 0) <= this.worth) return false;
    this.grow(0, room, 0, 0, 0);
    if (this.bestSize === 0) return false;
    return this.prices?.seen(this.best, this.bestSize, positions, this.worth) ?? false;
  }

  /** The items by what they may be worth for their size, half of the work between two of them to each; tells the sum. */
  private rank(): number {
    const { items, isItem, starts, near, weights, ofAtoms, perWeight, sizes, most, order } = this;
    for (let at = 0; at < this.size; at += 1) isItem[items[at] ?? 0] = 1;
    let [count, total] = [0, 0];
    for (let at = 0; at < this.size; at += 1) {
      const atom = items[at] ?? 0;
      let weight = 0;
      const end = starts[atom + 1] ?? 0;
      for (let to = starts[atom] ?? 0; to < end; to += 1)
        if (isItem[near[to] ?? 0] === 1) weight += weights[to] ?? 0;
      const worth = (ofAtoms[atom] ?? 0) + (perWeight * weight) / 2;
      if (!(worth > 0)) continue;
      most[atom] = worth;
      total += worth;
      const size = sizes[atom] ?? 0;
      let place = count;
      for (; place > 0; place -= 1) {
        const before = order[place - 1] ?? 0;
        if ((most[before] ?? 0) * size >= worth * (sizes[before] ?? 0)) break;
        order[place] = before;
      }
      order[place] = atom;
      count += 1;
    }
    for (let at = 0; at < this.size; at += 1) isItem[items[at] ?? 0] = 0;
    this.count = count;
    return total;
  }

  /** What is worth at most from there on, the last item in part. */
  private fill(from: number, room: number, worth: number): number {
    const { order, sizes, most, count } = this;
    let [left, sum] = [room, worth];
    this.work += (count - from) / 16;
    for (let at = from; at < count; at += 1) {
      const atom = order[at] ?? 0;
      const size = sizes[atom] ?? 0;
      if (size > left) return sum + ((most[atom] ?? 0) * left) / size;
      left -= size;
      sum += most[atom] ?? 0;
    }
    return sum;
  }

  private grow(from: number, room: number, worth: number, bound: number, size: number): void {
    this.work += 1;
    if (worth > this.worth) {
      this.worth = worth;
      this.bestSize = size;
      for (let at = 0; at < size; at += 1) this.best[at] = this.taken[at] ?? 0;
    }
    for (let at = from; at < this.count && this.work <= this.mostWork; at += 1) {
      if (this.fill(at, room, bound) <= this.worth) return;
      const atom = this.order[at] ?? 0;
      const own = this.sizes[atom] ?? 0;
      if (own > room || this.isApart(atom)) continue;
      const more = worth + (this.ofAtoms[atom] ?? 0) + this.perWeight * this.weightTo(atom);
      this.taken[size] = atom;
      this.isTaken[atom] = 1;
      this.grow(at + 1, room - own, more, bound + (this.most[atom] ?? 0), size + 1);
      this.isTaken[atom] = 0;
    }
  }

  private weightTo(atom: number): number {
    const end = this.starts[atom + 1] ?? 0;
    let weight = 0;
    for (let to = this.starts[atom] ?? 0; to < end; to += 1)
      if (this.isTaken[this.near[to] ?? 0] === 1) weight += this.weights[to] ?? 0;
    return weight;
  }

  private isApart(atom: number): boolean {
    for (const other of this.apart[atom] ?? []) if (this.isTaken[other] === 1) return true;
    return false;
  }
}

/** For each atom those that it must stay apart from. */
function apartOf({ atoms }: RoleProblem): number[][] {
  const groups = new Map<number, number[]>();
  atoms.forEach(({ apart }, atom) => {
    for (const group of apart.keys()) groups.set(group, [...(groups.get(group) ?? []), atom]);
  });
  return atoms.map(({ apart }, atom) => {
    const others = new Set([...apart.keys()].flatMap((group) => groups.get(group) ?? []));
    return [...others].filter(
      (other) => other !== atom && !mayMeet(apart, atoms[other]?.apart ?? new Map<number, number>()),
    );
  });
}
