/** What somebody did, as the audit log calls it. */
export const AUDIT_ACTS = [
  'REVISION_DRAWN',
  'STREAM_REMOVED',
  'STREAM_RESTORED',
  'STRUCTURE_ADOPTED',
  'ASSIGNMENTS_ACCEPTED',
  'WISHES_REFUSED',
  'ASSIGNMENT_WITHDRAWN',
  'ASSIGNMENT_LOST_REASON',
  'ASSIGNMENT_REGAINED_REASON',
  'OVERRIDE_SET',
  'OVERRIDE_ENDED',
  'STAFFING_ACCEPTED',
  'STAFFING_REFUSED',
  'STAFFING_WITHDRAWN',
  'STAFFING_LOST_REASON',
  'STAFFING_REGAINED_REASON',
  'NAMES_LEARNED',
  'WORKSPACE_ADDED',
  'MEMBER_ADDED',
  'MEMBER_ROLE_CHANGED',
  'MEMBER_REMOVED',
  'PASSWORD_CHANGED',
  'TOKEN_CREATED',
  'TOKEN_REVOKED',
  'SIGNED_IN',
  'SESSIONS_ENDED',
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** Through which door somebody came. LOCAL: on the machine itself, while there are no accounts. */
export const AUDIT_DOORS = ['LOCAL', 'SESSION', 'TOKEN', 'COMMAND_LINE'] as const;
export type AuditDoor = (typeof AUDIT_DOORS)[number];

/** Who did something: the name is kept as it was then. */
export interface Actor {
  /** Null where nobody had signed in: at the command line, and on a machine without accounts. */
  readonly accountId: string | null;
  readonly name: string;
  readonly door: AuditDoor;
}

/** What the gate said to one holder, letter and step. */
export interface AuditVerdict {
  readonly holder: string;
  readonly letter: string;
  /** The name of the step; null where the wish named none. */
  readonly step: string | null;
  readonly verdict: 'ACCEPTED' | 'REFUSED' | 'OVERRIDDEN' | 'LOST' | 'REGAINED' | 'WITHDRAWN';
  /** The reasons for it, or against it, in the order in which they were given. */
  readonly because: readonly string[];
}

/** What was done, without who and when. */
export interface AuditedAct {
  readonly act: AuditAct;
  /** Null where it is about no stream. */
  readonly streamId: string | null;
  /** The revision that it was done on, or made; null where it is about no stream. */
  readonly revision: number | null;
  /** One line for people: whom or what it was about. */
  readonly about: string;
  readonly verdicts: readonly AuditVerdict[];
}

/** An entry that is to be added; ids are in the order in which things were done. */
export interface NewAuditEntry extends AuditedAct {
  readonly id: string;
  readonly workspaceId: string;
  /** ISO time. */
  readonly doneAt: string;
  readonly actor: Actor;
}

/** An entry as it is read. */
export interface AuditEntry extends Omit<NewAuditEntry, 'workspaceId'> {
  /** The key of the stream. */
  readonly stream: string | null;
}
