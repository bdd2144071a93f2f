import type {
  GrowingProgram,
  IntegerSolver,
  LinearAnswer,
  ProgramColumn,
  ProgramRow,
} from '../integer-solver.js';
import type { RoleColumns } from './role-columns.js';
import { brokenTriples, type Triple } from './subset-row-cuts.js';

/** What is minimised over columns, and what the goals before it may add up to at most. */
export interface Goal {
  /** COVER where an atom may be in several of the columns taken, which a partition follows from at no higher cost. */
  readonly form: 'PARTITION' | 'COVER';
  /** For each column, in a unit in which whole numbers are well told apart. */
  readonly cost: ArrayLike<number>;
  readonly kept: readonly { readonly cost: ArrayLike<number>; readonly most: number }[];
  /** No answer costs more. */
  readonly worst: number;
}

/** A bound on the goal, and by how much each column would raise it, those left out too. */
export interface Relaxed {
  readonly bound: number;
  readonly raise: Float64Array;
  readonly triples: readonly Triple[];
  readonly work: number;
}

const BATCH = 1500;
const CUTS_AT_ONCE = 40;
const MOST_CUTS = 600;
const SMALL = 1e-7;
const MOST_ITERATIONS = 200_000;
/** Rounds of cuts that bring less than this share of the way to the target end the search for more. */
const WORTH_A_ROUND = 0.02;
const POOR_ROUNDS = 4;

interface Prices {
  readonly atoms: Float64Array;
  readonly kept: readonly number[];
  readonly cuts: readonly number[];
}

/**
 * The linear program of set partitioning over listed columns, of which only those are put in that are worth it (column
 * generation), tightened by subset-row inequalities. Its bound is computed anew from the prices, so that it holds
 * whatever the solver rounds.
 */
export class Relaxation {
  private readonly program: GrowingProgram;
  /** Columns in the program, in its order, after those that stand for what is left uncovered or goes over a limit. */
  private readonly inside: number[] = [];
  private readonly isInside: Uint8Array;
  private readonly triples: Triple[] = [];
  private readonly cutsAt: number[][];
  private readonly missing: number;
  private readonly counts: Int32Array = new Int32Array(MOST_CUTS);
  private work = 0;

  constructor(
    private readonly columns: RoleColumns,
    private readonly atoms: number,
    private readonly goal: Goal,
    private readonly allowed: ArrayLike<number>,
    solver: IntegerSolver,
  ) {
    this.isInside = new Uint8Array(columns.size);
    this.cutsAt = Array.from({ length: atoms }, () => []);
    this.program = solver.grow(rowsOf(goal, atoms, 0));
    const penalty = penaltyOf(goal, allowed);
    const slack = (row: number, value: number): ProgramColumn => ({
      cost: penalty,
      upper: Infinity,
      rows: [row],
      values: [value],
    });
    this.missing = atoms + goal.kept.length;
    this.program.addColumns(
      Array.from({ length: this.missing }, (_, row) => slack(row, row < atoms ? 1 : -1)),
    );
  }

  /** Puts columns in from the start: known answers, and whatever was of use before. */
  begin(columns: readonly number[], triples: readonly Triple[]): void {
    this.putIn(columns);
    this.cut(triples);
  }

  /** The bound, tightened until it passes the target or nothing is gained; null where the solver gave no answer. */
  tighten(target: number, rounds: number): Relaxed | null {
    let answer = this.generate();
    if (!answer) return this.end(null);
    let best = this.boundBy(answer);
    let poor = 0;
    for (let round = 0; round < rounds && best.bound <= target; round += 1) {
      const most = this.goal.form === 'COVER' ? 0 : Math.min(CUTS_AT_ONCE, MOST_CUTS - this.triples.length);
      const known = new Set(this.triples.map((triple) => triple.join(' ')));
      const broken = most > 0 ? brokenTriples(this.columns, this.takenBy(answer), known, most) : [];
      if (broken.length === 0) break;
      this.cut(broken);
      answer = this.generate();
      if (!answer) break;
      const next = this.boundBy(answer);
      const gained = next.bound - best.bound;
      const left = target - best.bound;
      if (gained > 0) best = next;
      poor = Number.isFinite(left) && gained < left * WORTH_A_ROUND ? poor + 1 : 0;
      if (poor >= POOR_ROUNDS) break;
    }
    return this.end(best);
  }

  private end(best: { readonly bound: number; readonly prices: Prices } | null): Relaxed | null {
    this.program.release();
    if (!best) return null;
    const raise = new Float64Array(this.columns.size).fill(Infinity);
    for (let column = 0; column < raise.length; column += 1) {
      raise[column] = Math.max(0, this.raiseOf(column, best.prices));
    }
    return { bound: best.bound, raise, triples: this.triples, work: this.work };
  }

  private takenBy(answer: LinearAnswer) {
    return this.inside.flatMap((column, at) => {
      const share = answer.values[this.missing + at] ?? 0;
      return share > SMALL ? [{ column, share }] : [];
    });
  }

