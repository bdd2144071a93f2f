import { bundleOf, positionsOf } from '../bundle.js';
import type { Atom, RoleProblem } from '../role-problem.js';
import { OneRole, type WorthyRole, type Worths } from './one-role.js';

/** What a role is to be like: on which side, at how many positions, with how many capabilities at most. */
interface Shape {
  readonly side: number;
  readonly positions: number;
  readonly breadth: number;
}

/** How many further capabilities are tried at a time, by how many may still come after them. */
const WIDTHS = [12, 5, 3, 2];
const LOOKED_THROUGH = 200;
const MOST_ITEMS = 40;
const TINY = 1e-9;

/**
 * Finds roles around an atom that are worth more than the positions they take, by adding capabilities that most worth
 * comes with and packing what they allow by branch and bound (the pricing of column generation: Gilmore and Gomory
 * 1961, Operations Research 9:849). Looks at so many sets for an atom, so it may miss some.
 */
export class RolesAround implements Worths {
  private readonly sizes: Float64Array;
  private readonly holders = new Map<number, number[]>();
  private readonly alone: readonly Map<number, number>[] = [new Map(), new Map(), new Map(), new Map()];
  private readonly ranked: (readonly number[])[] = [[], [], [], []];
  private readonly choices = new Map<string, readonly (readonly number[])[]>();
  private readonly fitting = new Map<number, Map<number, boolean>>();
  private readonly seen: Int32Array;
  /** Marks of what a choice of capabilities holds. */
  private readonly isHeld: Uint8Array;
  private readonly densities: Float64Array;
  private stamp = 0;
  private prices: Float64Array = new Float64Array(0);
  private left: Uint8Array = new Uint8Array(0);

  constructor(
    private readonly problem: RoleProblem,
    private readonly perWeight: number,
  ) {
    this.sizes = Float64Array.from(problem.atoms, ({ load }) => load / problem.capacity);
    this.seen = new Int32Array(problem.atoms.length);
    this.densities = new Float64Array(problem.atoms.length);
    problem.atoms.forEach(({ capabilities }, atom) => {
      for (const one of capabilities) {
        const list = this.holders.get(one);
        if (list) list.push(atom);
        else this.holders.set(one, [atom]);
      }
    });
    const last = [...this.holders.keys()].reduce((most, one) => Math.max(most, one), 0);
    this.isHeld = new Uint8Array(last + 1);
  }

  /** Prices and the atoms that are left, from now on. */
  lookAt(prices: Float64Array, left: Uint8Array): void {
    this.prices = prices;
    this.choices.clear();
    this.left = left;
    this.sizes.forEach((size, atom) => (this.densities[atom] = (prices[atom] ?? 0) / Math.max(size, TINY)));
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
      const search = new OneRole(this, seed, positions);
      for (const items of this.choicesFor(atom, positions, breadth)) search.pack(items);
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

  /** What roles around such an atom could hold, a list for each choice of capabilities; the same for all atoms of its kind. */
  private choicesFor(
    { capabilities, forces }: Atom,
    positions: number,
    breadth: number,
  ): readonly (readonly number[])[] {
    const side = this.sideOf(forces);
    const kind = `${capabilities.join(' ')}/${side}/${positions}`;
    const known = this.choices.get(kind);
    if (known) return known;
    const choices: number[][] = [];
    this.widen(choices, { side, positions, breadth }, capabilities);
    this.choices.set(kind, choices);
    return choices;
  }

  /** Adds the capabilities that most worth comes with, one after the other, and lists what they allow. */
  private widen(choices: number[][], shape: Shape, held: readonly number[]): void {
    choices.push(this.itemsOf(shape, held));
    const more = shape.breadth - held.length;
    if (more <= 0) return;
    const width = WIDTHS[more - 1] ?? 1;
    for (const one of this.nextOf(shape, held, width)) this.widen(choices, shape, [...held, one]);
  }

  private nextOf({ side, positions: full }: Shape, held: readonly number[], width: number): number[] {
    const alone = this.alone[side] ?? new Map<number, number>();
    const worth = new Map<number, number>();
    for (const beside of held) {
      const holders = this.holders.get(beside) ?? [];
      for (let at = 0; at < Math.min(holders.length, LOOKED_THROUGH); at += 1) {
        const id = holders[at] ?? 0;
        const atom = this.left[id] === 1 ? this.problem.atoms[id] : undefined;
        const only = atom && this.isOnSide(side, atom.forces) ? missingOf(atom, held) : null;
        if (only === null) continue;
        const before = worth.get(only);
        if (before !== undefined || this.fitsAll(only, held))
          worth.set(only, (before ?? alone.get(only) ?? 0) + (this.prices[id] ?? 0));
      }
    }
    let found = 0;
    const ranked = this.ranked[side] ?? [];
    for (let at = 0; at < Math.min(ranked.length, LOOKED_THROUGH) && found < width; at += 1) {
      const one = ranked[at] ?? 0;
      if (held.includes(one) || worth.has(one) || !this.fitsAll(one, held)) continue;
      worth.set(one, alone.get(one) ?? 0);
      found += 1;
    }
    return [...worth]
      .sort(([a, x], [b, y]) => Math.min(y, full) - Math.min(x, full) || a - b)
      .slice(0, width)
      .map(([one]) => one);
  }

  /** What a role of these capabilities could hold, the most worth for its load first. */
  private itemsOf({ side, positions }: Shape, held: readonly number[]): number[] {
    this.stamp += 1;
    const items: number[] = [];
    for (const one of held) this.isHeld[one] = 1;
    for (const one of held) {
      let taken = 0;
      for (const id of this.holders.get(one) ?? []) {
        if (this.left[id] !== 1 || this.seen[id] === this.stamp || !((this.prices[id] ?? 0) > TINY)) continue;
        const other = this.problem.atoms[id];
        if (!other || other.people > positions || !this.isOnSide(side, other.forces)) continue;
        if (!this.holdsAll(other)) continue;
        this.seen[id] = this.stamp;
        items.push(id);
        taken += 1;
        if (taken >= MOST_ITEMS) break;
      }
    }
    for (const one of held) this.isHeld[one] = 0;
    items.sort((a, b) => this.density(b) - this.density(a) || a - b);
    return items.length > MOST_ITEMS ? items.slice(0, MOST_ITEMS) : items;
  }

  private holdsAll({ capabilities }: Atom): boolean {
    for (const one of capabilities) if (this.isHeld[one] !== 1) return false;
    return true;
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
    return this.densities[atom] ?? 0;
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

/** The only capability of an atom that is not held; null where it is none, or more than one. */
function missingOf({ capabilities }: Atom, held: readonly number[]): number | null {
  let missing: number | null = null;
  for (const one of capabilities) {
    if (held.includes(one)) continue;
    if (missing !== null) return null;
    missing = one;
  }
  return missing;
}
