import type { StepKey } from '../../shared/index.js';
import type { ReassignedStep } from '../front/changed-roles.js';

/** What becomes of the roles where some numbers are other than told. */
export interface TrialOutcome {
  /** The number as it would be then: `21 min`; null where several are changed at once. */
  readonly at: string | null;
  /** true where no other roles are known to be better then. */
  readonly stays: boolean;
  /** true where the other roles are better with the numbers as told too: they were found by the way, and do not rest on the number. */
  readonly betterAsTold: boolean;
  /** What other roles would save, or why there is no answer; that the roles stay, where they do. */
  readonly text: string;
  /** Steps that other roles would do; empty where the roles stay. */
  readonly moved: readonly ReassignedStep[];
  /** Roles, by name, that hold exactly what they hold now. */
  readonly kept: readonly string[];
  /** Positions that the roles as they are would take then; null where that could not be reckoned. */
  readonly positions: number | null;
  /** true where it is proven that no others are better then than those that the roles were held against. */
  readonly proven: boolean;
}

/** A guessed number at both of its ends, all others as told. */
export interface NumberTrial {
  /** Such as `the hands-on time of "Clean the office" (line 9)`. */
  readonly name: string;
  readonly step: StepKey | null;
  readonly line: number | null;
  /** As it was told: `~30 min (± 30 %)`, `1 d to 3 d`. */
  readonly told: string;
  readonly low: TrialOutcome;
  readonly high: TrialOutcome;
  /** true where the roles stay at both ends. */
  readonly stays: boolean;
}

/** A role, and in how many of the trials it keeps exactly what it holds. */
export interface RoleStability {
  readonly role: string;
  readonly keptIn: number;
  readonly ofTrials: number;
}

/** How much of a structure rests on guesses. */
export interface Sensitivity {
  readonly kind: 'Sensitivity';
  /** Guesses and ranges that the roles can rest on; those that only make work wait are no part of it. */
  readonly guesses: number;
  /** Those that were tried: the ones with most work behind them. */
  readonly tried: number;
  /** The numbers that would move most steps first. */
  readonly numbers: readonly NumberTrial[];
  /** All tried numbers at their low ends together, and at their high ends; null where nothing is guessed. */
  readonly allLow: TrialOutcome | null;
  readonly allHigh: TrialOutcome | null;
  /** In the order of the structure. */
  readonly roles: readonly RoleStability[];
  /** Fewest and most positions of the roles as they are, over all trials. */
  readonly positions: { readonly now: number; readonly low: number; readonly high: number };
  /** true where it is proven that no roles are better in people and hand-offs with the numbers as told. */
  readonly proven: boolean;
  /** No roles take fewer positions with the numbers as told; null where no bound is known. */
  readonly lowerBound: number | null;
  /** What is proven of the roles and of the trials, in a sentence or two. */
  readonly proof: string;
  /** How the roles were found, with the work that went into it where that is known. */
  readonly method: string;
  readonly text: string;
}
