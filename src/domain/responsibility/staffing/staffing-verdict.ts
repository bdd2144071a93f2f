import type { Justification, NonEmpty, RoleKey } from '../../shared/index.js';
import type { RefusalReason } from '../verdict.js';

/** Somebody proposes that a person fills a role; both by name, the role by its key too. reason is what the asker says, and never a justification. */
export interface StaffingWish {
  readonly person: string;
  readonly role: string;
  readonly reason: string | null;
}

/** A person in a role, accepted: what the role's steps demand, and the person brings. */
export interface AcceptedStaffing {
  readonly kind: 'AcceptedStaffing';
  /** The name as the stream, or the list of people, has it. */
  readonly person: string;
  readonly role: RoleKey;
  readonly because: NonEmpty<Justification>;
  /** The person's share of the role's hours a week; null where nothing of the role is measured. */
  readonly hoursPerWeek: number | null;
  /** true: it was in force before, and accepting it changes nothing. */
  readonly inForce: boolean;
  readonly warnings: readonly string[];
}

export interface RefusedStaffing {
  readonly kind: 'RefusedStaffing';
  readonly person: string;
  /** As it was asked. */
  readonly role: string;
  readonly reason: string | null;
  readonly reasons: NonEmpty<RefusalReason>;
  /** The role nearest to the one that was asked for which the person could fill; null where there is none. */
  readonly nearestRole: RoleKey | null;
}

export type StaffingVerdict = AcceptedStaffing | RefusedStaffing;
