import type { RaciLetter } from '../responsibility/index.js';
import type { StructureHead } from './structured-plan.js';

/** Every assignment that stands or stood, with the chain that justifies it, as plain data. */
export interface JustificationReport extends StructureHead {
  readonly kind: 'JUSTIFICATIONS';
  /** What follows from the stream, in the order of the matrix; then what was accepted beyond it. */
  readonly entries: readonly JustifiedEntry[];
  readonly counts: { readonly derived: number; readonly accepted: number; readonly lost: number };
  readonly conventions: readonly string[];
}

/** A letter of somebody at a step, with at least one link of the chain assignment → capability → step → stream. */
export interface JustifiedEntry {
  readonly position: number | null;
  readonly step: string;
  readonly line: number | null;
  readonly holder: string;
  readonly letter: RaciLetter;
  /** true: proposed by somebody beyond what follows from the stream. */
  readonly accepted: boolean;
  /** The revision that accepted it; null where it follows from the stream, or of a file. */
  readonly revision: number | null;
  readonly stillStands: boolean;
  /** What took its reason, and the remedy. */
  readonly lost: readonly string[];
  readonly because: readonly JustifyingLink[];
}

export interface JustifyingLink {
  readonly rule: string;
  readonly capability: string | null;
  /** The step that demands it; often the step itself, for a C or an I a neighbour. */
  readonly demandedBy: string;
  readonly demandedByLine: number | null;
  /** The flow line between that step and the assignment's own, with its expected passes; null where there is none. */
  readonly flowLine: string | null;
  /** The hours of the demand; null where the link is no demand. */
  readonly hours: string | null;
  readonly text: string;
}
