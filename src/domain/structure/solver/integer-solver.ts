import type { Lookout } from './lookout.js';

/** One column of a program: what one of it costs, how much of it there may be, and what it adds to which rows. */
export interface ProgramColumn {
  readonly cost: number;
  readonly upper: number;
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** What the columns must add up to in one row; −Infinity and Infinity are no limit. */
export interface ProgramRow {
  readonly lower: number;
  readonly upper: number;
}

/** The best fractional answer: one price for each row, and the simplex iterations that it took. */
export interface LinearAnswer {
  readonly objective: number;
  readonly values: Float64Array;
  readonly prices: Float64Array;
  readonly iterations: number;
}

/** A linear program (minimised, columns from 0) that grows and is solved again from where it stood. */
export interface GrowingProgram {
  addColumns(columns: readonly ProgramColumn[]): void;
  addRow(row: ProgramRow, columns: readonly number[], values: readonly number[]): void;
  /** null where there is no answer, or none within so many iterations. */
  solve(mostIterations: number): LinearAnswer | null;
  release(): void;
}

/** Columns of which only whole numbers may be taken, except those that may be shared out. */
export interface IntegerProgram {
  readonly rows: readonly ProgramRow[];
  readonly columns: readonly ProgramColumn[];
  /** Positions of columns that need not be whole. */
  readonly fractional: readonly number[];
  /** A known answer to start from; null where there is none. */
  readonly start: Float64Array | null;
  /** Answers that differ by no more than this are as good as each other. */
  readonly tolerance: number;
}

/** What became of an integer program: OPEN has no answer yet and no proof that there is none. */
export interface IntegerAnswer {
  readonly kind: 'OPTIMAL' | 'FEASIBLE' | 'IMPOSSIBLE' | 'OPEN';
  readonly values: Float64Array | null;
  readonly objective: number;
  /** What no answer falls below; −Infinity where nothing is known. */
  readonly bound: number;
  readonly iterations: number;
}

/**
 * A solver of linear and integer programs, given from outside. It stops by iterations, never by the clock; and where
 * isEnough is given, once that says so.
 */
export interface IntegerSolver {
  grow(rows: readonly ProgramRow[], isEnough?: () => boolean): GrowingProgram;
  solve(program: IntegerProgram, mostIterations: number, isEnough?: () => boolean): IntegerAnswer;
  /** Whoever looks on. */
  readonly lookout?: Lookout;
}
