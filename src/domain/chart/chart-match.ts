import type { StepKey } from '../shared/index.js';
import type { CellPlace } from './cell-place.js';

/**
 * How a name of the chart met a name of the stream: told by a person, letter by letter, by an alias, by likeness; ASKED
 * where it is in doubt, NONE where nothing is like it.
 */
export type MatchedBy = 'SETTLED' | 'EXACT' | 'ALIAS' | 'NEAR' | 'ASKED' | 'NONE';

export interface MatchCandidate {
  readonly name: string;
  /** 0 to 1. */
  readonly score: number;
  /** NAME: its name is alike. WORK: it does that share of the same steps. */
  readonly by: 'NAME' | 'WORK';
}

interface Match {
  readonly by: MatchedBy;
  /** Of the match, or of the best candidate; 1 where it was settled or exact. */
  readonly score: number;
  /** What it may be, the likest first; empty where there is no doubt. */
  readonly candidates: readonly MatchCandidate[];
}

export interface ActivityMatch extends Match {
  readonly activity: string;
  readonly at: CellPlace;
  /** null: no step, or not known which. */
  readonly step: { readonly key: StepKey; readonly name: string } | null;
}

export interface RoleMatch extends Match {
  readonly role: string;
  readonly at: CellPlace;
  /** The role or person as the stream has it; null: none, or not known which. */
  readonly holder: string | null;
  /** Further counterparts, where a person named several. */
  readonly others: readonly string[];
}

/** One match for each counterpart of a column; those with several come behind one another. */
export function byCounterpart(roles: readonly RoleMatch[]): RoleMatch[] {
  return roles.flatMap((role) => [
    role,
    ...role.others.map((holder): RoleMatch => ({ ...role, holder, others: [] })),
  ]);
}

/** What a person said about one name of the chart; to null: it has no counterpart. A column may be given several. */
export interface SettledMatch {
  readonly name: string;
  readonly to: string | null;
}

/** A settled match that names what is not there. */
export interface UnknownMatch {
  readonly of: 'ACTIVITY' | 'STEP' | 'ROLE' | 'HOLDER';
  readonly name: string;
  readonly nearest: string | null;
}
