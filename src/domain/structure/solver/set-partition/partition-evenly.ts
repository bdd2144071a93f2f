import type { IntegerSolver, ProgramColumn, ProgramRow } from '../integer-solver.js';
import type { Goal } from './relaxation.js';
import type { RoleColumns } from './role-columns.js';

/** The columns that the goals before leave, and the best partition so far. */
export interface EvenQuestion {
  readonly columns: RoleColumns;
  readonly atoms: number;
  readonly kept: Goal['kept'];
  readonly allowed: readonly number[];
  readonly known: readonly number[];
}

/** The most even partition found, and what no partition of the columns falls below. */
export interface EvenAnswer {
  readonly chosen: readonly number[];
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly work: number;
}

const MOST_COLUMNS = 1_500;
const SMALL = 1e-9;

/**
 * Least difference between the highest and the lowest utilisation: an integer program in which each atom's role lies
 * between the two, which are columns of their own.
 */
export function partitionEvenly(question: EvenQuestion, solver: IntegerSolver, effort: number): EvenAnswer {
  const { columns, allowed, known } = question;
  const value = spreadOf(columns, known);
  const none = { chosen: known, value, bound: 0, proven: value === 0, work: 0 };
  if (value === 0 || allowed.length > MOST_COLUMNS) return none;
  const program = { ...programOf(question), fractional: [allowed.length, allowed.length + 1], start: null };
  const answer = solver.solve({ ...program, tolerance: SMALL }, effort);
  const chosen = answer.values ? allowed.filter((_, at) => (answer.values?.[at] ?? 0) > 0.5) : known;
  const better = spreadOf(columns, chosen) < value ? chosen : known;
  const spread = spreadOf(columns, better);
  const proven = answer.kind === 'OPTIMAL' && Math.abs(spread - answer.objective) < 1e-6;
  const bound = proven ? spread : Math.min(spread, Math.max(0, answer.bound - 1e-6));
  return { chosen: better, value: spread, bound, proven, work: answer.iterations };
}

/** Rows: each atom once; the goals before; for each atom the highest and the lowest. */
function programOf({ columns, atoms, kept, allowed }: EvenQuestion) {
  const rows: ProgramRow[] = [
    ...Array.from({ length: atoms }, () => ({ lower: 1, upper: 1 })),
    ...kept.map(({ most }) => ({ lower: -Infinity, upper: most })),
    ...Array.from({ length: atoms }, () => ({ lower: -Infinity, upper: 0 })),
    ...Array.from({ length: atoms }, () => ({ lower: 0, upper: Infinity })),
  ];
  const [high, low] = [atoms + kept.length, atoms + kept.length + atoms];
  const roles = allowed.map((column): ProgramColumn => {
    const members = columns.atomsOf(column);
    const used = columns.utilisation[column] ?? 0;
    return {
      cost: 0,
      upper: 1,
      rows: [
        ...members,
        ...kept.map((_, at) => atoms + at),
        ...members.map((atom) => high + atom),
        ...members.map((atom) => low + atom),
      ],
      values: [
        ...members.map(() => 1),
        ...kept.map(({ cost }) => cost[column] ?? 0),
        ...members.map(() => used),
        ...members.map(() => used),
      ],
    };
  });
  const all = Array.from({ length: atoms }, (_, atom) => atom);
  const limit = (cost: number, from: number): ProgramColumn => ({
    cost,
    upper: Infinity,
    rows: all.map((atom) => from + atom),
    values: all.map(() => -1),
  });
  return { rows, columns: [...roles, limit(1, high), limit(-1, low)] };
}

/** Highest less lowest utilisation of the columns. */
function spreadOf(columns: RoleColumns, chosen: readonly number[]): number {
  if (chosen.length === 0) return 0;
  const used = chosen.map((column) => columns.utilisation[column] ?? 0);
  return used.reduce((a, b) => Math.max(a, b), 0) - used.reduce((a, b) => Math.min(a, b), Infinity);
}
