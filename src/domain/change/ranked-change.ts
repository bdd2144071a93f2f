import type { Figure, StepKey } from '../shared/index.js';
import type { Change } from './change.js';
import type { ChangeWording } from './read-change.js';

/** WAIT: a buffer taken out. OWN_WAIT: a step passed on as soon as it is done. RETURN: a loop taken out. HALF_TIME: a step in half of its hands-on time. */
export type RankedKind = 'WAIT' | 'OWN_WAIT' | 'RETURN' | 'HALF_TIME';

/** A single change and what it alone would save, all numbers at their likely values: the stream measured with it against the stream as it is. */
export interface RankedChange {
  readonly kind: RankedKind;
  readonly change: Change;
  readonly text: string;
  /** How to ask for it in words; null where no words name it alone. */
  readonly wording: ChangeWording | null;
  readonly step: StepKey | null;
  readonly line: number | null;
  /** Lead time of one entering unit that is saved, negative where it grows. */
  readonly leadTime: Figure;
  /** Work of everybody that is saved, in a week (for one unit where the demand is unknown). */
  readonly work: Figure;
}

/** A hand-off of today, and what goes with it. */
export interface RankedHandOff {
  readonly change: Change;
  readonly text: string;
  readonly wording: ChangeWording | null;
  readonly from: StepKey;
  readonly to: StepKey;
  /** Who passes it on, and who takes it over. */
  readonly between: readonly [readonly string[], readonly string[]];
  /** Expected passes of one entering unit. */
  readonly passes: Figure;
  /** Lead time that is saved with the waits between the two. */
  readonly leadTime: Figure;
}

/** The single changes that save most lead time, the largest saving first; then by the work that they save. */
export interface ChangeRanking {
  readonly changes: readonly RankedChange[];
  readonly handOffs: readonly RankedHandOff[];
  /** How many single changes of these kinds the stream has. */
  readonly considered: number;
  /** What was not reckoned one by one, and the most that it could save; empty where everything was. */
  readonly limits: readonly string[];
  /** Why nothing can be ranked; null where it can. */
  readonly whyNot: string | null;
}
