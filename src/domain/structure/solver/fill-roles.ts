import { bundleOfAtom, joined, positionsOf, type Bundle } from './bundle.js';
import type { RoleProblem } from './role-problem.js';

/** Sets tried for one role, and others that are looked at for it: with these the work stays linear. */
const TRIED = 400;
const CANDIDATES = 36;
const FROM_EACH = 8;

/**
 * Roles made one after the other, the heaviest atom left first: of the sets that cost no further position the one that
 * leaves least room, up to the room that may be left; of those the one that keeps most work inside (minimum bin slack:
 * Gupta and Ho 1999, Production Planning & Control 10:598).
 */
export function fillRoles(problem: RoleProblem, roomAllowed: number): number[][] {
  const order = problem.atoms
    .map(({ load, capabilities }, id) => ({ load, id, breadth: capabilities.length }))
    .sort((a, b) => b.breadth - a.breadth || b.load - a.load || a.id - b.id)
    .map(({ id }) => id);
  const shelves = new Shelves(problem, order);
  const roles: number[][] = [];
  for (const id of order) {
    const atom = problem.atoms[id];
    if (!atom || !shelves.isLeft(id)) continue;
    const chosen = new OneRole(
      problem,
      bundleOfAtom(atom, id),
      shelves.candidatesFor(id),
      roomAllowed,
    ).fill();
    for (const one of chosen) shelves.take(one);
    roles.push([...chosen].sort((a, b) => a - b));
  }
  return roles;
}

/** Atoms not in a role yet, by what they have in common. */
class Shelves {
  private readonly left: Uint8Array;
  private readonly byMark = new Map<string, number[]>();
  private readonly gone = new Map<string, number>();

  constructor(
    private readonly problem: RoleProblem,
    order: readonly number[],
  ) {
    this.left = new Uint8Array(problem.atoms.length).fill(1);
    for (const id of order) {
      for (const mark of this.marksOf(id)) {
        const shelf = this.byMark.get(mark);
        if (shelf) shelf.push(id);
        else this.byMark.set(mark, [id]);
      }
    }
  }

  isLeft(id: number): boolean {
    return this.left[id] === 1;
  }

  /** Shelves are cleared when half of what stands on them is taken, so that looking stays cheap. */
  take(id: number): void {
    this.left[id] = 0;
    for (const mark of this.marksOf(id)) {
      const shelf = this.byMark.get(mark) ?? [];
      const gone = (this.gone.get(mark) ?? 0) + 1;
      this.gone.set(mark, gone * 2 > shelf.length ? 0 : gone);
      if (gone * 2 > shelf.length)
        this.byMark.set(
          mark,
          shelf.filter((one) => this.isLeft(one)),
        );
    }
  }

  /** What work passes to and from, and their neighbours; then some of each load from every shelf that it stands on. */
  candidatesFor(id: number): number[] {
    const found = new Set<number>();
    const near = [...(this.problem.neighbours[id]?.keys() ?? [])];
    for (const one of near) this.put(found, id, one);
    for (const one of near.slice(0, CANDIDATES)) {
      for (const other of this.problem.neighbours[one]?.keys() ?? []) {
        if (found.size >= CANDIDATES / 2) break;
        this.put(found, id, other);
      }
    }
    for (const mark of this.marksOf(id)) {
      for (const one of this.someOf(mark)) {
        this.put(found, id, one);
        // One more capability is best used in full.
        for (const capability of this.problem.atoms[one]?.capabilities ?? []) {
          for (const fellow of this.someOf(`capability ${capability}`)) this.put(found, id, fellow);
        }
      }
    }
    return [...found].slice(0, CANDIDATES);
  }

  private put(found: Set<number>, id: number, other: number): void {
    if (other !== id && this.isLeft(other)) found.add(other);
  }

  private someOf(mark: string): number[] {
    const shelf = this.byMark.get(mark) ?? [];
    const step = Math.max(1, shelf.length / FROM_EACH);
    const some: number[] = [];
    for (let at = 0; at < shelf.length && some.length < FROM_EACH; at += step) {
      let place = Math.floor(at);
      while (place < Math.min(at + step, shelf.length) && !this.isLeft(shelf[place] ?? 0)) place += 1;
      const one = shelf[place];
      if (one !== undefined && this.isLeft(one)) some.push(one);
    }
    return some;
  }

  private marksOf(id: number): string[] {
    const capabilities = this.problem.atoms[id]?.capabilities ?? [];
    return [...capabilities.map((one) => `capability ${one}`), ...this.problem.kindsOf(id), 'any'];
  }
}

/** The best set around one atom, by trying sets of the candidates one after the other. */
class OneRole {
  private tried = 0;
  private best: { readonly atoms: readonly number[]; readonly room: number; readonly saved: number };
  private readonly capacity: number;
  /** The candidates, each as a role of its own. */
  private readonly singles: readonly (Bundle | undefined)[];

  constructor(
    private readonly problem: RoleProblem,
    private readonly seed: Bundle,
    private readonly candidates: readonly number[],
    private readonly roomAllowed: number,
  ) {
    this.capacity = positionsOf(problem, seed) * problem.capacity;
    this.singles = candidates.map((id) => {
      const atom = problem.atoms[id];
      return atom && bundleOfAtom(atom, id);
    });
    this.best = { atoms: seed.atoms, room: this.roomIn(seed), saved: 0 };
  }

  fill(): readonly number[] {
    this.grow(this.seed, 0, 0);
    return this.best.atoms;
  }

  private grow(bundle: Bundle, saved: number, from: number): void {
    for (let at = from; at < this.candidates.length && this.tried < TRIED; at += 1) {
      const id = this.candidates[at] ?? 0;
      const single = this.singles[at];
      if (!single || bundle.load + single.load > this.capacity * (1 + 1e-12)) continue;
      this.tried += 1;
      const sum = joined(this.problem, bundle, single);
      if (!sum || positionsOf(this.problem, sum) * this.problem.capacity > this.capacity) continue;
      const near = this.problem.neighbours[id];
      const more = bundle.atoms.reduce((total, other) => total + (near?.get(other) ?? 0), saved);
      const apart = single.apart.size === 0 ? bundle.apart : new Map([...bundle.apart, ...single.apart]);
      const next = { ...sum, atoms: [...bundle.atoms, id], apart };
      this.weigh(next, more);
      this.grow(next, more, at + 1);
    }
  }

  private weigh(bundle: Bundle, saved: number): void {
    const room = this.roomIn(bundle);
    if (room > this.best.room || (room === this.best.room && saved <= this.best.saved)) return;
    this.best = { atoms: bundle.atoms, room, saved };
  }

  /** What is left of its positions, as a share of one; room that is allowed counts as none. */
  private roomIn({ load }: Pick<Bundle, 'load'>): number {
    const room = (this.capacity - load) / this.problem.capacity;
    return room <= this.roomAllowed ? 0 : room;
  }
}
