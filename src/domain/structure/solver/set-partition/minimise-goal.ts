import type { IntegerSolver } from '../integer-solver.js';
import { isEnough } from '../watch.js';
import { programColumn, Relaxation, rowsOf, type Goal, type Relaxed } from './relaxation.js';
import type { RoleColumns } from './role-columns.js';
import type { Triple } from './subset-row-cuts.js';

/** One goal over the columns that the goals before it leave. */
export interface GoalQuestion {
  readonly columns: RoleColumns;
  readonly atoms: number;
  readonly goal: Goal;
  readonly allowed: ArrayLike<number>;
  /** The best partition that is known; null where none is. */
  readonly known: readonly number[] | null;
  /** Costs of different answers differ by at least this; 0 where nothing is known. */
  readonly grid: number;
  readonly triples: readonly Triple[];
  /** Simplex iterations of integer programs that may be spent. */
  readonly effort: number;
  readonly rounds: number;
  /** Columns of the largest integer program. */
  readonly whole: number;
}

/** What was found: IMPOSSIBLE is proven. */
export interface GoalAnswer {
  readonly kind: 'BEST' | 'OPEN' | 'IMPOSSIBLE';
  /** The best partition found, as columns. */
  readonly chosen: readonly number[] | null;
  readonly value: number;
  readonly bound: number;
  /** By how much each column raises the bound: a best answer holds only columns that raise it by no more than the room. */
  readonly raise: Float64Array | null;
  readonly room: number;
  readonly triples: readonly Triple[];
  readonly work: number;
}

/** Columns of the first, second … integer program: a small one proves much, and where it does not a larger one does. */
const SIZES = [400, 1_600, 6_000, 20_000, 60_000];
/** What a program over some of the columns may take of the effort before a larger one is tried. */
const FIRST_SHARE = 0.01;
const TOLERANCE = 1e-6;
const GOOD_ENOUGH = 0.5;
const FEW = 4_000;

/**
 * Least cost of a partition: the relaxation with its cuts first, then integer programs over the columns that raise its
 * bound least. Every answer with another column costs at least the bound and what that column raises it by, so an
 * optimum among the few is proven for all once it costs no more (Baldacci, Christofides and Mingozzi 2008,
 * Mathematical Programming 115:351).
 */
export function minimiseGoal(question: GoalQuestion, solver: IntegerSolver): GoalAnswer {
  const { columns, atoms, goal, allowed, known, grid } = question;
  const relaxation = new Relaxation(columns, atoms, goal, allowed, solver);
  relaxation.begin([...(known ?? []), ...startFrom(question)], question.triples);
  const value = known ? costOf(goal, known) : Infinity;
  const target = Number.isFinite(value) ? value - grid + TOLERANCE : goal.worst;
  const relaxed = relaxation.tighten(target, question.rounds);
  if (!relaxed)
    return {
      kind: 'OPEN',
      chosen: known,
      value,
      bound: -Infinity,
      raise: null,
      room: 0,
      triples: [],
      work: 0,
    };
  return new Narrowing(question, relaxed, solver, value).run();
}

class Narrowing {
  private chosen: readonly number[] | null;
  private bound: number;
  private work: number;

  constructor(
    private readonly question: GoalQuestion,
    private readonly relaxed: Relaxed,
    private readonly solver: IntegerSolver,
    private value: number,
  ) {
    this.chosen = question.known;
    this.bound = this.rounded(relaxed.bound);
    this.work = relaxed.work;
  }

