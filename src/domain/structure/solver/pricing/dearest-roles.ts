import { widestRole } from '../bundle.js';
import type { RoleProblem } from '../role-problem.js';
import { DearestSet, type Prices } from './dearest-set.js';

/** The atoms of one side by the capability that comes last with them, and which capabilities go together. */
interface Side {
  readonly atoms: readonly number[];
  /** For each atom its capabilities, numbered anew for this side. */
  readonly numbers: readonly Int32Array[];
  /** For two capabilities one after the other whether a role may hold both. */
  readonly fits: Uint8Array;
  /** How many capabilities there are. */
  readonly count: number;
  /** Of the atoms that are left: those without capabilities, and by their last capability the others. */
  plain: readonly number[];
  last: readonly (readonly number[])[];
  /** Capabilities of atoms that are left, ascending, and 1 for those that are all that one of them needs. */
  live: Int32Array;
  readonly alone: Uint8Array;
  /** 1 for two capabilities that one of them needs both. */
  readonly shared: Uint8Array;
}

/** Which of the choices are looked at: of so many first capabilities one, and which. */
export interface Share {
  readonly of: number;
  readonly at: number;
}

const NOTHING = new Int32Array(0);

/** Every choice. */
export const ALL: Share = { of: 1, at: 0 };

/**
 * Looks through every choice of capabilities that a role may hold, and at what a role of it is worth at most. What is
 * left out of account (limits of steps, people needed together, four eyes) only makes more sets than may be roles: where
 * no set is worth more than its positions, no role is. Costs time with the number of choices, at a breadth of three
 * with the third power of the number of capabilities.
 */
export class DearestRoles {
  private readonly sides: readonly Side[];
  private readonly breadth: number;
  private readonly set: DearestSet;
  private readonly held: Int32Array;
  private readonly isHeld: Uint8Array;
  private left = 0;

  constructor(private readonly problem: RoleProblem) {
    this.breadth = widestRole(problem);
    this.set = new DearestSet(problem);
    this.sides = (problem.oneForce ? [1, 2] : [3]).map((side) => this.sideOf(side));
    this.held = new Int32Array(this.breadth);
    this.isHeld = new Uint8Array(this.sides.reduce((most, { count }) => Math.max(most, count), 0));
    this.keep(new Uint8Array(problem.atoms.length).fill(1));
  }

  /** How many choices there are at most, whatever goes together. */
  choices(): number {
    return this.sides.reduce((sum, { live }) => {
      let ways = 1;
      for (let at = 0; at < this.breadth; at += 1) ways *= Math.max(1, live.length - at) / (at + 1);
      return sum + ways;
    }, 0);
  }

  /** From now on only the atoms that are left. */
  keep(left: Uint8Array): void {
    for (const side of this.sides) {
      const plain: number[] = [];
      const last: number[][] = Array.from({ length: side.count }, () => []);
      const isLive = new Uint8Array(side.count);
      side.alone.fill(0);
      side.shared.fill(0);
      for (const atom of side.atoms) {
        if (left[atom] !== 1) continue;
        const own = side.numbers[atom] ?? NOTHING;
        for (const one of own) {
          isLive[one] = 1;
          for (const other of own) if (other !== one) side.shared[one * side.count + other] = 1;
        }
        if (own.length === 1) side.alone[own[0] ?? 0] = 1;
        (last[own[own.length - 1] ?? -1] ?? plain).push(atom);
      }
      side.plain = plain;
      side.last = last;
      side.live = Int32Array.from(last.keys()).filter((one) => isLive[one] === 1);
    }
  }

  /** false where it takes more units of work (choices, and sets weighed) than given; then not all was looked at. */
  look(prices: Prices, { of, at }: Share, work: number): boolean {
    this.left = work;
    this.set.lookAt(prices);
    for (const side of this.sides) {
      this.set.size = 0;
      for (const atom of side.plain) this.set.push(atom);
      for (let first = at; first < side.live.length; first += of)
        if (!this.hold(side, first, 0)) return false;
      if (side.live.length === 0 && !this.weigh(side, 0)) return false;
    }
    return true;
  }

