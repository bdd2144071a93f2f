import type { IntegerSolver } from '../integer-solver.js';
import { positionsOf } from '../bundle.js';
import type { SummedGoal } from '../../structure-goals.js';
import { isWithin, limitedGoals, NO_CEILING, type Ceiling } from '../ceiling.js';
import { totalCost, type Cost } from '../cost.js';
import type { Atom, RoleProblem } from '../role-problem.js';
import { enumerateRoles } from './enumerate-roles.js';
import { partitionEvenly } from './partition-evenly.js';
import { minimiseGoal } from './minimise-goal.js';
import type { Goal } from './relaxation.js';
import type { RoleColumns } from './role-columns.js';
import type { Triple } from './subset-row-cuts.js';
import { wholeUnitOf } from './whole-unit.js';

/** A goal that was not looked at. */
const OPEN: Reached = { value: 0, bound: -Infinity, proven: false };
/** So many goals are looked at whatever became of the first. */
const ALWAYS = 2;
/** Sums of weights that are no whole numbers are told apart from here on. */
const SLACK = 1e-7;

/** How much work may go into one problem: columns listed, rounds of cuts, simplex iterations of integer programs. */
export interface Effort {
  readonly columns: number;
  readonly rounds: number;
  /** Columns of the largest integer program: its root costs more than any count of iterations tells. */
  readonly whole: number;
  readonly iterations: number;
  /** false: only the first two goals count, and those after them stay open. */
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
 * Set partitioning over all feasible roles, goal by goal in the order of the problem (fewest positions, most weight
 * kept inside, fewest holdings), then most even load, within the ceiling. Listing costs time with the number of
 * feasible roles, which grows with how much one role may hold; proving takes some seconds for a hundred atoms. null
 * where there are too many roles to list, or where nothing was found that keeps the ceiling.
 */
export function partitionByGoals(
  problem: RoleProblem,
  known: readonly (readonly number[])[],
  solver: IntegerSolver,
  effort: Effort,
  ceiling: Ceiling = NO_CEILING,
): Partitioned | null {
  const columns = enumerateRoles(problem, effort.columns);
  if (!columns) return null;
  const start = known.flatMap((atoms) => columns.find(atoms) ?? []);
  const usable = start.length === known.length && isWithin(ceiling, totalCost(problem, known));
  return new ByGoals(problem, columns, solver, effort, usable ? start : null, ceiling).run();
}

class ByGoals {
  private readonly atoms: number;
  /** Columns that the goals so far leave. */
  private allowed: readonly number[];
  private triples: readonly Triple[] = [];
  private kept: Goal['kept'];
  /** The largest unit of which all weights are so many. */
  private readonly unit: number;
  private readonly costs: Readonly<Record<SummedGoal, readonly number[]>>;
  private proven = true;
  private work = 0;

  constructor(
    private readonly problem: RoleProblem,
    private readonly columns: RoleColumns,
    private readonly solver: IntegerSolver,
    private readonly effort: Effort,
    private known: readonly number[] | null,
    ceiling: Ceiling,
  ) {
    this.atoms = problem.atoms.length;
    this.allowed = Array.from({ length: columns.size }, (_, at) => at);
    this.unit = wholeUnitOf(problem);
    const inside = columns.saved.map((weight) => -weight / this.unit);
    this.costs = { POSITIONS: columns.positions, HAND_OFFS: inside, FRAGMENTATION: columns.holdings };
    const most = {
      POSITIONS: ceiling.positions,
      HAND_OFFS: -ceiling.saved / this.unit + SLACK,
      FRAGMENTATION: ceiling.holdings,
    };
    this.kept = limitedGoals(ceiling).map((goal) => ({ cost: this.costs[goal], most: most[goal] }));
  }

  run(): Partitioned | null {
    const { columns, problem, unit } = this;
    const reached = { POSITIONS: OPEN, HAND_OFFS: OPEN, FRAGMENTATION: OPEN };
    for (const [at, goal] of problem.order.entries()) {
      // Later goals over what an unproven one leaves would cost much and prove nothing.
      if (at >= ALWAYS && !(this.effort.allGoals && this.proven)) break;
      reached[goal] = this.reach(goal);
      this.tell(goal, reached[goal]);
    }
    if (!this.known) return null;
    const unevenness = this.effort.allGoals && this.proven ? this.mostEven(this.known) : OPEN;
    const { value, bound, proven } = reached.HAND_OFFS;
    return {
      roles: this.known.map((column) => columns.atomsOf(column)),
      positions: reached.POSITIONS,
      handOffs: { value: value * unit, bound: bound * unit, proven },
      holdings: reached.FRAGMENTATION,
      unevenness,
      columns: columns.size,
      work: this.work,
    };
  }

  private tell(goal: SummedGoal, { value, bound }: Reached): void {
    const asCost = (one: number): Cost => ({ positions: one, saved: -one * this.unit, holdings: one });
    this.solver.lookout?.reached(this.problem, goal, asCost(value), asCost(bound));
  }

  private reach(goal: SummedGoal): Reached {
    if (goal === 'POSITIONS') return this.fewestPositions();
    const cost = this.costs[goal];
    if (goal === 'FRAGMENTATION')
      return this.minimise(
        { cost, form: 'PARTITION', worst: this.worstOf(({ capabilities }) => capabilities.length) },
        1,
        0,
      );
    const whole = cost.every((weight) => Number.isInteger(weight));
    return this.minimise({ cost, form: 'PARTITION', worst: 0 }, whole ? 1 : 0, SLACK);
  }

  private mostEven(before: readonly number[]): Reached {
    const { columns, solver, effort, atoms, kept, allowed } = this;
    const question = { columns, atoms, kept, allowed, known: before };
    const { chosen, value, bound, proven, work } = partitionEvenly(question, solver, effort.iterations);
    this.known = chosen;
    this.work += work;
    return { value, bound, proven: proven && this.proven };
  }

  private worstOf(of: (atom: Atom) => number): number {
    return this.problem.atoms.reduce((sum, atom) => sum + of(atom), 0);
  }

  /** Where every part of a role may be a role, covering by the largest ones is enough, and a partition follows. */
  private fewestPositions(): Reached {
    const { columns, problem, allowed } = this;
    const worst = this.worstOf((atom) => positionsOf(problem, atom));
    const isFirst = problem.order[0] === 'POSITIONS' && this.kept.length === 0;
    const closed =
      isFirst && problem.atoms.every((atom) => atom.capabilities.length <= problem.maxCapabilities);
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
    if (Number.isFinite(value)) this.kept = [...kept, { cost: goal.cost, most: value + slack }];
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
