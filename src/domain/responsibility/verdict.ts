import type { Justification, NonEmpty, StepKey } from '../shared/index.js';
import type { RaciLetter } from './responsibility-matrix.js';

/** What somebody proposes; holder and step by name or key. reason is what the asker says, and never a justification. */
export interface Wish {
  readonly holder: string;
  readonly step: string | null;
  readonly letter: RaciLetter;
  readonly reason: string | null;
}

export const REFUSAL_CODES = [
  'NO_STEP_CITED',
  'UNKNOWN_STEP',
  'STEP_NOT_IN_THIS_REVISION',
  'CAPABILITY_NOT_DEMANDED',
  'HOLDER_LACKS_CAPABILITY',
  'LEVEL_TOO_LOW',
  'CAPABILITY_UNKNOWN',
  'UNKNOWN_HOLDER',
  'PREFERENCE_IS_NO_REASON',
  'SECOND_ACCOUNTABLE',
  'NOT_CONSULTABLE',
  'NOT_INFORMABLE',
  'DUTIES_MUST_STAY_APART',
  'OVER_CAPACITY',
  'CONTRADICTS',
  'STREAM_NOT_READY',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface RefusalReason {
  readonly code: RefusalCode;
  readonly message: string;
  /** The link of assignment → capability → step → stream that is missing. */
  readonly missingLink: string;
  readonly remedy: string;
  /** The nearest step that would justify the holder; null where none would. */
  readonly nearestStep: StepKey | null;
}

export interface AcceptedWish {
  readonly kind: 'AcceptedWish';
  /** The holder's name as the stream has it. */
  readonly holder: string;
  readonly letter: RaciLetter;
  readonly step: StepKey;
  readonly because: NonEmpty<Justification>;
  /** true: it was in force before, and accepting it changes nothing. */
  readonly inForce: boolean;
  readonly warnings: readonly string[];
}

export interface RefusedWish {
  readonly kind: 'RefusedWish';
  readonly holder: string;
  readonly letter: RaciLetter;
  /** As it was asked. */
  readonly step: string | null;
  readonly reason: string | null;
  readonly reasons: NonEmpty<RefusalReason>;
}

export type Verdict = AcceptedWish | RefusedWish;

/** An accepted responsibility as it is kept: step and because are those of the revision that accepted it. Only judge makes one. */
export interface Assignment {
  readonly holder: string;
  readonly step: { readonly key: StepKey; readonly name: string };
  readonly letter: RaciLetter;
  readonly because: NonEmpty<Justification>;
  /** null: of a file, which has no revisions. */
  readonly revision: number | null;
}

/** An assignment held against the stream as it stands now; lost is empty where it still stands. */
export interface JudgedAssignment<A extends Assignment = Assignment> {
  readonly assignment: A;
  readonly stillJustified: boolean;
  readonly lost: readonly RefusalReason[];
}
