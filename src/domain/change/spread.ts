import type { Figure, StepKey } from '../shared/index.js';
import type { NumberKind } from './number-to-find-out.js';

/** A figure said with its spread, and where the spread comes from: the range that moves it most first. */
export interface Spread {
  readonly text: string;
  readonly figure: Figure;
  /** The same with every range and guess at the end that makes it least, and most: what the text says. */
  readonly whole: Figure;
  readonly parts: readonly SpreadPart[];
  /** Guesses among the parts that are told as one number, and taken 30 % less and 30 % more. */
  readonly guessesWithoutRange: number;
}

/** What one range does to a figure. */
export interface SpreadPart {
  readonly what: NumberKind;
  readonly step: StepKey | null;
  readonly line: number | null;
  /** Such as `the wait before "Visit the office"`. */
  readonly name: string;
  /** As it was told: `1 d to 3 d`, `~3 d (± 30 %)`. */
  readonly told: string;
  readonly guess: boolean;
  /** The figure at the high end of this range less at its low end, all others likely; never negative. */
  readonly swing: Figure;
  /** Of the sum of all swings. */
  readonly share: Figure;
}

/** The lead time and the effort of one unit, each with its spread. */
export interface StreamSpreads {
  readonly leadTime: Spread;
  readonly totalEffort: Spread;
}
