import type { Figure, StepKey } from '../shared/index.js';

/** One force of a stream in figures: everything per entering unit, expected visits counted, but the hours a week. */
export interface ForceWeight {
  readonly steps: number;
  /** Working seconds of everybody of ours, rework with a time of its own included. */
  readonly effort: Figure;
  readonly hoursPerWeek: Figure;
  /** Its part of the lead time of the stream, and that as a share of the whole. */
  readonly leadTime: Figure;
  readonly leadTimeShare: Figure;
  /** What of its lead time is waiting. */
  readonly wait: Figure;
  readonly rolledCompleteAndAccurate: Figure;
  /** Between today's performers, both steps in this force. */
  readonly handOffs: Figure;
}

/** What happens where work passes from one force to the other. */
export interface SeamWeight {
  /** Working seconds that a unit lies between a step of the one force and a step of the other, on its path. */
  readonly wait: Figure;
  readonly leadTimeShare: Figure;
  readonly handOffs: Figure;
  /** Ways over which work passes on, in the order of the text. */
  readonly crossings: readonly SeamCrossing[];
  /** Returns over the seam, in the order of the text, and how many units come back over all of them, for one that enters. */
  readonly returns: readonly SeamReturn[];
  readonly returnsPerUnit: Figure;
  /** Hours of work a week that all returns over the seam add, one by one, against the same stream without each. */
  readonly returnedHoursPerWeek: Figure;
  /** Performers of today who have steps on both sides, as first written. */
  readonly onBothSides: readonly string[];
}

/** One way over the seam, and who stands on its two sides (empty: nobody is named). */
export interface SeamCrossing {
  readonly from: StepKey;
  readonly to: StepKey;
  readonly giving: readonly string[];
  readonly taking: readonly string[];
  readonly perUnit: Figure;
  /** Working seconds told for this way; null where none is. */
  readonly wait: number | null;
  readonly whys: readonly string[];
}

/** Work that comes back over the seam. */
export interface SeamReturn {
  readonly from: StepKey;
  readonly to: StepKey;
  readonly line: number | null;
  /** Of the units of the line that it leaves. */
  readonly share: Figure;
  readonly perUnit: Figure;
  /** What it adds, against the same stream without it. */
  readonly hoursPerWeek: Figure;
  readonly leadTime: Figure;
}

/** The two forces side by side. Effort and lead time of both, of the seam and of what has no force are those of the stream. */
export interface ForcesWeight {
  readonly sales: ForceWeight;
  readonly fulfilment: ForceWeight;
  readonly seam: SeamWeight;
  /** What nobody has given to a force yet; null where there is nothing. */
  readonly withoutForce: ForceWeight | null;
}
