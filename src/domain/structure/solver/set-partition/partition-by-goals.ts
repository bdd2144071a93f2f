import type { IntegerSolver } from '../integer-solver.js';
import { positionsOf } from '../bundle.js';
import type { RoleProblem } from '../role-problem.js';
import { enumerateRoles } from './enumerate-roles.js';
import { partitionEvenly } from './partition-evenly.js';
import { minimiseGoal } from './minimise-goal.js';
import type { Goal } from './relaxation.js';
import type { RoleColumns } from './role-columns.js';
import type { Triple } from './subset-row-cuts.js';
import { wholeUnitOf } from './whole-unit.js';

/** A goal that was not looked at. */
const OPEN: Reached = { value: 0, bound: 0, proven: false };
/** Sums of weights that are no whole numbers are told apart from here on. */
const SLACK = 1e-7;

/** How much work may go into one problem: columns listed, rounds of cuts, simplex iterations of integer programs. */
export interface Effort {
  readonly columns: number;
  readonly rounds: number;
  /** Columns of the largest integer program: its root costs more than any count of iterations tells. */
  readonly whole: number;
  readonly iterations: number;
  /** false: only positions and hand-offs count, and the goals after them stay open. */
  readonly allGoals: boolean;
  /** Connected parts of roles that are listed for a bound on hand-offs. */
  readonly parts: number;
}

/** One goal: what was reached, what no partition falls below given the goals before, and whether that is reached. */
export interface Reached {
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
}

/** A partition into roles with what is known of each goal; handOffs is weight kept inside, told as a cost (negative). */
export interface Partitioned {
  readonly roles: readonly (readonly number[])[];
  readonly positions: Reached;
  readonly handOffs: Reached;
  readonly holdings: Reached;
  readonly unevenness: Reached;
  readonly columns: number;
  readonly work: number;
}

/**
 * Set partitioning over all feasible roles, goal by goal: fewest positions, then most weight kept inside, then fewest
 * holdings, then most even load. Listing costs time with the number of feasible roles, which grows with how much one
 * role may hold; proving takes some seconds for a hundred atoms. null where there are too many roles to list.
 */
export function partitionByGoals(
  problem: RoleProblem,
  known: readonly (readonly number[])[],
  solver: IntegerSolver,
  effort: Effort,
): Partitioned | null {
  const columns = enumerateRoles(problem, effort.columns);
  if (!columns) return null;
  const start = known.flatMap((atoms) => columns.find(atoms) ?? []);
  return new ByGoals(problem, columns, solver, effort, start.length === known.length ? start : null).run();
}

class ByGoals {
  private readonly atoms: number;
  /** Columns that the goals so far leave. */
  private allowed: readonly number[];
  private triples: readonly Triple[] = [];
  private kept: Goal['kept'] = [];
  private proven = true;
  private work = 0;

  constructor(
    private readonly problem: RoleProblem,
    private readonly columns: RoleColumns,
    private readonly solver: IntegerSolver,
    private readonly effort: Effort,
    private known: readonly number[] | null,
  ) {
    this.atoms = problem.atoms.length;
    this.allowed = Array.from({ length: columns.size }, (_, at) => at);
  }

  run(): Partitioned | null {
    const { columns, problem } = this;
    const positions = this.fewestPositions();
    const unit = wholeUnitOf(problem);
    const inside = columns.saved.map((weight) => -weight / unit);
    const whole = inside.every((weight) => Number.isInteger(weight));
    const handOffs = this.minimise({ cost: inside, form: 'PARTITION', worst: 0 }, whole ? 1 : 0, SLACK);
    if (!this.known) return null;
    const told = {
      positions,
      handOffs: { value: handOffs.value * unit, bound: handOffs.bound * unit, proven: handOffs.proven },
      columns: columns.size,
    };
    // Later goals over what an unproven one leaves would cost much and prove nothing.
    const later =
      this.effort.allGoals && this.proven
        ? this.laterGoals(this.known)
        : { holdings: OPEN, unevenness: OPEN };
    const roles = this.known.map((column) => columns.atomsOf(column));
    return { ...told, ...later, roles, work: this.work };
  }

