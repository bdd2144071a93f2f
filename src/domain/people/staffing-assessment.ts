import type { Figure, RoleKey, StepKey, StreamKey } from '../shared/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { Fit, StaffingVerdict } from '../responsibility/index.js';

/** What a role demands and somebody does not bring, or not enough of it. */
export interface Shortfall {
  readonly capability: string;
  /** The level that is asked for; null where none is. */
  readonly level: number | null;
  /** The level that the person has; null where nobody has said. */
  readonly has: number | null;
  readonly licence: boolean;
  readonly why: Exclude<Fit, 'FITS'>;
}

/** How much of a role somebody could carry: all of it, a part, nothing, or nobody has said what they can do. */
export type CarryingExtent = 'WHOLE' | 'PART' | 'NOTHING' | 'UNKNOWN';

export interface RoleForPerson {
  readonly role: RoleKey;
  readonly extent: CarryingExtent;
  readonly missing: readonly Shortfall[];
}

/** Whether the work fits the hours; UNKNOWN where either is not known, OVER_BY_GUESS where one of the two is a guess. */
export type HoursState = 'FITS' | 'OVER' | 'OVER_BY_GUESS' | 'UNKNOWN';

export interface PersonAssessed {
  readonly name: string;
  readonly toldBy: 'LIST' | 'NAPKIN' | 'STEPS';
  /** true: somebody has said what they can do. */
  readonly told: boolean;
  /** null: nobody has said. */
  readonly hoursPerWeek: number | null;
  /** Hours a week of the roles that they fill, else of the steps that they do today. */
  readonly load: Figure;
  readonly loadOf: 'ROLES' | 'STEPS_TODAY' | 'NOTHING';
  readonly hours: HoursState;
  /** In the order of the structure. */
  readonly roles: readonly RoleForPerson[];
  /** What they wish, as written: heard, and never weighed. */
  readonly wishes: string | null;
}

/** So many of these people leave, and the steps are uncovered. */
export interface LeavingGroup {
  readonly howMany: number;
  /** In the order of the staff; where howMany is smaller, any so many of them. */
  readonly among: readonly string[];
  readonly steps: readonly StepKey[];
  /** What then nobody can do. */
  readonly because: string;
}

export interface StepCover {
  readonly step: StepKey;
  /** How many have to leave until the step is uncovered: 0 where it is already; null where nobody has said what those can do who do it. */
  readonly busFactor: number | null;
  readonly groups: readonly Omit<LeavingGroup, 'steps'>[];
  /** Who does it today, without anybody having said what they can do. */
  readonly seenDoing: readonly string[];
}

export interface StreamCover {
  /** Every step that is done inside, in stream order. */
  readonly steps: readonly StepCover[];
  /** Steps that are uncovered as it is. */
  readonly uncovered: readonly StepKey[];
  /** Steps of which nobody can tell, since nobody has said what those can do who do them today. */
  readonly unsaid: readonly StepKey[];
  /** The size of the smallest group whose leaving uncovers a step; null where there is none or nobody has said what anybody can do. */
  readonly smallest: number | null;
  /** All groups of that size. */
  readonly groups: readonly LeavingGroup[];
}

/** Somebody who is not far from what is demanded, the nearest first. */
export interface NearPerson {
  readonly name: string;
  readonly how: 'LEVEL_TOO_LOW' | 'LICENCE_MISSING' | 'SAME_FAMILY';
  readonly text: string;
}

/** NOBODY can, TOO_FEW for those who do it together, or only ONE. */
export type SkillGap = 'NOBODY' | 'TOO_FEW' | 'ONE';

export interface StaffingNeed {
  readonly gap: SkillGap;
  readonly demand: CapabilityDemand;
  readonly steps: readonly StepKey[];
  readonly hoursAtStake: Figure;
  readonly canDo: readonly string[];
  /** What to do first: ask those who do it today, teach who is near, arrange a stand-in for the only one, or hire. */
  readonly first: 'ASK' | 'LEARN' | 'STAND_IN' | 'HIRE';
  readonly ask: readonly string[];
  readonly nearest: readonly NearPerson[];
  /** The role in which somebody would be hired for it, and what the role demands; null where there is no structure. */
  readonly hire: {
    readonly role: RoleKey;
    readonly name: string;
    readonly capabilities: readonly string[];
  } | null;
  readonly text: string;
}

export interface SuggestedPlace {
  readonly person: string;
  readonly role: RoleKey;
  /** true: by the list they fill it already. */
  readonly stays: boolean;
  readonly because: string;
  readonly warnings: readonly string[];
}

export interface OpenPlaces {
  readonly role: RoleKey;
  readonly positions: number;
  /** The share of the role's hours that stands open; null where nothing is measured. */
  readonly hoursPerWeek: number | null;
  readonly why: string;
  /** Who could carry a part of it, with what is missing, the one with least to learn first. */
  readonly nearest: readonly { readonly person: string; readonly missing: readonly Shortfall[] }[];
}

/** A role whose hours several people of few hours could share; the gate accepts them together. */
export interface SharedRole {
  readonly role: RoleKey;
  /** Of the whole role. */
  readonly hoursPerWeek: number;
  /** Hours a week of each of them. */
  readonly share: number;
  /** With the hours that they have. */
  readonly people: readonly { readonly person: string; readonly hoursPerWeek: number }[];
}

/** A suggestion, never an assignment: the most positions filled by those whom the gate would accept there, nobody in two. */
export interface SuggestedStaffing {
  readonly places: readonly SuggestedPlace[];
  readonly open: readonly OpenPlaces[];
  /** Whom the suggestion gives no position. */
  readonly left: readonly { readonly person: string; readonly why: string }[];
  /** Roles that stand partly open, and that people of few hours could share. */
  readonly shared: readonly SharedRole[];
  readonly filled: number;
  readonly ofPositions: number;
  readonly convention: string;
}

export interface StaffingAssessment {
  readonly stream: StreamKey;
  readonly people: readonly PersonAssessed[];
  /** What the gate says of the roles that people fill by the list, in its order. */
  readonly filling: readonly StaffingVerdict[];
  readonly cover: StreamCover;
  /** In the order of the hours at stake, the unmeasured last. */
  readonly needs: readonly StaffingNeed[];
  /** null where there is no structure. */
  readonly suggestion: SuggestedStaffing | null;
  readonly notes: readonly string[];
}