  /** Puts the capability of that place beside those that are held, and then every one after it. */
  private hold(side: Side, place: number, depth: number): boolean {
    const { set, isHeld, held } = this;
    const next = side.live[place] ?? 0;
    if (!this.mayBeHeld(side, next, depth)) return true;
    const before = set.size;
    held[depth] = next;
    isHeld[next] = 1;
    this.put(side, next);
    let done = set.size === before || this.weigh(side, depth + 1);
    // What brings no atom by itself may be what an atom of a later one needs.
    if (depth + 1 < this.breadth)
      for (let later = place + 1; done && later < side.live.length; later += 1)
        done = this.hold(side, later, depth + 1);
    isHeld[next] = 0;
    set.size = before;
    return done;
  }

  /** It goes with what is held; and as the last one it brings atoms, and whatever is held is of use. */
  private mayBeHeld({ fits, count, alone, shared }: Side, next: number, depth: number): boolean {
    const { held } = this;
    let isOfUse = alone[next] === 1 || depth + 1 < this.breadth;
    for (let at = 0; at < depth; at += 1) {
      const row = (held[at] ?? 0) * count;
      if (fits[row + next] !== 1) return false;
      if (shared[row + next] === 1) isOfUse = true;
      else if (depth + 1 === this.breadth && alone[held[at] ?? 0] !== 1) {
        let isUsed = false;
        for (let other = 0; other < depth && !isUsed; other += 1)
          isUsed = shared[row + (held[other] ?? 0)] === 1;
        if (!isUsed) return false;
      }
    }
    return isOfUse;
  }

  private weigh(side: Side, depth: number): boolean {
    if (!this.isUsed(side, depth)) return true;
    this.left -= 1 + this.set.weigh(this.left);
    return this.left > 0;
  }

  private put(side: Side, next: number): void {
    const { isHeld, set } = this;
    for (const atom of side.last[next] ?? []) {
      const own = side.numbers[atom] ?? NOTHING;
      let held = true;
      for (let at = 0; at < own.length; at += 1) if (isHeld[own[at] ?? 0] !== 1) held = false;
      if (held) set.push(atom);
    }
  }

  /** A choice of which a capability is of no use is part of another. */
  private isUsed({ alone, numbers }: Side, depth: number): boolean {
    for (let at = 0; at < depth; at += 1) {
      const one = this.held[at] ?? 0;
      if (alone[one] === 1) continue;
      let isUsed = false;
      for (let item = 0; item < this.set.size && !isUsed; item += 1)
        isUsed = numbers[this.set.itemAt(item)]?.includes(one) ?? false;
      if (!isUsed) return false;
    }
    return true;
  }

  private sideOf(side: number): Side {
    const { atoms, fits } = this.problem;
    const ids = atoms.flatMap(({ forces }, atom) => ((side | forces) === side ? [atom] : []));
    const all = [...new Set(ids.flatMap((id) => atoms[id]?.capabilities ?? []))].sort((a, b) => a - b);
    const numberOf = new Map(all.map((one, at) => [one, at]));
    const numbers = atoms.map(() => NOTHING);
    for (const id of ids)
      numbers[id] = Int32Array.from(atoms[id]?.capabilities ?? [], (one) => numberOf.get(one) ?? 0);
    const fitting = new Uint8Array(all.length * all.length);
    all.forEach((one, a) => {
      all.forEach((other, b) => (fitting[a * all.length + b] = fits(one, other) ? 1 : 0));
    });
    // What one atom needs together may be together, whatever else is said of it.
    for (const id of ids) {
      const own = numbers[id] ?? NOTHING;
      for (const a of own) for (const b of own) fitting[a * all.length + b] = 1;
    }
    return {
      atoms: ids,
      numbers,
      fits: fitting,
      count: all.length,
      plain: [],
      last: [],
      live: new Int32Array(0),
      alone: new Uint8Array(all.length),
      shared: new Uint8Array(all.length * all.length),
    };
  }
}
