import type { Figure, StepKey } from '../shared/index.js';

/** What stoppages, changeovers and batches make of one step; the measures of the stream rest on none of it. */
export interface StationFigures {
  readonly step: StepKey;
  readonly line: number | null;
  /** Process time / people. */
  readonly cycleTime: Figure;
  /** (Cycle time + changeover / pieces of a batch) / uptime: how often one unit leaves it over the day. */
  readonly cycleWithChangeovers: Figure;
  /** How often one unit comes to the step. */
  readonly takt: Figure;
  /** cycleWithChangeovers / takt. */
  readonly againstTakt: Figure;
  /** It cannot keep up with what comes; null where that is not known (a floor below takt may pass it yet). */
  readonly behindTakt: boolean | null;
  /** Pieces of a batch × takt, where batch and changeover are told. */
  readonly everyPartEvery: Figure;
  /** The least pieces of a batch with which the step keeps up, in whole ones. */
  readonly leastBatch: Figure;
  /** The longest changeover, and the least uptime, with which it keeps up while all else stays. */
  readonly longestChangeover: Figure;
  readonly leastUptime: Figure;
  /** How long one unit waits while the others of its batch are worked on; not in the lead time. */
  readonly waitInBatch: Figure;
}

/** The step that takes the most of its takt. */
export interface BusiestStation {
  readonly step: StepKey;
  readonly againstTakt: Figure;
}

/** The stations of a stream: the steps of which somebody told uptime, changeover or batch, and what they come to. */
export interface StationBalance {
  readonly stations: readonly StationFigures[];
  /** Of all steps of ours, those included that never stop; null where no process time or no demand is known. */
  readonly busiest: BusiestStation | null;
  /** Hours a week that stoppages and changeovers take beside the work. */
  readonly lostPerWeek: Figure;
  /** Expected waiting of one unit within batches, on the way whose lead time is the longest. */
  readonly waitInBatches: Figure;
  /** The station at which the same part takes longest to come round again; null where none is known. */
  readonly longestEveryPartEvery: StationFigures | null;
}
