import { bundleOfAtom, joined, widestRole, type Bundle } from '../bundle.js';
import type { IntegerSolver, ProgramColumn } from '../integer-solver.js';
import type { RoleProblem } from '../role-problem.js';

/** Connected parts of roles: their atoms and the weight that stays inside. */
interface Parts {
  readonly columns: readonly ProgramColumn[];
  readonly unit: number;
}

/** A part of so many atoms ends the listing: there would be too many, and the listing goes as deep. */
const MOST_ATOMS = 40;
const MOST_ITERATIONS = 400_000;

/**
 * The most weight that any structure can keep inside its roles, however many there are: each role falls into parts
 * that are connected by the flow, so packing such parts (each atom in one at most, shares allowed) keeps at least as
 * much. Its linear program is that of set packing; the bound is computed anew from its prices. null where there are
 * more parts than may be listed. Costs time with the number of parts: on a chain with shortcuts in line with its length.
 */
export function mostKeptInside(
  problem: RoleProblem,
  solver: IntegerSolver,
  mostParts: number,
): number | null {
  const parts = new Listing(problem, mostParts).list();
  if (!parts) return null;
  if (parts.columns.length === 0) return 0;
  const { columns, unit } = parts;
  const program = solver.grow(problem.atoms.map(() => ({ lower: -Infinity, upper: 1 })));
  program.addColumns(columns);
  const answer = program.solve(MOST_ITERATIONS);
  program.release();
  return answer && Math.ceil(priced(columns, answer.prices) * unit);
}

/** Prices below nothing left out, and raised by what the worst column is underpriced, so that they bound every packing. */
function priced(columns: readonly ProgramColumn[], prices: Float64Array): number {
  const worth = prices.map((price) => Math.max(0, -price));
  const missing = columns.reduce((most, { cost, rows }) => {
    const paid = rows.reduce((sum, row) => sum + (worth[row] ?? 0), 0);
    return Math.max(most, -cost - paid);
  }, 0);
  return worth.reduce((sum, one) => sum + one, 0) + missing * worth.length;
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

  list(): Parts | null {
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