  run(): GoalAnswer {
    const { goal, allowed } = this.question;
    if (this.relaxed.bound > goal.worst + TOLERANCE) return this.answer('IMPOSSIBLE');
    if (this.isProven()) return this.answer('BEST');
    const byRaise = listed(allowed).sort((a, b) => this.raise(a) - this.raise(b) || a - b);
    let spent = 0;
    for (const size of this.question.goal.form === 'COVER' ? SIZES.slice(1) : SIZES) {
      if (isEnough(this.solver)) break;
      const limit = Math.min(this.wanted(), this.raiseAt(byRaise, this.sizeFrom(size, byRaise)));
      if (byRaise.length > this.question.whole && this.raiseAt(byRaise, this.question.whole) <= limit) break;
      const some = byRaise.filter((column) => this.raise(column) <= limit + TOLERANCE / 10);
      const exact = Math.max(TOLERANCE, this.question.grid * 0.99);
      // Where better answers may need other columns a good one is enough, and says which columns are left.
      const tolerance = limit < this.wanted() - TOLERANCE ? Math.max(exact, limit * GOOD_ENOUGH) : exact;
      const left = this.question.effort - spent;
      const last = limit >= this.wanted() - TOLERANCE || some.length === byRaise.length;
      const share = last ? left : Math.min(left, Math.max(500, this.question.effort * FIRST_SHARE));
      const answer = this.solver.solve(this.programOf(some, tolerance), share);
      spent += answer.iterations;
      this.work += answer.iterations;
      this.take(some.filter((_, at) => (answer.values?.[at] ?? 0) > 0.5));
      const whole = some.length === byRaise.length;
      const outside = whole ? Infinity : this.rounded(this.relaxed.bound + limit);
      const within = answer.kind === 'IMPOSSIBLE' ? Infinity : this.rounded(answer.bound);
      this.bound = Math.max(this.bound, Math.min(this.value, outside, within));
      if (this.isProven()) return this.answer('BEST');
      if (whole && answer.kind === 'IMPOSSIBLE') return this.answer('IMPOSSIBLE');
      if (spent >= this.question.effort || whole) break;
      if (limit >= this.wanted() - TOLERANCE && answer.kind !== 'OPEN' && answer.kind !== 'FEASIBLE') {
        // Nothing better is left among all columns.
        this.bound = this.value;
        return this.answer('BEST');
      }
    }
    return this.answer('OPEN');
  }

  private take(chosen: readonly number[]): void {
    const value = costOf(this.question.goal, chosen);
    if (chosen.length === 0 || value >= this.value - TOLERANCE) return;
    this.value = value;
    this.chosen = chosen;
  }

  private isProven(): boolean {
    return Number.isFinite(this.value) && this.bound >= this.value - TOLERANCE;
  }

  /** A better answer holds only columns that raise the bound by no more than this. */
  private wanted(): number {
    const { grid, goal } = this.question;
    const most = Number.isFinite(this.value) ? this.value - grid : goal.worst;
    return Math.max(0, most - this.relaxed.bound);
  }

  /** Once an answer is known, all columns at once that a better one may hold, where they are few. */
  private sizeFrom(size: number, byRaise: readonly number[]): number {
    const wanted = this.wanted() + TOLERANCE;
    const few = byRaise.length <= FEW || this.raiseAt(byRaise, FEW) > wanted;
    return Number.isFinite(this.value) && few ? byRaise.length : size;
  }

  private raiseAt(byRaise: readonly number[], size: number): number {
    const column = byRaise[size];
    return column === undefined ? Infinity : this.raise(column);
  }

  private raise(column: number): number {
    return this.relaxed.raise[column] ?? Infinity;
  }

  private rounded(bound: number): number {
    const { grid } = this.question;
    return grid > 0 ? Math.ceil(bound / grid - TOLERANCE * 10) * grid : bound;
  }

  private programOf(some: readonly number[], tolerance: number) {
    const { columns, atoms, goal } = this.question;
    const { triples } = this.relaxed;
    return {
      rows: rowsOf(goal, atoms, triples.length),
      columns: some.map((column) => ({ ...programColumn(columns, goal, atoms, triples, column), upper: 1 })),
      fractional: [],
      start: this.startOver(some),
      tolerance,
    };
  }

  private startOver(some: readonly number[]): Float64Array | null {
    const chosen = new Set(this.chosen);
    const start = Float64Array.from(some, (column) => (chosen.has(column) ? 1 : 0));
    return chosen.size > 0 && start.reduce((sum, one) => sum + one, 0) === chosen.size ? start : null;
  }

  private answer(kind: GoalAnswer['kind']): GoalAnswer {
    const { value, chosen, work } = this;
    const bound = kind === 'BEST' ? value : this.bound;
    const room = Math.max(0, value - this.relaxed.bound) + TOLERANCE;
    return {
      kind,
      chosen,
      value,
      bound,
      raise: this.relaxed.raise,
      room,
      triples: this.relaxed.triples,
      work,
    };
  }
}

function costOf(goal: Goal, chosen: readonly number[]): number {
  return chosen.reduce((sum, column) => sum + (goal.cost[column] ?? 0), 0);
}

function listed(allowed: ArrayLike<number>): number[] {
  return Array.from(allowed);
}

/** Roles of one atom, and of two. */
function startFrom({ columns, allowed }: GoalQuestion): number[] {
  const some: number[] = [];
  for (let at = 0; at < allowed.length && some.length < 2_000; at += 1) {
    const column = allowed[at] ?? 0;
    const end = columns.startOf(column + 1);
    if (end - columns.startOf(column) <= 2) some.push(column);
  }
  return some;
}
