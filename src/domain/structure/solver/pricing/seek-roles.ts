import { bundleOf, positionsOf } from '../bundle.js';
import type { RoleProblem } from '../role-problem.js';
import { ALL, DearestRoles } from './dearest-roles.js';
import { RolesAround } from './roles-around.js';

/** A set of atoms that may be a role, and the positions that it takes. */
export interface SoughtRole {
  readonly atoms: readonly number[];
  readonly positions: number;
}

interface Gainful {
  readonly atoms: readonly number[];
  readonly gain: number;
}

/** Roles around one atom, and roles that hold it, at a time. */
const FOR_EACH = 3;
/** Every choice of capabilities is looked at where there are no more of them, so many at a time. */
const MOST_CHOICES = 12_000_000;
const AT_A_TIME = 150_000;
const WORK = 4_000_000;

/**
 * Seeks roles that are worth more than their positions: at every choice of capabilities where they are few enough, a
 * share of them at a time, else around every atom.
 */
export class SeekRoles {
  private dearest: DearestRoles | null;
  private around: RolesAround | null = null;
  private time = 0;

  constructor(
    private readonly problem: RoleProblem,
    private readonly perWeight: number,
  ) {
    const dearest = new DearestRoles(problem);
    this.dearest = dearest.choices() <= MOST_CHOICES ? dearest : null;
  }

  /** true where no choice of capabilities goes unseen for long, and none turned out to be more than can be weighed. */
  get seesAll(): boolean {
    return this.dearest !== null;
  }

  find(prices: Float64Array, left: Uint8Array): readonly SoughtRole[] {
    const among = this.dearest && this.amongAll(this.dearest, prices, left);
    if (among) return among;
    this.dearest = null;
    const around = (this.around ??= new RolesAround(this.problem, this.perWeight));
    around.lookAt(prices, left);
    return this.problem.atoms.flatMap((_, seed) => around.around(seed, FOR_EACH));
  }

  private amongAll(dearest: DearestRoles, prices: Float64Array, left: Uint8Array): SoughtRole[] | null {
    dearest.keep(left);
    const of = Math.max(1, Math.ceil(dearest.choices() / AT_A_TIME));
    const share = of === 1 ? ALL : { of, at: this.time % of };
    this.time += 1;
    const most = new Float64Array(prices.length);
    const found: Gainful[] = [];
    const seen = (set: Int32Array, size: number, positions: number, worth: number): boolean => {
      const gain = worth - positions;
      let isMost = false;
      for (let at = 0; at < size; at += 1) {
        const atom = set[at] ?? 0;
        if (gain <= (most[atom] ?? 0)) continue;
        most[atom] = gain;
        isMost = true;
      }
      if (isMost) found.push({ atoms: Array.from(set.subarray(0, size)), gain });
      return false;
    };
    const isSeen = dearest.look({ ofAtoms: prices, perWeight: this.perWeight, seen }, share, WORK);
    return isSeen ? this.fewOfEach(found) : null;
  }

  /** The most gainful first, as long as one of its atoms is in few of those before. */
  private fewOfEach(found: readonly Gainful[]): SoughtRole[] {
    const times = new Uint8Array(this.problem.atoms.length);
    const roles: SoughtRole[] = [];
    for (const { atoms } of [...found].sort((a, b) => b.gain - a.gain)) {
      if (atoms.every((atom) => (times[atom] ?? 0) >= FOR_EACH)) continue;
      const bundle = bundleOf(this.problem, atoms);
      if (!bundle) continue;
      for (const atom of atoms) times[atom] = Math.min(255, (times[atom] ?? 0) + 1);
      roles.push({ atoms, positions: positionsOf(this.problem, bundle) });
    }
    return roles;
  }
}
