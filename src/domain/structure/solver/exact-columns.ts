import { allFit, mayMeet, positionsOf, widestRole } from './bundle.js';
import { CapabilitySets } from './capability-sets.js';
import type { Cost } from './cost.js';
import type { Atom, RoleProblem } from './role-problem.js';

/** A set of atoms that may be one role, as bits of the atoms in question, with its part of the goals. */
export interface Column extends Cost {
  readonly mask: number;
  readonly utilisation: number;
}

/** Making and weighing one column costs about so many looks at one. */
export const COLUMN_WORK = 20;
/** Seeing whether one atom may join costs about so many, whether it may or not. */
const JOINING_WORK = 12;

/** A set of atoms under way; set is the number of its capabilities. */
interface Draft {
  readonly mask: number;
  readonly set: number;
  readonly saved: number;
  readonly steps: number;
  readonly load: number;
  readonly people: number;
  readonly forces: number;
  readonly fourEyes: boolean;
  readonly widest: number;
  readonly positions: number;
}

/** All sets that may be roles, by their lowest atom; null where there are too many. */
export function enumerateColumns(
  problem: RoleProblem,
  ids: readonly number[],
  allowed: number,
): Column[][] | null {
  const listing = new Listing(problem, ids, allowed);
  return listing.isComplete() ? listing.columns : null;
}

class Listing {
  readonly columns: Column[][];
  private readonly atoms: readonly Atom[];
  private readonly enemies: readonly number[];
  private readonly joinings: readonly Joining[];
  private readonly sets: CapabilitySets;
  private work = 0;

  constructor(
    private readonly problem: RoleProblem,
    ids: readonly number[],
    private readonly allowed: number,
  ) {
    const atoms = ids.flatMap((id) => problem.atoms[id] ?? []);
    this.atoms = atoms;
    this.columns = ids.map(() => []);
    this.sets = new CapabilitySets(problem, atoms, widestRole({ ...problem, atoms }));
    this.enemies = atoms.map((atom) => maskOf(atoms, (other) => !maySharePair(problem, atom, other)));
    this.joinings = ids.map((id, at): Joining => ({
      bit: 1 << at,
      checkers: maskOf(ids, (other) => atoms[at]?.checks.includes(other) === true),
      near: ids.flatMap((other, bit) => {
        const weight = problem.neighbours[id]?.get(other) ?? 0;
        return weight === 0 ? [] : [{ bit, weight }];
      }),
    }));
  }

  isComplete(): boolean {
    return this.atoms.every((atom, at) => this.grow(this.begin(atom, at), at + 1, at));
  }

  private grow(draft: Draft, from: number, low: number): boolean {
    this.work += COLUMN_WORK;
    if (this.work > this.allowed) return false;
    // A wider atom may still join and raise the limit, so a set over it is kept on, but is no role.
    if (this.sets.sizeOf(draft.set) <= Math.max(this.problem.maxCapabilities, draft.widest))
      this.columns[low]?.push(this.columnOf(draft));
    for (let at = from; at < this.atoms.length; at += 1) {
      if ((this.enemies[at] ?? 0) & draft.mask) continue;
      this.work += JOINING_WORK;
      const next = this.extend(draft, at);
      if (next && !this.grow(next, at + 1, low)) return false;
    }
    return true;
  }

  private begin(atom: Atom, at: number): Draft {
    const { load, people, forces, fourEyes } = atom;
    return {
      mask: 1 << at,
      set: this.sets.of(at),
      saved: 0,
      steps: atom.steps.length,
      load,
      people,
      forces,
      fourEyes,
      widest: atom.capabilities.length,
      positions: positionsOf(this.problem, atom),
    };
  }

  private extend(draft: Draft, at: number): Draft | null {
    const { problem } = this;
    const [atom, joining] = [this.atoms[at], this.joinings[at]];
    if (!atom || !joining) return null;
    const forces = draft.forces | atom.forces;
    const steps = draft.steps + atom.steps.length;
    if ((problem.oneForce && forces === 3) || steps > problem.maxSteps) return null;
    const set = this.sets.join(draft.set, at);
    if (set < 0) return null;
    const load = draft.load + atom.load;
    const people = Math.max(draft.people, atom.people);
    const fourEyes = draft.fourEyes || atom.fourEyes || (joining.checkers & draft.mask) !== 0;
    const positions = positionsOf(problem, { load, people, fourEyes });
    if (positions > problem.maxPositions) return null;
    let saved = draft.saved;
    for (const { bit, weight } of joining.near) if ((draft.mask >> bit) & 1) saved += weight;
    const mask = draft.mask | joining.bit;
    const widest = Math.max(draft.widest, atom.capabilities.length);
    return { mask, set, saved, steps, load, people, forces, fourEyes, widest, positions };
  }

  private columnOf({ mask, positions, saved, set, load }: Draft): Column {
    const holdings = this.sets.holdingsOf(set);
    return { mask, positions, saved, holdings, utilisation: load / (positions * this.problem.capacity) };
  }
}

/** An atom that joins: its bit, who checks it or is checked by it, and what passes to and from which others. */
interface Joining {
  readonly bit: number;
  readonly checkers: number;
  readonly near: readonly { readonly bit: number; readonly weight: number }[];
}

/** What holds for two atoms in any role, however wide. */
function maySharePair(problem: RoleProblem, a: Atom, b: Atom): boolean {
  if (a === b) return true;
  if (problem.oneForce && (a.forces | b.forces) === 3) return false;
  return mayMeet(a.apart, b.apart) && allFit(problem, a.capabilities, b.capabilities);
}

function maskOf<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.reduce((mask, one, bit) => (holds(one) ? mask | (1 << bit) : mask), 0);
}
