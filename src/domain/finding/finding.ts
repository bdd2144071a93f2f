import type { Severity, StepKey } from '../shared/index.js';

/** Something about the design that its people should know, with what would put it right. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly steps: readonly StepKey[];
}
