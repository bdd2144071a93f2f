import type { Problem } from '../shared/index.js';
import type { StepKey } from '../shared/index.js';

/** In climbing order. */
export const READINESS_RUNGS = ['SKETCHED', 'CONNECTED', 'MEASURED', 'OBSERVED'] as const;
export type ReadinessRung = (typeof READINESS_RUNGS)[number];

/** How far a stream has climbed, and what is missing for the next rung, in the order in which it matters. */
export interface Readiness {
  readonly rung: ReadinessRung;
  readonly missing: readonly Problem[];
  /** Steps that no entry reaches or that lead to no end, and those of support work that serve nothing in the end. */
  readonly unconnected: readonly StepKey[];
}
