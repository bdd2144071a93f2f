import type { Figure, Justification, Problem, RoleKey, StepKey, StreamKey } from '../../shared/index.js';
import type { ReadinessRung } from '../../metrics/index.js';
import type { Role } from '../role.js';
import type { LimitsContradict, StructureProposal } from '../structure-proposal.js';

/** A step of one of several streams. */
export interface CompanyStep {
  readonly stream: StreamKey;
  /** Its key in its stream. */
  readonly key: StepKey;
  readonly name: string;
  /** Its name, with that of its stream where another stream has a step of that name. */
  readonly label: string;
}

/** What a role does for one stream. */
export interface ServedStream {
  readonly stream: StreamKey;
  readonly steps: readonly CompanyStep[];
  readonly hoursPerWeek: Figure;
  /** Of all known hours of the role, 0 to 1; null where none is known. */
  readonly share: number | null;
}

/** A role of the whole company; its steps and hours are told stream by stream. */
export interface CompanyRole extends Omit<Role, 'steps' | 'demands' | 'why'> {
  /** In stream order; more than one where the role is shared. */
  readonly serves: readonly ServedStream[];
  /** Why it exists, and why these steps belong together. */
  readonly why: readonly Pick<Justification, 'rule' | 'text'>[];
}

/** What one stream takes of the company. */
export interface CompanyStream {
  readonly key: StreamKey;
  readonly name: string;
  readonly hoursPerWeek: Figure;
  readonly fte: Figure;
  /** Of all known hours of the company, 0 to 1; null where none is known. */
  readonly share: number | null;
  /** The positions that it pays for: those of each role by the stream's share of the role's known hours. */
  readonly positions: number | null;
  /** Positions if it were designed by itself within the same limits; null where they contradict each other there. */
  readonly positionsAlone: number | null;
  readonly handOffsPerWeek: Figure;
  readonly roles: readonly RoleKey[];
  /** Equal where the stream asks for the same within the same limits: by it, its part of the company can be adopted. */
  readonly restsOn: string;
}

/** Roles over several streams at once: loads added up, shared roles counted once, one ceiling for each. */
export interface CompanyStructure {
  readonly kind: 'CompanyStructure';
  /** In the order of their keys, whatever the order in which they were given. */
  readonly streams: readonly CompanyStream[];
  readonly roles: readonly CompanyRole[];
  /** All positions, each role counted once; roles that are not measured count the people that their steps need. */
  readonly positions: number;
  /** Positions of all streams designed one by one within the same limits; null where one of them cannot be. */
  readonly positionsAlone: number | null;
  /** Expected transfers between roles, of all streams whose demand is known. */
  readonly handOffsPerWeek: Figure;
  /** Teams, goals with bounds and limits; the keys of its steps are those of company steps. */
  readonly proposal: StructureProposal;
  /** What it rests on and leaves open. */
  readonly notes: readonly string[];
  readonly text: string;
}

/** Some of the streams are not connected yet; nothing is wrong with them. */
export interface CompanyNotReady {
  readonly kind: 'CompanyNotReady';
  readonly needed: ReadinessRung;
  readonly streams: readonly {
    readonly key: StreamKey;
    readonly name: string;
    readonly rung: ReadinessRung;
    readonly missing: readonly Problem[];
  }[];
}

/** The streams cannot be put together: what is wrong, and what would put it right. */
export interface CompanyNotPossible {
  readonly kind: 'CompanyNotPossible';
  readonly message: string;
  readonly remedy: string;
}

/** The steps of a contradiction, as company steps. */
export interface CompanyLimitsContradict extends Omit<LimitsContradict, 'kind' | 'steps'> {
  readonly kind: 'CompanyLimitsContradict';
  readonly steps: readonly CompanyStep[];
}

export type SuggestedCompany =
  CompanyStructure | CompanyNotReady | CompanyNotPossible | CompanyLimitsContradict;
