/** Tasks that are passed one after the other, and the time after which every station hands on its unit. */
export interface PacedLine {
  /** Whole units of time, above 0. */
  readonly cycle: number;
  /** One for each task, whole and at most the cycle. */
  readonly times: readonly number[];
  /** Pairs of positions in times: the first is done before the second. */
  readonly arcs: readonly (readonly [number, number])[];
}

/** How much may be spent; both count work, never time by the clock, so that the answer is the same on any machine. */
export interface LineLimits {
  /** Tasks tried on a station, over all stations that are put together. */
  readonly work: number;
  /** Sets of finished tasks that are remembered. */
  readonly memory: number;
}

/** The fewest stations that were found, and what is proven about them. */
export interface LineBalance {
  readonly kind: 'LineBalance';
  /** The tasks of each station, so that each task stands after all that come before it. */
  readonly stations: readonly (readonly number[])[];
  /** No line has fewer stations. */
  readonly lowerBound: number;
  readonly proven: boolean;
  /** (stations − lowerBound) / stations. */
  readonly gap: number;
  readonly method: LineMethod;
  readonly effort: LineEffort;
}

/** What found the line. */
export type LineMethod = 'BRANCH_BOUND_AND_REMEMBER' | 'HOFFMANN_LOADS' | 'FIRST_FIT';

/** The work that was done. */
export interface LineEffort {
  readonly work: number;
  readonly loads: number;
  readonly states: number;
  readonly direction: 'FORWARD' | 'BACKWARD';
}

/** Why a line cannot be balanced at all; tasks are the positions that show it. */
export interface LineNotPossible {
  readonly kind: 'LineNotPossible';
  readonly reason: 'CYCLE_NOT_WHOLE' | 'TIME_NOT_WHOLE' | 'LONGER_THAN_CYCLE' | 'UNKNOWN_TASK' | 'CIRCLE';
  readonly message: string;
  readonly tasks: readonly number[];
}
