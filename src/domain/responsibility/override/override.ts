import type { NonEmpty, RoleKey, StepKey } from '../../shared/index.js';
import type { RaciLetter } from '../responsibility-matrix.js';
import type { RefusalReason, RefusedWish, Wish } from '../verdict.js';

/** A letter that the gate refuses and that somebody takes upon themselves to set all the same, for a time. It is no assignment: nothing justifies it. */
export interface Override {
  /** As the stream named them when it was set. */
  readonly holder: string;
  readonly step: { readonly key: StepKey; readonly name: string };
  readonly letter: RaciLetter;
  /** Who takes it upon themselves. */
  readonly by: string;
  /** What they say for it; never read. */
  readonly why: string;
  /** The last day on which it stands, YYYY-MM-DD. */
  readonly until: string;
  /** What the gate said against it when it was set. */
  readonly against: NonEmpty<RefusalReason>;
  /** null: of a file, which has no revisions. */
  readonly revision: number | null;
}

/** A refused wish that somebody wants to stand all the same. */
export interface OverrideRequest {
  readonly wish: Wish;
  readonly by: string;
  readonly why: string;
  readonly until: string;
}

export const OVERRIDE_FAULTS = [
  'OVERRIDES_SWITCHED_OFF',
  'NOTHING_TO_OVERRIDE',
  'CANNOT_BE_OVERRIDDEN',
  'OVERRIDDEN_ALREADY',
  'NOBODY_NAMED',
  'NO_WHY_TOLD',
  'NOT_A_DAY',
  'EXPIRED_BEFORE_IT_BEGINS',
  'STANDS_TOO_LONG',
] as const;
export type OverrideFault = (typeof OVERRIDE_FAULTS)[number];

/** One reason why an override was not set. */
export interface OverrideObjection {
  readonly code: OverrideFault;
  readonly message: string;
  readonly remedy: string;
}

/** An override that was not set, with every reason at once. */
export interface OverrideRefused {
  readonly kind: 'OverrideRefused';
  readonly request: OverrideRequest;
  readonly objections: NonEmpty<OverrideObjection>;
}

/** An override that may be kept, and the refusal that it passes over. */
export interface OverrideSet {
  readonly kind: 'OverrideSet';
  readonly override: Override;
  readonly refused: RefusedWish;
}

/** An override held against the stream as it stands now. */
export interface SettledOverride<O extends Override = Override> {
  readonly override: O;
  /** The role of the structure that has it; null where it is a person. */
  readonly role: RoleKey | null;
  /** false: its step has left the stream, or its holder is known no more. */
  readonly hasPlace: boolean;
  /** What the gate says against it now; empty: the stream justifies it by now, and it can be proposed. */
  readonly against: readonly RefusalReason[];
}
