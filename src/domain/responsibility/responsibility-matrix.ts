import type { Justification, NonEmpty, RoleKey, StepKey } from '../shared/index.js';
import type { Force } from '../stream/index.js';

export type RaciLetter = 'R' | 'A' | 'C' | 'I';

/** One letter of one role for one step, with what demands it. A cell without a justification does not exist. */
export interface MatrixCell {
  readonly step: StepKey;
  readonly role: RoleKey;
  readonly letter: RaciLetter;
  readonly because: NonEmpty<Justification>;
  /** true: somebody proposed it beyond what follows from the stream, the gate accepted it, and it still stands. */
  readonly accepted: boolean;
}

export interface MatrixRow {
  readonly step: StepKey;
  /** In the order of the matrix's roles; a role may hold R and A as two cells. */
  readonly cells: readonly MatrixCell[];
  /** Who has taken the accountability over as an owner, so that no role has the A; null: nobody. */
  readonly taken: Taken | null;
  /** Letters that stand here by override alone; they are no cells, and nothing rests on them. */
  readonly overrides: readonly OverriddenLetter[];
  /** What no cell can say: an outsider to be told, what people hold beyond the structure, where a taken A rested. */
  readonly notes: readonly string[];
}

/** A letter that the gate refuses, and that somebody set all the same for a time. */
export interface OverriddenLetter {
  readonly holder: string;
  /** null: a person has it. */
  readonly role: RoleKey | null;
  readonly letter: RaciLetter;
  readonly by: string;
  readonly why: string;
  /** The last day on which it stands, YYYY-MM-DD. */
  readonly until: string;
}

/** The accountability of a step in the hands of a person. */
export interface Taken {
  readonly holder: string;
  readonly because: NonEmpty<Justification>;
}

/** Who answers for the whole stream (scope STREAM), for a force or for a stage. */
export interface Ownership {
  readonly scope: 'STREAM' | Force | 'STAGE';
  readonly owner: string;
  /** The steps of a stage; absent for the others. */
  readonly steps?: readonly StepKey[];
}

export interface ResponsibilityMatrix {
  readonly owners: readonly Ownership[];
  readonly roles: readonly RoleKey[];
  /** One for each step in stream order. A step done outside has notes, and cells only for the roles that it asks or tells. */
  readonly rows: readonly MatrixRow[];
}
