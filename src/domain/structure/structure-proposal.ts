import type { Figure, Problem, StepKey } from '../shared/index.js';
import type { ReadinessRung } from '../metrics/index.js';
import type { OwnDuties, SettledDuties } from './own-duties.js';
import type { Role, Team } from './role.js';
import type { Relaxed, StructureGoal } from './structure-goals.js';

/** What a role and a team may be; null takes the default. A limit that somebody set never yields, a default does to a single step that needs more. */
export interface StructureLimits extends OwnDuties {
  readonly maxCapabilitiesPerRole?: number | null;
  readonly maxStepsPerRole?: number | null;
  readonly maxPositionsPerRole?: number | null;
  readonly oneForcePerRole?: boolean | null;
  readonly targetUtilisation?: number | null;
  readonly shrinkage?: number | null;
  readonly teamSize?: number | null;
  /** A team of fewer positions is joined with another where that is possible. */
  readonly leastTeamSize?: number | null;
  readonly teams?: TeamForming | null;
  /** The order of the goals: those left out follow in the usual one. */
  readonly goals?: readonly StructureGoal[] | null;
  /** By how much a goal may be exceeded for the sake of those after it. */
  readonly relax?: Relaxed | null;
}

/** Limits that every proposal tells, as one number, word or yes. */
export type PlainLimit = Exclude<
  keyof StructureLimits,
  'goals' | 'relax' | 'leastTeamSize' | keyof OwnDuties
>;

/** Both absent where the goals are minimised in the usual order, none of them relaxed. */
export interface GoalsAsked {
  readonly goals?: readonly StructureGoal[];
  readonly relax?: Relaxed;
}

/** By the fewest hand-offs between teams, or as cells that share capabilities. */
export type TeamForming = 'HAND_OFFS' | 'CELLS';

/** What the teams were formed for, and how good they are at it. */
export interface TeamGoal {
  readonly formedBy: TeamForming;
  readonly name: string;
  /** Hand-offs between teams a week (for one unit where demand is unknown), or the grouping efficacy; null where there is nothing to compute. */
  readonly value: number | null;
  /** No teams of these roles within the team size are better, with as few below its least: fewer hand-offs, or a higher efficacy. */
  readonly bound: number | null;
  /** How far value and bound are apart, over the larger of the two. */
  readonly gap: number;
  readonly proven: boolean;
  readonly method: string;
  /** All of it in words. */
  readonly text: string;
}

export interface ObjectiveLevel {
  readonly name: string;
  readonly value: number;
  readonly lowerBound: number;
  /** (value − bound) / value, 0 where they are equal. */
  readonly gap: number;
  readonly proven: boolean;
}

export interface StructureProposal {
  readonly kind: 'StructureProposal';
  readonly roles: readonly Role[];
  readonly teams: readonly Team[];
  /** Absent in old ones, and where adopted teams are kept on a stream that has changed. */
  readonly teamGoal?: TeamGoal;
  /** Expected transfers a week between roles (per unit where demand is unknown, and the figure says so). */
  readonly handOffsPerWeek: Figure;
  /** The goals in the order in which they were minimised. */
  readonly objectives: readonly ObjectiveLevel[];
  /** The largest gap of any level. */
  readonly gap: number;
  readonly provenOptimal: boolean;
  readonly method: string;
  /** The limits it kept, defaults filled in, each told in words (with what yielded and why). */
  readonly limits: Required<{
    readonly [K in PlainLimit]: NonNullable<StructureLimits[K]> | null;
  }> &
    GoalsAsked &
    SettledDuties & { readonly leastTeamSize?: number };
  readonly notes: readonly string[];
  /** Equal where the ground is: by it an adopted proposal knows that its bounds still hold. Absent in old ones. */
  readonly restsOn?: string;
}

export interface StreamNotReady {
  readonly kind: 'StreamNotReady';
  readonly rung: ReadinessRung;
  readonly needed: ReadinessRung;
  readonly missing: readonly Problem[];
}

/** No structure can keep these limits; steps are the smallest set that shows it. */
export interface LimitsContradict {
  readonly kind: 'LimitsContradict';
  readonly message: string;
  readonly limits: readonly string[];
  readonly steps: readonly StepKey[];
}

export type SuggestedStructure = StructureProposal | StreamNotReady | LimitsContradict;
