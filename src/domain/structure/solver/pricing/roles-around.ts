import { bundleOf, mayMeet, positionsOf } from '../bundle.js';
import type { Atom, RoleProblem } from '../role-problem.js';

/** A set of atoms that may be a role, the positions that it takes, and what its atoms are worth beyond them. */
export interface WorthyRole {
  readonly atoms: readonly number[];
  readonly positions: number;
  readonly gain: number;
}

/** How many further capabilities are tried at a time, by how many may still come after them. */
const WIDTHS = [12, 5, 3, 2];
const LOOKED_THROUGH = 200;
const MOST_ITEMS = 40;
const MOST_TRIED = 60;
/** What may stay inside is not foreseen: so much is left for it, in positions. */
const KEPT_AHEAD = 0.002;
const TINY = 1e-9;

/**
 * Finds roles around an atom that are worth more than the positions they take, by adding capabilities that most worth
 * comes with and packing what they allow by branch and bound (the pricing of column generation: Gilmore and Gomory
 * 1961, Operations Research 9:849). Looks at so many sets for an atom, so it may miss some.
 */
export class RolesAround {
  private readonly sizes: Float64Array;
  private readonly holders = new Map<number, number[]>();
  private readonly alone: readonly Map<number, number>[] = [new Map(), new Map(), new Map(), new Map()];
  private readonly ranked: (readonly number[])[] = [[], [], [], []];
  private readonly fitting = new Map<number, Map<number, boolean>>();
  private readonly seen: Int32Array;
  private stamp = 0;
  private prices: Float64Array = new Float64Array(0);
  private left: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly problem: RoleProblem,
    private readonly perWeight: number,
  ) {
    this.sizes = Float64Array.from(problem.atoms, ({ load }) => load / problem.capacity);
    this.seen = new Int32Array(problem.atoms.length);
    problem.atoms.forEach(({ capabilities }, atom) => {
      for (const one of capabilities) {
        const list = this.holders.get(one);
        if (list) list.push(atom);
        else this.holders.set(one, [atom]);
      }
    });
  }

  /** Prices and the atoms that are left, from now on. */
  lookAt(prices: Float64Array, left: Uint8Array): void {
    this.prices = prices;
    this.left = left;
    for (const list of this.holders.values()) list.sort((a, b) => this.density(b) - this.density(a) || a - b);
    for (const side of this.sides()) {
      const alone = this.alone[side] ?? new Map<number, number>();
      alone.clear();
      this.problem.atoms.forEach(({ capabilities, forces }, atom) => {
        const [only, ...others] = capabilities;
        if (only === undefined || others.length > 0 || left[atom] !== 1 || !this.isOnSide(side, forces))
          return;
        alone.set(only, (alone.get(only) ?? 0) + (prices[atom] ?? 0));
      });
      this.ranked[side] = [...alone].sort(([a, x], [b, y]) => y - x || a - b).map(([one]) => one);
    }
  }

  /** The most worthy sets that hold this atom, at most so many, each worth more than its positions by more than tiny. */
  around(seed: number, most: number): WorthyRole[] {
    const atom = this.problem.atoms[seed];
    if (!atom || this.left[seed] !== 1) return [];
    const found: WorthyRole[] = [];
    const alone = positionsOf(this.problem, atom);
    const top = Math.min(this.problem.maxPositions, alone + 1);
    const breadth = Math.max(this.problem.maxCapabilities, atom.capabilities.length);
    for (let positions = alone; positions <= top; positions += 1) {
      const search = new OneRole(this, seed, atom, positions);
      this.widen(search, atom.capabilities, breadth);
      found.push(...search.found);
    }
    return this.possible(
      found.sort((a, b) => b.gain - a.gain),
      most,
    );
  }

  /** The first of them that may be roles at no more positions than were meant. */
  private possible(found: readonly WorthyRole[], most: number): WorthyRole[] {
    const roles: WorthyRole[] = [];
    for (const one of found) {
      if (roles.length >= most) break;
      const bundle = bundleOf(this.problem, one.atoms);
      const positions = bundle && positionsOf(this.problem, bundle);
      if (positions !== null && positions <= one.positions) roles.push({ ...one, positions });
    }
    return roles;
  }

  /** Adds the capabilities that most worth comes with, one after the other, and packs what they allow. */
  private widen(search: OneRole, held: readonly number[], breadth: number): void {
    search.pack(this.itemsOf(search, held));
    const more = breadth - held.length;
    if (more <= 0) return;
    const width = WIDTHS[more - 1] ?? 1;
    for (const one of this.nextOf(search, held, width)) this.widen(search, [...held, one], breadth);
  }

  private nextOf(search: OneRole, held: readonly number[], width: number): number[] {
    const side = this.sideOf(search.atom.forces);
    const alone = this.alone[side] ?? new Map<number, number>();
    const worth = new Map<number, number>();
    for (const atom of this.besideOf(held)) {
      const { capabilities, forces } = this.problem.atoms[atom] ?? search.atom;
      const fresh = capabilities.filter((one) => !held.includes(one));
      const [only, ...others] = fresh;
      if (only === undefined || others.length > 0 || !this.isOnSide(side, forces)) continue;
      if (worth.has(only) || this.fitsAll(only, held))
        worth.set(only, (worth.get(only) ?? alone.get(only) ?? 0) + (this.prices[atom] ?? 0));
    }
    let found = 0;
    const ranked = this.ranked[side] ?? [];
    for (let at = 0; at < Math.min(ranked.length, LOOKED_THROUGH) && found < width; at += 1) {
      const one = ranked[at] ?? 0;
      if (held.includes(one) || worth.has(one) || !this.fitsAll(one, held)) continue;
      worth.set(one, alone.get(one) ?? 0);
      found += 1;
    }
    const full = search.positions;
    return [...worth]
      .sort(([a, x], [b, y]) => Math.min(y, full) - Math.min(x, full) || a - b)
      .slice(0, width)
      .map(([one]) => one);
  }

  /** Atoms that are left and hold one of these capabilities. */
  private besideOf(held: readonly number[]): number[] {
    return held.flatMap((one) =>
      (this.holders.get(one) ?? []).slice(0, LOOKED_THROUGH).filter((atom) => this.left[atom] === 1),
    );
  }

  /** What a role of these capabilities could hold beside the seed, the most worth for its load first. */
  private itemsOf({ seed, atom, positions }: OneRole, held: readonly number[]): number[] {
    this.stamp += 1;
    this.seen[seed] = this.stamp;
    const side = this.sideOf(atom.forces);
    const items: number[] = [];
    for (const one of held) {
      let taken = 0;
      for (const id of this.holders.get(one) ?? []) {
        if (this.left[id] !== 1 || this.seen[id] === this.stamp || !((this.prices[id] ?? 0) > TINY)) continue;
        const other = this.problem.atoms[id];
        if (!other || other.people > positions || !this.isOnSide(side, other.forces)) continue;
        if (!other.capabilities.every((capability) => held.includes(capability))) continue;
        this.seen[id] = this.stamp;
        items.push(id);
        taken += 1;
        if (taken >= MOST_ITEMS) break;
      }
    }
    return items.sort((a, b) => this.density(b) - this.density(a) || a - b).slice(0, MOST_ITEMS);
  }

  priceOf(atom: number): number {
    return this.prices[atom] ?? 0;
  }

  /** What it is worth that work stays between an atom and others. */
  keptWith(atom: number, others: readonly number[]): number {
    const near = this.problem.neighbours[atom];
    if (!near || near.size === 0) return 0;
    let weight = 0;
    for (const other of others) weight += near.get(other) ?? 0;
    return weight * this.perWeight;
  }

  sizeOf(atom: number): number {
    return this.sizes[atom] ?? 0;
  }

  atomOf(atom: number): Atom | undefined {
    return this.problem.atoms[atom];
  }

  private density(atom: number): number {
    return this.priceOf(atom) / Math.max(this.sizeOf(atom), TINY);
  }

  private sides(): readonly number[] {
    return this.problem.oneForce ? [0, 1, 2] : [0];
  }

  private sideOf(forces: number): number {
    return this.problem.oneForce && forces < 3 ? forces : 0;
  }

  private isOnSide(side: number, forces: number): boolean {
    return side === 0 || (side | forces) === side;
  }

  private fitsAll(one: number, held: readonly number[]): boolean {
    let known = this.fitting.get(one);
    if (!known) this.fitting.set(one, (known = new Map()));
    for (const other of held) {
      let fits = known.get(other);
      if (fits === undefined) known.set(other, (fits = this.problem.fits(one, other)));
      if (!fits) return false;
    }
    return true;
  }
}

