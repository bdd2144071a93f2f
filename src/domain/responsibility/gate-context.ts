import type { Catalogue, CapabilityDemand } from '../capability/index.js';
import type { Readiness, StreamMetrics } from '../metrics/index.js';
import type { KnownStep, ValueStream } from '../stream/index.js';
import type { StructureProposal } from '../structure/index.js';
import type { ResponsibilityMatrix } from './responsibility-matrix.js';
import type { Assignment } from './verdict.js';

/** All that a judgement rests on. */
export interface GateContext {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
  readonly readiness: Readiness;
  readonly catalogue: Catalogue;
  readonly demands: readonly CapabilityDemand[];
  /** The adopted structure, else the suggested one; null (and no matrix) where none can be proposed. */
  readonly structure: StructureProposal | null;
  readonly matrix: ResponsibilityMatrix | null;
  /** Steps of earlier revisions that have left the stream. */
  readonly formerSteps: readonly KnownStep[];
  /** What was accepted before and is kept. */
  readonly assignments: readonly Assignment[];
}
