import type { StructureHead } from '../structured-plan.js';

/** A charter for every team of a structure, as plain data. */
export interface TeamCharters extends StructureHead {
  readonly kind: 'TEAM_CHARTERS';
  /** What the teams were formed for and how good they are at it; null where nobody asked. */
  readonly formedFor: string | null;
  readonly charters: readonly TeamCharter[];
  readonly conventions: readonly string[];
}

/** What a team is there for, who is in it, what it answers for, and what crosses its border. */
export interface TeamCharter {
  readonly team: string;
  /** The kind of team in words; null where it was adopted before teams told it. */
  readonly teamKind: string | null;
  readonly purpose: string | null;
  readonly roles: readonly CharterRole[];
  /** Whole people; null where a size is not measured. */
  readonly positions: number | null;
  readonly positionsText: string;
  readonly hoursText: string;
  readonly steps: readonly CharterStep[];
  /** Steps of other teams in which one of its roles has a letter: the letter, the step, and who has it. */
  readonly besides: readonly string[];
  readonly crosses: readonly string[];
  readonly outside: readonly string[];
}

export interface CharterRole {
  readonly role: string;
  readonly hoursText: string;
  readonly fteText: string;
  readonly positions: number | null;
  readonly capabilities: readonly string[];
}

export interface CharterStep {
  readonly position: number;
  readonly step: string;
  readonly line: number | null;
  /** Roles of the team that do it. */
  readonly responsible: readonly string[];
  /** Who answers for it, in the team or not; null where nobody does. */
  readonly accountable: string | null;
}
