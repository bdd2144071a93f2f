import type { Figure, StepKey } from '../shared/index.js';

/** The kinds of numbers that people can go and find out. */
export type NumberKind =
  'PROCESS_TIME' | 'LEAD_TIME' | 'WAIT' | 'COMPLETE_AND_ACCURATE' | 'SHARE' | 'DEMAND' | 'RHYTHM';

/**
 * A number that nobody knows yet, or knows only roughly. moves is the figure that it moves most, from what it is at the
 * low end of this number to what it is at its high end, all others being likely; null where the number is missing.
 */
export interface NumberToFindOut {
  /** The step that it belongs to or stands next to; null for the demand. */
  readonly step: StepKey | null;
  /** Its line in the napkin. */
  readonly line: number | null;
  readonly what: NumberKind;
  readonly missing: boolean;
  readonly question: string;
  readonly because: string;
  readonly moves: Moved | null;
}

export interface Moved {
  readonly measure: 'LEAD_TIME' | 'LOAD';
  readonly figure: Figure;
  /** The same with every other range and guess at the end that makes it least, and most: never narrower than figure. */
  readonly whole: Figure;
}

/** A guess without a range is taken as so much less or more: wide enough to show what rests on it, and said beside every figure. */
export const GUESS_WIDTH = 0.3;