/** Sets around one atom at so many positions: the best of each choice of capabilities. */
class OneRole {
  readonly found: WorthyRole[] = [];
  private readonly held: number[] = [];
  private best: readonly number[] = [];
  private most = 0;
  private tried = 0;
  private items: readonly number[] = [];

  constructor(
    private readonly all: RolesAround,
    readonly seed: number,
    readonly atom: Atom,
    readonly positions: number,
  ) {}

  pack(items: readonly number[]): void {
    const { all, seed, positions } = this;
    this.items = items;
    this.tried = 0;
    this.most = positions + TINY * 1e3;
    this.best = [];
    this.held.length = 0;
    this.held.push(seed);
    this.grow(0, positions - all.sizeOf(seed), all.priceOf(seed));
    if (this.best.length > 0) this.found.push({ atoms: this.best, positions, gain: this.most - positions });
  }

  private grow(from: number, room: number, worth: number): void {
    if (worth > this.most) {
      this.most = worth;
      this.best = [...this.held];
    }
    for (let at = from; at < this.items.length; at += 1) {
      if (this.tried >= MOST_TRIED || worth + this.worthOf(at, room) + KEPT_AHEAD <= this.most) return;
      const id = this.items[at] ?? 0;
      const left = room - this.all.sizeOf(id);
      this.tried += 1;
      if (left < -TINY || !this.mayJoin(id)) continue;
      const more = this.all.priceOf(id) + this.all.keptWith(id, this.held);
      this.held.push(id);
      this.grow(at + 1, left, worth + more);
      this.held.pop();
    }
  }

  /** What the items from there on could bring at most, the last of them in part. */
  private worthOf(from: number, room: number): number {
    let [left, worth] = [room, 0];
    for (let at = from; at < this.items.length; at += 1) {
      const id = this.items[at] ?? 0;
      const size = this.all.sizeOf(id);
      if (size > left) return worth + (this.all.priceOf(id) * Math.max(left, 0)) / Math.max(size, TINY);
      left -= size;
      worth += this.all.priceOf(id);
    }
    return worth;
  }

  private mayJoin(id: number): boolean {
    const apart = this.all.atomOf(id)?.apart;
    if (!apart || apart.size === 0) return true;
    return this.held.every((other) => mayMeet(this.all.atomOf(other)?.apart ?? apart, apart));
  }
}
