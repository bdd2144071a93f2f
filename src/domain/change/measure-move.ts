import type { Figure } from '../shared/index.js';

export type MeasureName =
  | 'LEAD_TIME'
  | 'UNLOST_LEAD_TIME'
  | 'WORST_LEAD_TIME'
  | 'LIKELIEST_LEAD_TIME'
  | 'PROCESS_TIME'
  | 'TOTAL_EFFORT'
  | 'WORK_A_WEEK'
  | 'VALUE_ADDED_TIME'
  | 'ACTIVITY_RATIO'
  | 'PROCESS_CYCLE_EFFICIENCY'
  | 'ROLLED_COMPLETE_AND_ACCURATE'
  | 'TAKT_TIME'
  | 'HAND_OFFS'
  | 'BUSIEST_PERFORMER';

/** MOVED: it is another figure, and neither better nor worse as such (takt time, value-added time). */
export type MoveVerdict = 'BETTER' | 'WORSE' | 'SAME' | 'MOVED' | 'NOW_KNOWN' | 'NO_LONGER_KNOWN' | 'UNKNOWN';

/** One measure of two streams, side by side. */
export interface MeasureMove {
  readonly measure: MeasureName;
  /** Its name in plain words. */
  readonly name: string;
  /** Which way is better. */
  readonly better: 'LESS' | 'MORE' | 'NEITHER';
  readonly before: Figure;
  readonly after: Figure;
  /** after − before; low and high are the differences at the ends of the ranges, low against low and high against high. */
  readonly difference: Figure;
  readonly verdict: MoveVerdict;
  /** What else has to be known to read the difference, such as that the two rest on different numbers of steps. */
  readonly note: string | null;
}
