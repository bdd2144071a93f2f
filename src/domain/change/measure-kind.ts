import type { Figure } from '../shared/index.js';
import type { MeasureMove, MeasureName, MeasurePart } from './measure-move.js';
import type { MeasuredSide } from './measured-side.js';

/**
 * What else a measure moves with, so that less or more of it is no verdict by itself. DEMAND: with the units that
 * enter; THROUGH: with the units that come through to the end; ELAPSED: with the length of the working week;
 * PACE: against the length of the working week.
 */
export type Driver = 'DEMAND' | 'THROUGH' | 'ELAPSED' | 'PACE';

/** One measure that is set side by side: which way is better, and beside what it is looked at. */
export interface MeasureKind {
  readonly measure: MeasureName;
  readonly part: MeasurePart;
  readonly name: string;
  readonly better: MeasureMove['better'];
  readonly drivers: readonly Driver[];
  /** Why neither less nor more of it is better; null where one is. */
  readonly neither: string | null;
  readonly of: (side: MeasuredSide) => Figure;
  /** Where it is a time of so many units: less of it is better where these are fewer, and not where more units come. */
  readonly units?: { readonly name: string; readonly of: (side: MeasuredSide) => number | null };
  /** Told only where this holds of one of the streams; always where nothing is said. */
  readonly concerns?: (side: MeasuredSide) => boolean;
}
