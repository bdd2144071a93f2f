import type { StepKey } from '../../shared/index.js';
import type { StructureProposal } from '../structure-proposal.js';

/** A role that keeps what a performer of today does; a performer stands in several where work of several people stays with all of them. */
export interface KeptPerformer {
  readonly performer: string;
  readonly role: string;
  readonly steps: readonly StepKey[];
}

/** A step that would leave who does it today, and why the limits do not let it stay. */
export interface LeavingStep {
  readonly step: StepKey;
  readonly from: readonly string[];
  /** Roles, by name. */
  readonly to: readonly string[];
  readonly why: string;
}

/** Roles that leave work with who does it today, as far as the limits allow. */
export interface ClosestToToday {
  /** Equal for the same roles on the same ground. */
  readonly id: string;
  /** The fewest steps moved first, then the usual goals; its bounds hold for roles that leave those steps where they are. */
  readonly proposal: StructureProposal;
  readonly positions: number;
  /** Those around whom the roles were made first, then others who do work of a role that has room for them. */
  readonly kept: readonly KeptPerformer[];
  readonly moved: readonly LeavingStep[];
  /** Steps of which somebody is known to do them today. */
  readonly ofSteps: number;
  /** Steps that nobody is known to do: they go where they fit best. */
  readonly withoutPerformer: number;
  /** true where it is proven that no fewer steps can move. */
  readonly proven: boolean;
  /** What it is, and what it costs against the fewest people and the fewest hand-offs. */
  readonly text: string;
}
