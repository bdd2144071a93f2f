import { bundleOfAtom, joined, widestRole, type Bundle } from '../bundle.js';
import type { ProgramColumn } from '../integer-solver.js';
import type { RoleProblem } from '../role-problem.js';

/** Connected parts of roles: their atoms, and as a cost below 0 the weight that stays inside, in units. */
export interface ConnectedParts {
  readonly columns: readonly ProgramColumn[];
  readonly unit: number;
}

/** A part of so many atoms ends the listing: there would be too many, and the listing goes as deep. */
const MOST_ATOMS = 40;

/** All sets of two or more atoms that the flow connects and that a role may hold; null where there are more than so many. */
export function connectedParts(problem: RoleProblem, mostParts: number): ConnectedParts | null {
  return new Listing(problem, mostParts).list();
}

/** Every connected set once (Wernicke 2006, IEEE/ACM TCBB 3:347): from each atom only to later ones. */
class Listing {
  private readonly wide: RoleProblem;
  private readonly unit: number;
  private readonly columns: ProgramColumn[] = [];
  private readonly touched: Uint8Array;
  private tried = 0;

  constructor(
    problem: RoleProblem,
    private readonly most: number,
  ) {
    // A default limit yields to the widest atom, so no role of any structure is wider than this.
    this.wide = { ...problem, maxCapabilities: widestRole(problem) };
    this.unit = problem.arcs.reduce((top, { weight }) => Math.max(top, weight), 1);
    this.touched = new Uint8Array(problem.atoms.length);
  }

  list(): ConnectedParts | null {
    const complete = this.wide.atoms.every((atom, root) => {
      const near = this.later(root, root);
      this.touched[root] = 1;
      const done = this.grow({ ...bundleOfAtom(atom, root), atoms: [root] }, 0, near, root);
      this.touched[root] = 0;
      for (const one of near) this.touched[one] = 0;
      return done;
    });
    return complete ? { columns: this.columns, unit: this.unit } : null;
  }

  /** Untouched neighbours after the root; they count as touched from now on. */
  private later(atom: number, root: number): number[] {
    const near = [...(this.wide.neighbours[atom]?.keys() ?? [])].filter(
      (other) => other > root && this.touched[other] === 0,
    );
    for (const one of near) this.touched[one] = 1;
    return near;
  }

  private grow(bundle: Bundle, saved: number, candidates: readonly number[], root: number): boolean {
    if (bundle.atoms.length > 1) this.keep(bundle.atoms, saved);
    for (const [at, id] of candidates.entries()) {
      this.tried += 1;
      if (this.tried > this.most * 4 || this.columns.length > this.most) return false;
      const next = this.extend(bundle, id);
      if (!next) continue;
      if (next.atoms.length > MOST_ATOMS) return false;
      const near = this.wide.neighbours[id];
      const more = bundle.atoms.reduce((sum, other) => sum + (near?.get(other) ?? 0), saved);
      const fresh = this.later(id, root);
      const done = this.grow(next, more, [...candidates.slice(at + 1), ...fresh], root);
      for (const one of fresh) this.touched[one] = 0;
      if (!done) return false;
    }
    return true;
  }

  private extend(bundle: Bundle, id: number): Bundle | null {
    const atom = this.wide.atoms[id];
    if (!atom) return null;
    const single = bundleOfAtom(atom, id);
    const sum = joined(this.wide, bundle, single);
    return (
      sum && { ...sum, atoms: [...bundle.atoms, id], apart: new Map([...bundle.apart, ...single.apart]) }
    );
  }

  private keep(atoms: readonly number[], saved: number): void {
    this.columns.push({
      cost: -saved / this.unit,
      upper: Infinity,
      rows: atoms,
      values: atoms.map(() => 1),
    });
  }
}