  private laterGoals(before: readonly number[]): Pick<Partitioned, 'holdings' | 'unevenness'> {
    const { columns, solver, effort, atoms } = this;
    const worst = totalOf(columns.holdings, before);
    const holdings = this.minimise({ cost: columns.holdings, form: 'PARTITION', worst }, 1, 0);
    const { kept, allowed, known } = this;
    const question = { columns, atoms, kept, allowed, known: known ?? before };
    const { chosen, value, bound, proven, work } = partitionEvenly(question, solver, effort.iterations);
    this.known = chosen;
    this.work += work;
    return { holdings, unevenness: { value, bound, proven: proven && this.proven } };
  }

  /** Where every part of a role may be a role, covering by the largest ones is enough, and a partition follows. */
  private fewestPositions(): Reached {
    const { columns, problem, allowed } = this;
    const worst = problem.atoms.reduce((sum, atom) => sum + positionsOf(problem, atom), 0);
    const closed = problem.atoms.every((atom) => atom.capabilities.length <= problem.maxCapabilities);
    const goal = { cost: columns.positions, worst };
    if (!closed) return this.minimise({ ...goal, form: 'PARTITION' }, 1, 0);
    const largest = largestOf(columns);
    this.allowed = allowed.filter((column) => largest[column] === 1);
    return this.minimise({ ...goal, form: 'COVER' }, 1, 0, allowed);
  }

  private minimise(
    goal: Omit<Goal, 'kept'>,
    grid: number,
    slack: number,
    all: readonly number[] = this.allowed,
  ): Reached {
    const { columns, atoms, known, triples, effort, kept, allowed } = this;
    const { iterations, rounds, whole } = effort;
    const question = { columns, atoms, goal: { ...goal, kept }, allowed, known, grid, triples };
    const answer = minimiseGoal({ ...question, effort: iterations, rounds, whole }, this.solver);
    const chosen = answer.chosen && disjoint(columns, answer.chosen);
    if (chosen) this.known = chosen;
    const value = this.known ? totalOf(goal.cost, this.known) : Infinity;
    const { raise, room } = answer;
    this.allowed = raise ? all.filter((column) => (raise[column] ?? 0) <= room) : all;
    this.kept = [...kept, { cost: goal.cost, most: value + slack }];
    this.triples = answer.triples;
    this.work += answer.work;
    this.proven &&= answer.kind === 'BEST';
    return { value, bound: Math.min(value, answer.bound), proven: this.proven };
  }
}

/** The columns with each atom left only in the first that holds it; null where that is no column. */
function disjoint(columns: RoleColumns, chosen: readonly number[]): readonly number[] | null {
  const held = new Set<number>();
  const parts = chosen.map((column) => {
    const rest = columns.atomsOf(column).filter((atom) => !held.has(atom));
    for (const atom of rest) held.add(atom);
    return rest;
  });
  const found = parts.filter((part) => part.length > 0).map((part) => columns.find(part));
  return found.flatMap((column) => column ?? []).length === found.length
    ? found.flatMap((column) => column ?? [])
    : null;
}

/** 1 for each column that cannot grow by an atom at the same number of positions. */
function largestOf(columns: RoleColumns): Uint8Array {
  const largest = new Uint8Array(columns.size).fill(1);
  for (let column = 0; column < columns.size; column += 1) {
    const atoms = columns.atomsOf(column);
    if (atoms.length < 2) continue;
    for (const atom of atoms) {
      const part = columns.find(atoms.filter((other) => other !== atom));
      if (part !== undefined && columns.positions[part] === columns.positions[column]) largest[part] = 0;
    }
  }
  return largest;
}

function totalOf(cost: ArrayLike<number>, chosen: readonly number[]): number {
  return chosen.reduce((sum, column) => sum + (cost[column] ?? 0), 0);
}
