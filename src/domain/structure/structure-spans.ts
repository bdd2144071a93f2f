import type { TeamKey } from '../shared/index.js';
import type { Force } from '../stream/index.js';

/** What somebody answers for. */
export type SpanScope = 'STREAM' | Force;

/** The leads and layers that the size of a structure calls for: no roles, as no step demands them. */
export interface StructureSpans {
  /** How many people one person leads directly at most. */
  readonly mostPerLead: number;
  /** All leads together. */
  readonly leads: number;
  /** The most layers of leads between anybody and the owner whom their team answers to. */
  readonly layers: number;
  /** The owner of the stream first. */
  readonly owners: readonly OwnerSpan[];
  readonly convention: string;
}

/** Who answers to one owner. */
export interface OwnerSpan {
  /** null where nobody is named. */
  readonly owner: string | null;
  readonly answersFor: readonly SpanScope[];
  /** Whole people in the teams that answer to them; a floor where atLeast. */
  readonly people: number;
  readonly atLeast: boolean;
  /** Owners of forces who answer to them, beside the teams. */
  readonly owners: readonly string[];
  readonly teams: readonly TeamSpan[];
  /** Leads of each layer, from those who lead the people up; empty where all can be led directly. */
  readonly leads: readonly number[];
  /** How many answer to them directly then. */
  readonly direct: number;
  /** null where all can be led directly. */
  readonly text: string | null;
}

/** The size of a team and its own leads. */
export interface TeamSpan {
  /** null: the roles that are in no team. */
  readonly team: TeamKey | null;
  /** Whole people; a floor where atLeast, null where nothing is measured. */
  readonly people: number | null;
  readonly atLeast: boolean;
  /** Leads within the team, layer by layer. */
  readonly leads: readonly number[];
  /** null where it needs none of its own. */
  readonly text: string | null;
}
