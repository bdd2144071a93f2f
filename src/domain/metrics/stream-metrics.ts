import type { Figure, StepKey } from '../shared/index.js';
import type { FifoLane } from './fifo-lanes.js';
import type { LeadPath } from './lead-path.js';
import type { StationBalance } from './station-balance.js';

/** The measures of a stream; each definition stands in the convention of its figure. */
export interface StreamMetrics {
  /** The largest of leadTimes; where the stream begins with an `either`, its branches by their shares. */
  readonly leadTime: Figure;
  /** What leadTime is the sum of, place by place; null where no way leads to an end. */
  readonly leadTimePath: LeadPath | null;
  /** The same for a unit that is not lost on the way; equal to leadTime where nothing is lost. */
  readonly unlostLeadTime: Figure;
  /** Straight through, at each `either` by the branch that takes longest, or by the one that most units take. */
  readonly worstLeadTime: Figure;
  readonly likeliestLeadTime: Figure;
  /** The same two, place by place. */
  readonly worstPath: LeadPath | null;
  readonly likeliestPath: LeadPath | null;
  readonly processTime: Figure;
  readonly totalEffort: Figure;
  readonly valueAddedTime: Figure;
  readonly activityRatio: Figure;
  readonly processCycleEfficiency: Figure;
  readonly rolledCompleteAndAccurate: Figure;
  readonly taktTime: Figure;
  /** Expected hand-offs between today's performers, for one unit. */
  readonly handOffs: Figure;
  readonly bottleneck: Bottleneck | null;
  /** Units that are under way at one time, by Little's law; null where the demand or the lead time is unknown. */
  readonly workInProgress: Figure;
  /** Units that were counted: the stocks of the stream added up. */
  readonly countedWork: Figure;
  /** First-in first-out lanes with a limit, in the order of the text. */
  readonly lanes: readonly FifoLane[];
  /** What stoppages, changeovers and batches make of the steps; no other measure rests on them. */
  readonly stations: StationBalance;
  /** One for each pair of an entry and an end, named by their first and last steps. */
  readonly leadTimes: readonly {
    readonly entry: StepKey;
    readonly end: StepKey;
    readonly leadTime: Figure;
  }[];
  readonly steps: ReadonlyMap<StepKey, StepMetrics>;
  /** Every way by which work passes from one step to another, waits in between included. */
  readonly transfers: readonly Transfer[];
  /** One for each return of known share, most costly in hours a week (per unit where demand is unknown) first. */
  readonly rework: readonly Rework[];
}

export interface StepMetrics {
  readonly processTime: Figure;
  readonly leadTime: Figure;
  readonly completeAndAccurate: Figure;
  readonly visitsPerUnit: Figure;
  /** Hours of work a week, of all people on it. */
  readonly loadPerWeek: Figure;
}

/** Work that passes from step to step. */
export interface Transfer {
  readonly from: StepKey;
  readonly to: StepKey;
  readonly kind: 'NEXT' | 'RETURN';
  /** Expected passes for one entering unit; where shareUnknown, a stand-in by equal shares (0 for a return). */
  readonly perUnit: number;
  readonly shareUnknown?: boolean;
  /** Working seconds that it waits on the way (buffers between the two); null where no wait is told. */
  readonly wait: number | null;
  /** The reasons written behind those waits. */
  readonly whys: readonly string[];
  /** true where the two steps belong to different forces. */
  readonly seam: boolean;
  readonly line: number | null;
}

export interface Rework {
  readonly from: StepKey;
  readonly to: StepKey;
  readonly share: number;
  readonly line: number | null;
  /** What this return adds: effort a week, and lead time for one unit, against the same stream without it. */
  readonly hoursPerWeek: Figure;
  readonly leadTime: Figure;
}

/** Who or what is loaded most, over all of their steps. */
export interface Bottleneck {
  readonly performer: string;
  readonly steps: readonly StepKey[];
  readonly utilisation: Figure;
}
