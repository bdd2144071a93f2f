import type { Assignment, RefusalReason, StaffingAssignment } from './responsibility/index.js';

/** Told apart over all revisions. */
export interface Kept {
  readonly id: string;
}

/** What the gate accepted: a responsibility, or a person in a role. */
export type Accepted = (Assignment | StaffingAssignment) & Kept;

/** Something that was accepted, held against the stream as it stands. */
export interface JudgedAccepted<T extends Accepted = Accepted> {
  readonly moved: T;
  readonly stands: boolean;
  readonly lost: readonly RefusalReason[];
}

/** Whom it is about: the holder; or the person and the role. */
export function namesOf(accepted: Accepted): readonly string[] {
  return 'person' in accepted ? [accepted.person, accepted.role.name] : [accepted.holder];
}
