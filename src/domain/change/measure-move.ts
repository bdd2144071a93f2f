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
  | 'BUSIEST_PERFORMER'
  | 'OVER_CAPACITY'
  | 'WORK_IN_PROGRESS'
  | 'OPERATORS_AT_TAKT'
  | 'SALES_EFFORT'
  | 'SALES_WAIT'
  | 'SALES_COMPLETE_AND_ACCURATE'
  | 'SALES_HAND_OFFS'
  | 'FULFILMENT_EFFORT'
  | 'FULFILMENT_WAIT'
  | 'FULFILMENT_COMPLETE_AND_ACCURATE'
  | 'FULFILMENT_HAND_OFFS'
  | 'SEAM_WAIT'
  | 'SEAM_REWORK'
  | 'STATION_TIME_LOST'
  | 'BUSIEST_STATION'
  | 'WAIT_IN_BATCHES'
  | 'EVERY_PART_EVERY'
  | 'LANE_WAIT'
  | 'LANES_OVERFULL';

/** What a measure is of: the stream as a whole, one of its forces, the seam between them, its stations, or its lanes. */
export type MeasurePart = 'STREAM' | 'SALES' | 'FULFILMENT' | 'SEAM' | 'STATIONS' | 'LANES';

/** MOVED: it is another figure, and neither better nor worse; why it is not stands in `because`. */
export type MoveVerdict = 'BETTER' | 'WORSE' | 'SAME' | 'MOVED' | 'NOW_KNOWN' | 'NO_LONGER_KNOWN' | 'UNKNOWN';

/** One measure of two streams, side by side. */
export interface MeasureMove {
  readonly measure: MeasureName;
  readonly part: MeasurePart;
  /** Its name in plain words. */
  readonly name: string;
  /** Which way is better. */
  readonly better: 'LESS' | 'MORE' | 'NEITHER';
  readonly before: Figure;
  readonly after: Figure;
  /** after − before; low and high are the differences at the ends of the ranges, low against low and high against high. */
  readonly difference: Figure;
  readonly verdict: MoveVerdict;
  /** Why the verdict is what it is; null where it says so itself. */
  readonly because: string | null;
  /** What else has to be known to read the difference, such as that the two rest on different numbers of steps. */
  readonly note: string | null;
}
