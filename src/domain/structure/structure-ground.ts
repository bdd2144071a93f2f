import type { CapabilityDemand, Catalogue } from '../capability/index.js';
import type { Readiness, StreamMetrics } from '../metrics/index.js';
import type { ValueStream } from '../stream/index.js';

/** All that a structure follows from. Preference is no part of it. */
export interface StructureGround {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
  readonly readiness: Readiness;
  readonly demands: readonly CapabilityDemand[];
  readonly catalogue: Catalogue;
}
