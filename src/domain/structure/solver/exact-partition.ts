import type { SummedGoal } from '../structure-goals.js';
import { isWithin, limitedGoals, NO_CEILING, type Ceiling } from './ceiling.js';
import { compareCost, excess, isSame, minus, NO_COST, plus, type Cost } from './cost.js';
import { COLUMN_WORK, enumerateColumns, type Column } from './exact-columns.js';
import type { RoleProblem } from './role-problem.js';

/** The best cost of covering sets of some atoms, and the columns that do it. */
export interface ExactTable {
  readonly atoms: readonly number[];
  /** Columns by their lowest atom. */
  readonly columns: readonly (readonly Column[])[];
  /** The best costs of every set of atoms that a best partition may have left: where goals have a ceiling all that no other beats in them and in the order. */
  readonly best: ReadonlyMap<number, readonly Cost[]>;
  /** The cost of the best partition within the ceiling. */
  readonly cost: Cost;
  /** Steps of work that it took. */
  readonly work: number;
}

const LARGEST = 28;

/**
 * Set partitioning by dynamic programming over sets of atoms still to be covered, the lowest atom first: proves the
 * first three goals, one after the other, within the ceiling. null where it would take more than the work allowed
 * (columns tried), or where nothing keeps the ceiling. Dynamic programming over subsets: Held & Karp 1962, Journal of
 * the SIAM 10:196.
 */
export function solveExactly(
  problem: RoleProblem,
  atoms: readonly number[],
  workAllowed: number,
  ceiling: Ceiling = NO_CEILING,
): ExactTable | null {
  const size = atoms.length;
  if (size === 0 || size > LARGEST) return null;
  const columns = enumerateColumns(problem, atoms, workAllowed);
  if (!columns) return null;
  const limited = limitedGoals(ceiling);
  const best = new Map<number, readonly Cost[]>([[0, [NO_COST]]]);
  let work = columns.reduce((sum, list) => sum + list.length * COLUMN_WORK, 0);
  const cover = (mask: number): readonly Cost[] | null => {
    const known = best.get(mask);
    if (known) return known;
    const list = columns[lowestOf(mask)] ?? [];
    work += list.length;
    if (work > workAllowed) return null;
    const kept: Cost[] = [];
    for (const column of list) {
      if ((column.mask & mask) !== column.mask) continue;
      const rest = cover(mask ^ column.mask);
      if (!rest) return null;
      for (const one of rest) keepBest(problem, limited, kept, plus(column, one));
      if (limited.length > 0) work += rest.length * (kept.length + 1);
    }
    best.set(mask, kept);
    return kept;
  };
  const all = cover(2 ** size - 1)?.filter((cost) => isWithin(ceiling, cost)) ?? [];
  const [cost] = [...all].sort((a, b) => compareCost(problem, a, b));
  return cost ? { atoms, columns, best, cost, work } : null;
}

/** Puts a cost in where no other is as good in the limited goals and in the order, and takes out those that it beats. */
function keepBest(problem: RoleProblem, limited: readonly SummedGoal[], kept: Cost[], fresh: Cost): void {
  if (limited.length === 0) {
    const [before] = kept;
    if (!before || compareCost(problem, fresh, before) < 0) kept[0] = fresh;
    return;
  }
  const asGood = (a: Cost, b: Cost): boolean =>
    limited.every((goal) => excess(goal, a, b) <= 0) && compareCost(problem, a, b) <= 0;
  let left = 0;
  for (const one of kept) {
    if (asGood(one, fresh)) return;
    if (!asGood(fresh, one)) kept[left++] = one;
  }
  kept.length = left;
  kept.push(fresh);
}

function lowestOf(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** All costs that a table knows for its atoms: without a ceiling one, else all that no other beats. */
export function costsOf(table: ExactTable): readonly Cost[] {
  return table.best.get(2 ** table.atoms.length - 1) ?? [];
}

/** The columns that begin a cover of these atoms at this cost, which is one that the table knows. */
export function columnsTowards(table: ExactTable, mask: number, cost: Cost): readonly Column[] {
  return (table.columns[lowestOf(mask)] ?? []).filter((column) => {
    if ((column.mask & mask) !== column.mask) return false;
    const rest = minus(cost, column);
    return table.best.get(mask ^ column.mask)?.some((one) => isSame(one, rest)) === true;
  });
}

/** The atoms of a column. */
export function atomsOf(table: Pick<ExactTable, 'atoms'>, column: Column): number[] {
  return table.atoms.filter((_, bit) => (column.mask >> bit) & 1);
}

/** A best partition, the first in order of columns. */
export function bestPartition(table: ExactTable): number[][] {
  const roles: number[][] = [];
  let mask = 2 ** table.atoms.length - 1;
  let { cost } = table;
  while (mask !== 0) {
    const [column] = columnsTowards(table, mask, cost);
    if (!column) return roles;
    roles.push(atomsOf(table, column));
    mask ^= column.mask;
    cost = minus(cost, column);
  }
  return roles;
}
