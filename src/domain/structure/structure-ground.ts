import type { CapabilityDemand, Catalogue } from '../capability/index.js';
import type { Calendar, StepKey } from '../shared/index.js';
import type { Readiness, StreamMetrics } from '../metrics/index.js';
import type { ValueStream } from '../stream/index.js';

/** All that a structure follows from, of one stream or of several put together. Preference is no part of it. */
export interface DesignGround {
  readonly stream: Pick<
    ValueStream,
    'name' | 'calendar' | 'demandPerWeek' | 'steps' | 'apart' | 'together' | 'people'
  >;
  readonly metrics: Pick<StreamMetrics, 'steps' | 'transfers'>;
  readonly readiness: Readiness;
  readonly demands: readonly CapabilityDemand[];
  readonly catalogue: Catalogue;
  /** The streams that were put together, in order; absent where there is only one. */
  readonly parts?: readonly DesignGround[];
  /** The working calendar in which the times of each step are told; absent where it is that of the stream. */
  readonly calendars?: ReadonlyMap<StepKey, Calendar>;
}

/** The same of one stream, with all that is known of it. */
export interface StructureGround extends DesignGround {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
}

/** The stream of each step, by its place among the streams put together. */
export function streamOfEachStep(parts: readonly DesignGround[]): ReadonlyMap<StepKey, number> {
  return new Map(parts.flatMap(({ stream }, at) => stream.steps.map(({ key }) => [key, at] as const)));
}
