import type { Severity, StepKey } from '../shared/index.js';
import type { CapabilityDemand, Catalogue } from '../capability/index.js';
import type { Readiness, StreamMetrics } from '../metrics/index.js';
import type { JudgedAssignment, ResponsibilityMatrix, SettledOverride } from '../responsibility/index.js';
import type { ValueStream } from '../stream/index.js';
import type { StructureProposal } from '../structure/index.js';

/** Everything that a rule may look at. */
export interface FindingContext {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
  readonly readiness: Readiness;
  readonly demands: readonly CapabilityDemand[];
  readonly catalogue: Catalogue;
  readonly structure: StructureProposal | null;
  readonly matrix: ResponsibilityMatrix | null;
  readonly assignments: readonly JudgedAssignment[];
  /** Those that stand today. */
  readonly overrides?: readonly SettledOverride[];
  /** true: the structure is one that somebody adopted. */
  readonly adopted: boolean;
}

/** What a rule has to say, and the steps that it is about. */
export interface Found {
  readonly message: string;
  readonly steps: readonly StepKey[];
}

/** One thing that can be found: its code, its weight, and the norm that is not met. */
export interface FindingRule {
  readonly code: string;
  readonly severity: Severity;
  readonly norm: string;
  readonly check: (context: FindingContext) => readonly Found[];
}
