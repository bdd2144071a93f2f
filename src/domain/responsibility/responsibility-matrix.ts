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
  /** What no cell can say: an outsider to be told, an owner who took the accountability. */
  readonly notes: readonly string[];
}

/** Who answers for the whole stream (scope STREAM) or for a force. */
export interface Ownership {
  readonly scope: 'STREAM' | Force;
  readonly owner: string;
}

export interface ResponsibilityMatrix {
  readonly owners: readonly Ownership[];
  readonly roles: readonly RoleKey[];
  /** One for each step in stream order, steps done outside included (with notes and no cells). */
  readonly rows: readonly MatrixRow[];
}
