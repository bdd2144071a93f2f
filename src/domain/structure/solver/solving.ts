import type { IntegerSolver } from './integer-solver.js';
import type { Effort } from './set-partition/partition-by-goals.js';

/** With what roles are found, and how much work may go into it. */
export interface Solving {
  /** null: only what needs no solver. */
  readonly solver: IntegerSolver | null;
  readonly effort: keyof typeof EFFORTS;
}

/** What an answer at once may cost (some seconds), and what a proof may: counts of work, never of time. freed is how often neighbouring roles are freed and solved anew, where there are no more atoms than freedUpTo; roles are sought by prices where there are no more than pricedUpTo. */
export const EFFORTS = {
  QUICK: {
    columns: 12_000,
    rounds: 8,
    whole: 2_500,
    iterations: 3_000,
    allGoals: true,
    parts: 40_000,
    freed: 12,
    freedUpTo: 400,
    pricedUpTo: 0,
  },
  THOROUGH: {
    columns: 300_000,
    rounds: 30,
    whole: 60_000,
    iterations: 400_000,
    allGoals: true,
    parts: 2_000_000,
    freed: 300,
    freedUpTo: Infinity,
    pricedUpTo: 2_500,
  },
} as const satisfies Readonly<
  Record<string, Effort & { readonly freed: number; readonly freedUpTo: number; readonly pricedUpTo: number }>
>;

/** Without a solver from outside. */
export const NO_SOLVER: Solving = { solver: null, effort: 'QUICK' };
