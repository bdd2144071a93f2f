import type {
  CapabilityKey,
  Figure,
  Justification,
  NonEmpty,
  RoleKey,
  StepKey,
  TeamKey,
} from '../shared/index.js';
import type { Capability } from '../capability/index.js';

/** A bundle of capabilities with the steps that demand them: it exists because of steps, and says which. */
export interface Role {
  readonly key: RoleKey;
  readonly name: string;
  readonly capabilities: readonly Capability[];
  readonly steps: readonly StepKey[];
  /** The demands that it carries: every demand of the stream is in exactly one role. */
  readonly demands: readonly RoleDemand[];
  readonly hoursPerWeek: Figure;
  /** Raw: hours / (paid hours × (1 − shrinkage) × target utilisation). */
  readonly fte: Figure;
  /** Whole people; null where nothing of it is measured. */
  readonly positions: number | null;
  /** Why it exists, and why these steps belong together. */
  readonly why: NonEmpty<Justification>;
}

export interface RoleDemand {
  readonly step: StepKey;
  readonly capability: CapabilityKey;
  /** false where it was derived from the step's name; told so that a step keeps its role over a renaming. */
  readonly statedByStep?: boolean;
}

/**
 * WHOLE_STREAM: the only team. STAGE: most of the flow at its steps stays in it. CRAFT: most of it comes from and goes
 * to other teams, which call for its kind of work. SUPPORT: all its work comes round by the calendar.
 */
export type TeamKind = 'WHOLE_STREAM' | 'STAGE' | 'CRAFT' | 'SUPPORT';

export interface Team {
  readonly key: TeamKey;
  readonly name: string;
  readonly roles: readonly RoleKey[];
  /** Kind, purpose and what crosses its border, of the stream as it stands; absent in what was kept before teams told it. */
  readonly kind?: TeamKind;
  readonly purpose?: string;
  /** Sentences: what it hands to each other team and takes from it, the most first. */
  readonly crosses?: readonly string[];
}
