import { allFit, isNarrowEnough, mayMeet, positionsOf, unionOf, widestRole, type Bundle } from './bundle.js';
import { compareCost, holdingsOf, NO_COST, plus, type Cost } from './cost.js';
import type { Atom, RoleProblem } from './role-problem.js';

/** A set of atoms that may be one role, as bits of the atoms in question, with its part of the goals. */
export interface Column extends Cost {
  readonly mask: number;
  readonly utilisation: number;
}

/** The best cost of covering sets of some atoms, and the columns that do it. */
export interface ExactTable {
  readonly atoms: readonly number[];
  /** Columns by their lowest atom. */
  readonly columns: readonly (readonly Column[])[];
  /** The best cost of every set of atoms that a best partition may have left. */
  readonly best: ReadonlyMap<number, Cost>;
  /** Steps of work that it took. */
  readonly work: number;
}

const LARGEST = 28;

/**
 * Set partitioning by dynamic programming over sets of atoms still to be covered, the lowest atom first: proves the
 * first three goals, one after the other. null where it would take more than the work allowed (columns tried).
 */
export function solveExactly(
  problem: RoleProblem,
  atoms: readonly number[],
  workAllowed: number,
): ExactTable | null {
  const size = atoms.length;
  if (size === 0 || size > LARGEST) return null;
  const columns = enumerateColumns(problem, atoms, workAllowed);
  if (!columns) return null;
  const best = new Map<number, Cost>([[0, NO_COST]]);
  let work = columns.reduce((sum, list) => sum + list.length * COLUMN_WORK, 0);
  const cover = (mask: number): Cost | null => {
    const known = best.get(mask);
    if (known) return known;
    const list = columns[lowestOf(mask)] ?? [];
    work += list.length;
    if (work > workAllowed) return null;
    let least: Cost | null = null;
    for (const column of list) {
      if ((column.mask & mask) !== column.mask) continue;
      const rest = cover(mask ^ column.mask);
      if (!rest) return null;
      const cost = plus(column, rest);
      if (!least || compareCost(cost, least) < 0) least = cost;
    }
    if (least) best.set(mask, least);
    return least;
  };
  return cover(2 ** size - 1) ? { atoms, columns, best, work } : null;
}

/** Making and weighing one column costs about so many looks at one. */
const COLUMN_WORK = 20;
/** Seeing whether one atom may join costs about so many, whether it may or not. */
const JOINING_WORK = 12;

function lowestOf(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** The cost of a best partition. */
export function bestCost(table: ExactTable): Cost {
  return table.best.get(2 ** table.atoms.length - 1) ?? NO_COST;
}

/** The columns that begin a best cover of these atoms. */
export function bestColumns(table: ExactTable, mask: number): readonly Column[] {
  const least = table.best.get(mask);
  return (table.columns[lowestOf(mask)] ?? []).filter((column) => {
    const rest = (column.mask & mask) === column.mask ? table.best.get(mask ^ column.mask) : undefined;
    return least !== undefined && rest !== undefined && compareCost(plus(column, rest), least) === 0;
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
  while (mask !== 0) {
    const [column] = bestColumns(table, mask);
    if (!column) return roles;
    roles.push(atomsOf(table, column));
    mask ^= column.mask;
  }
  return roles;
}

type Draft = Omit<Bundle, 'atoms' | 'apart'> & { readonly mask: number; readonly saved: number };

/** All sets that may be roles, by their lowest atom; null where there are too many. */
function enumerateColumns(problem: RoleProblem, ids: readonly number[], allowed: number): Column[][] | null {
  const atoms = ids.flatMap((id) => problem.atoms[id] ?? []);
  const widestOfAll = widestRole({ ...problem, atoms });
  const enemies = atoms.map((atom) => maskOf(atoms, (other) => !maySharePair(problem, atom, other)));
  const checkers = atoms.map((atom) => maskOf(ids, (id) => atom.checks.includes(id)));
  const weights = ids.map((id) => ids.map((other) => problem.neighbours[id]?.get(other) ?? 0));
  const columns: Column[][] = ids.map(() => []);
  let work = 0;
  const grow = (draft: Draft, from: number, low: number): boolean => {
    work += COLUMN_WORK;
    if (work > allowed) return false;
    // A wider atom may still join and raise the limit, so a set over it is kept on, but is no role.
    if (isNarrowEnough(problem, draft.capabilities, draft.widest)) {
      columns[low]?.push(columnOf(problem, draft));
    }
    for (let at = from; at < atoms.length; at += 1) {
      const atom = atoms[at];
      if (!atom || (enemies[at] ?? 0) & draft.mask) continue;
      work += JOINING_WORK;
      const next = extend(problem, draft, atom, {
        bit: 1 << at,
        checkers: checkers[at] ?? 0,
        weights: weights[at] ?? [],
      });
      if (next && next.capabilities.length <= widestOfAll && !grow(next, at + 1, low)) return false;
    }
    return true;
  };
  const complete = atoms.every((atom, at) => grow(draftOf(atom, 1 << at), at + 1, at));
  return complete ? columns : null;
}

function draftOf(atom: Atom, mask: number): Draft {
  const { capabilities, load, people, forces, fourEyes } = atom;
  return {
    mask,
    saved: 0,
    capabilities,
    steps: atom.steps.length,
    load,
    people,
    forces,
    fourEyes,
    widest: capabilities.length,
  };
}

function extend(
  problem: RoleProblem,
  draft: Draft,
  atom: Atom,
  joining: { readonly bit: number; readonly checkers: number; readonly weights: readonly number[] },
): Draft | null {
  const forces = draft.forces | atom.forces;
  const steps = draft.steps + atom.steps.length;
  if ((problem.oneForce && forces === 3) || steps > problem.maxSteps) return null;
  const sum = {
    load: draft.load + atom.load,
    people: Math.max(draft.people, atom.people),
    fourEyes: draft.fourEyes || atom.fourEyes || (joining.checkers & draft.mask) !== 0,
  };
  if (positionsOf(problem, sum) > problem.maxPositions) return null;
  const saved = joining.weights.reduce(
    (total, weight, bit) => ((draft.mask >> bit) & 1 ? total + weight : total),
    draft.saved,
  );
  return {
    ...sum,
    forces,
    steps,
    saved,
    mask: draft.mask | joining.bit,
    capabilities: unionOf(draft.capabilities, atom.capabilities),
    widest: Math.max(draft.widest, atom.capabilities.length),
  };
}

function columnOf(problem: RoleProblem, draft: Draft): Column {
  const positions = positionsOf(problem, draft);
  return {
    mask: draft.mask,
    positions,
    saved: draft.saved,
    holdings: holdingsOf(problem, draft.capabilities),
    utilisation: draft.load / (positions * problem.capacity),
  };
}

/** What holds for two atoms in any role, however wide. */
export function maySharePair(problem: RoleProblem, a: Atom, b: Atom): boolean {
  if (a === b) return true;
  if (problem.oneForce && (a.forces | b.forces) === 3) return false;
  return mayMeet(a.apart, b.apart) && allFit(problem, a.capabilities, b.capabilities);
}

function maskOf<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.reduce((mask, one, bit) => (holds(one) ? mask | (1 << bit) : mask), 0);
}
