import { bundleOf } from '../bundle.js';
import type { IntegerSolver, ProgramColumn } from '../integer-solver.js';
import type { RoleProblem } from '../role-problem.js';
import { wholeWeight } from '../set-partition/whole-unit.js';
import { connectedParts, type ConnectedParts } from './connected-parts.js';

const MOST_ITERATIONS = 400_000;
/** A share from which a part is taken as a whole. */
const WHOLE = 0.99;
const SMALL = 1e-6;
/** Parts in one integer program over what the linear one leaves undecided, and the simplex iterations that it may take. */
const UNDECIDED = 6_000;
const UNDECIDED_ITERATIONS = 4_000;

/** What is known of keeping transfers inside roles, however many roles there are. */
export interface KeptInside {
  /** No structure keeps more weight inside. */
  readonly most: number;
  /** Roles that keep much of it: connected parts and single atoms. */
  readonly roles: readonly (readonly number[])[];
}

/**
 * The most weight that any structure can keep inside its roles, however many there are: each role falls into parts
 * that are connected by the flow, so packing such parts (each atom in one at most, shares allowed) keeps at least as
 * much. Its linear program is that of set packing; the bound is computed anew from its prices. Roles come from the same
 * answer: parts taken as a whole, and what it leaves undecided packed by integer programs. null where there are more
 * parts than may be listed. Costs time with the number of parts: on a chain with shortcuts in line with its length.
 */
export function keptInside(
  problem: RoleProblem,
  solver: IntegerSolver,
  mostParts: number,
): KeptInside | null {
  const parts = connectedParts(problem, mostParts);
  if (!parts) return null;
  const single = problem.atoms.map((_, at) => [at]);
  if (parts.columns.length === 0) return { most: 0, roles: single };
  const { columns, unit } = parts;
  const program = solver.grow(problem.atoms.map(() => ({ lower: -Infinity, upper: 1 })));
  program.addColumns(columns);
  const answer = program.solve(MOST_ITERATIONS);
  program.release();
  if (!answer) return null;
  return {
    most: wholeWeight(problem, Math.ceil(priced(columns, answer.prices) * unit)),
    roles: new Packing(problem, parts, answer.values, solver).roles(),
  };
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

/** Makes whole roles of the shares of parts that the linear program takes. */
class Packing {
  private readonly roleOf: Int32Array;
  private readonly chosen: (readonly number[])[] = [];

  constructor(
    private readonly problem: RoleProblem,
    private readonly parts: ConnectedParts,
    private readonly shares: Float64Array,
    private readonly solver: IntegerSolver,
  ) {
    this.roleOf = new Int32Array(problem.atoms.length).fill(-1);
  }

  roles(): readonly (readonly number[])[] {
    this.takeWhole();
    for (const some of this.undecided()) this.pack(some);
    const left = this.problem.atoms.flatMap((_, at) => (this.roleOf[at] === -1 ? [[at]] : []));
    return [...this.chosen, ...left].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  }

  private takeWhole(): void {
    this.parts.columns.forEach(({ rows }, at) => {
      if ((this.shares[at] ?? 0) >= WHOLE) this.take(rows);
    });
  }

  /** Takes a part where its atoms are free; one that is only a role beside a wider atom is none alone. */
  private take(rows: readonly number[]): void {
    if (!this.isFree(rows) || !bundleOf(this.problem, rows)) return;
    for (const row of rows) this.roleOf[row] = this.chosen.length;
    this.chosen.push([...rows].sort((a, b) => a - b));
  }

  private isFree(rows: readonly number[]): boolean {
    return rows.every((row) => this.roleOf[row] === -1);
  }

  /** Parts over the atoms that are not settled, in groups that share no atom of a part taken in shares. */
  private undecided(): readonly (readonly number[])[] {
    const group = new Int32Array(this.problem.atoms.length).fill(-1);
    const near = new Map<number, number[][]>();
    this.parts.columns.forEach(({ rows }, at) => {
      if ((this.shares[at] ?? 0) <= SMALL || !this.isFree(rows)) return;
      for (const row of rows) near.set(row, [...(near.get(row) ?? []), [...rows]]);
    });
    let groups = 0;
    for (const first of near.keys()) {
      if (group[first] !== -1) continue;
      const queue = [first];
      group[first] = groups;
      for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
        for (const other of near.get(row)?.flat() ?? []) {
          if (group[other] !== -1) continue;
          group[other] = groups;
          queue.push(other);
        }
      }
      groups += 1;
    }
    const lists: number[][] = Array.from({ length: groups }, () => []);
    this.parts.columns.forEach(({ rows }, at) => {
      const of = group[rows[0] ?? 0] ?? -1;
      if (of >= 0 && rows.every((row) => group[row] === of)) lists[of]?.push(at);
    });
    return lists;
  }

  private pack(some: readonly number[]): void {
    const columns = some
      .flatMap((at) => this.parts.columns[at] ?? [])
      .filter(({ rows }) => bundleOf(this.problem, rows));
    const packed = columns.length <= UNDECIDED ? this.packExactly(columns) : null;
    const worth = ({ cost, rows }: ProgramColumn): number => cost / rows.length;
    const order = packed ?? [...columns].sort((a, b) => worth(a) - worth(b));
    for (const { rows } of order) this.take(rows);
  }

  private packExactly(columns: readonly ProgramColumn[]): readonly ProgramColumn[] | null {
    const atoms = [...new Set(columns.flatMap(({ rows }) => rows))].sort((a, b) => a - b);
    const rowOf = new Map(atoms.map((atom, at) => [atom, at]));
    const program = {
      rows: atoms.map(() => ({ lower: -Infinity, upper: 1 })),
      columns: columns.map((column) => ({
        ...column,
        upper: 1,
        rows: column.rows.map((atom) => rowOf.get(atom) ?? 0),
      })),
      fractional: [],
      start: null,
      tolerance: SMALL,
    };
    const { values } = this.solver.solve(program, UNDECIDED_ITERATIONS);
    return values && columns.filter((_, at) => (values[at] ?? 0) > 0.5);
  }
}