  /** Solves, puts in what lowers the cost, and solves again, until nothing does. */
  private generate(): LinearAnswer | null {
    for (;;) {
      const answer = this.program.solve(MOST_ITERATIONS);
      if (!answer) return null;
      this.work += answer.iterations;
      const prices = this.pricesOf(answer);
      const worth: { readonly column: number; readonly raise: number }[] = [];
      for (let at = 0; at < this.allowed.length; at += 1) {
        const column = this.allowed[at] ?? 0;
        if (this.isInside[column] === 1) continue;
        const raise = this.raiseOf(column, prices);
        if (raise < -SMALL) worth.push({ column, raise });
      }
      if (worth.length === 0) return answer;
      worth.sort((a, b) => a.raise - b.raise || a.column - b.column);
      this.putIn(worth.slice(0, BATCH).map(({ column }) => column));
    }
  }

  /** Prices of limits are never above 0, whatever the solver rounds. */
  private pricesOf({ prices }: LinearAnswer): Prices {
    const kept = this.goal.kept.map((_, at) => Math.min(0, prices[this.atoms + at] ?? 0));
    const cuts = this.triples.map((_, at) => Math.min(0, prices[this.missing + at] ?? 0));
    const atoms = prices.slice(0, this.atoms);
    return {
      atoms: this.goal.form === 'COVER' ? atoms.map((price) => Math.max(0, price)) : atoms,
      kept,
      cuts,
    };
  }

  /** The prices' worth of the rows, less what the columns with a negative rest could take off: at most one for each atom. */
  private boundBy(answer: LinearAnswer): { readonly bound: number; readonly prices: Prices } {
    const prices = this.pricesOf(answer);
    let bound = prices.atoms.reduce((sum, price) => sum + price, 0);
    this.goal.kept.forEach(({ most }, at) => (bound += most * (prices.kept[at] ?? 0)));
    for (const price of prices.cuts) bound += price;
    let least = 0;
    for (let at = 0; at < this.allowed.length; at += 1) {
      least = Math.min(least, this.raiseOf(this.allowed[at] ?? 0, prices));
    }
    return { bound: bound + least * this.atoms, prices };
  }

  private raiseOf(column: number, { atoms, kept, cuts }: Prices): number {
    let rest = this.goal.cost[column] ?? 0;
    const touched: number[] = [];
    this.columns.eachAtom(column, (atom) => {
      rest -= atoms[atom] ?? 0;
      for (const cut of this.cutsAt[atom] ?? []) {
        const count = (this.counts[cut] ?? 0) + 1;
        this.counts[cut] = count;
        if (count === 1) touched.push(cut);
        if (count === 2) rest -= cuts[cut] ?? 0;
      }
    });
    for (const cut of touched) this.counts[cut] = 0;
    for (let at = 0; at < kept.length; at += 1) {
      rest -= (kept[at] ?? 0) * (this.goal.kept[at]?.cost[column] ?? 0);
    }
    return rest;
  }

  private putIn(columns: readonly number[]): void {
    const fresh = columns.filter((column) => this.isInside[column] === 0);
    for (const column of fresh) this.isInside[column] = 1;
    this.program.addColumns(
      fresh.map((column) => programColumn(this.columns, this.goal, this.atoms, this.triples, column)),
    );
    this.inside.push(...fresh);
  }

  private cut(triples: readonly Triple[]): void {
    for (const triple of triples) {
      if (this.triples.length >= MOST_CUTS) return;
      for (const atom of triple) this.cutsAt[atom]?.push(this.triples.length);
      this.triples.push(triple);
      const held = this.inside.flatMap((column, at) =>
        holdsTwo(this.columns, column, triple) ? [this.missing + at] : [],
      );
      this.program.addRow(
        { lower: -Infinity, upper: 1 },
        held,
        held.map(() => 1),
      );
    }
  }
}

/** Every atom once (or covered), the goals before no worse, and no triple taken twice. */
export function rowsOf(goal: Goal, atoms: number, triples: number): ProgramRow[] {
  const upper = goal.form === 'COVER' ? Infinity : 1;
  return [
    ...Array.from({ length: atoms }, () => ({ lower: 1, upper })),
    ...goal.kept.map(({ most }) => ({ lower: -Infinity, upper: most })),
    ...Array.from({ length: triples }, () => ({ lower: -Infinity, upper: 1 })),
  ];
}

function penaltyOf(goal: Goal, allowed: ArrayLike<number>): number {
  let least = 0;
  for (let at = 0; at < allowed.length; at += 1) least = Math.min(least, goal.cost[allowed[at] ?? 0] ?? 0);
  return Math.max(1, Math.abs(goal.worst), Math.abs(least)) * 2;
}

/** true where the column holds two or three of the atoms. */
export function holdsTwo(columns: RoleColumns, column: number, triple: Triple): boolean {
  let held = 0;
  columns.eachAtom(column, (atom) => {
    if (triple.includes(atom)) held += 1;
  });
  return held >= 2;
}

/** A column as a program holds it: rows of atoms, then of goals before, then of cuts. */
export function programColumn(
  columns: RoleColumns,
  goal: Goal,
  atoms: number,
  triples: readonly Triple[],
  column: number,
): ProgramColumn {
  const rows = columns.atomsOf(column);
  const values = rows.map(() => 1);
  goal.kept.forEach(({ cost }, at) => {
    rows.push(atoms + at);
    values.push(cost[column] ?? 0);
  });
  triples.forEach((triple, at) => {
    if (!holdsTwo(columns, column, triple)) return;
    rows.push(atoms + goal.kept.length + at);
    values.push(1);
  });
  return { cost: goal.cost[column] ?? 0, upper: Infinity, rows, values };
}
