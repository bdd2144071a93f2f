import { mayMeet } from '../bundle.js';
import type { Atom } from '../role-problem.js';

/** A set of atoms that may be a role, the positions that it takes, and what its atoms are worth beyond them. */
export interface WorthyRole {
  readonly atoms: readonly number[];
  readonly positions: number;
  readonly gain: number;
}

/** What atoms are worth at the prices of the moment. */
export interface Worths {
  priceOf(atom: number): number;
  /** In positions. */
  sizeOf(atom: number): number;
  /** What it is worth that work stays between an atom and others. */
  keptWith(atom: number, others: readonly number[]): number;
  atomOf(atom: number): Atom | undefined;
}

const MOST_TRIED = 60;
/** What may stay inside is not foreseen: so much is left for it, in positions. */
const KEPT_AHEAD = 0.002;
const TINY = 1e-9;

/** Sets around one atom at so many positions: the best of each choice of capabilities. */
export class OneRole {
  readonly found: WorthyRole[] = [];
  private readonly held: number[] = [];
  private best: readonly number[] = [];
  private most = 0;
  private tried = 0;
  private items: readonly number[] = [];

  constructor(
    private readonly all: Worths,
    private readonly seed: number,
    private readonly positions: number,
  ) {}

  /** The most worthy set of the seed and these, the most worth for its load first. */
  pack(items: readonly number[]): void {
    const { all, seed, positions } = this;
    this.items = items.includes(seed) ? items.filter((id) => id !== seed) : items;
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
