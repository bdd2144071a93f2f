import type { Figure } from '../../shared/index.js';
import type { ChangedRoles } from '../front/changed-roles.js';
import type { LimitsContradict, StructureProposal } from '../structure-proposal.js';

/** One more position of a role, and the demand above which it is needed. */
export interface Hire {
  readonly role: string;
  /** Above so many times the demand of today. */
  readonly times: number;
  /** Units a week above which it is needed. */
  readonly demandPerWeek: number;
  /** Positions of the role before and after. */
  readonly from: number;
  readonly to: number;
  /** Positions of all roles from then on. */
  readonly positions: number;
}

/** A step that a new role takes over, and who did it before. */
export interface Takeover {
  readonly role: string;
  readonly steps: readonly string[];
  readonly from: readonly string[];
}

/** The stream at so many times its demand, its roles designed anew. */
export interface GrowthPoint {
  readonly times: number;
  readonly demandPerWeek: number;
  /** Positions if the roles of today are kept. */
  readonly positionsOfKept: number;
  readonly structure: StructureProposal | LimitsContradict;
  /** Positions of the roles designed anew, each counted at least as the people that its steps need; null where limits contradict. */
  readonly positions: number | null;
  readonly handOffsPerWeek: Figure | null;
  /** Against the roles of the point before; null for the first, and where there is nothing to compare. */
  readonly changes: ChangedRoles | null;
  /** New roles with what they take over: where a role splits. */
  readonly splits: readonly Takeover[];
  readonly text: string;
}

/** How a structure grows with demand. */
export interface Growth {
  readonly kind: 'Growth';
  readonly demandPerWeek: number;
  /** Positions of the kept roles today. */
  readonly positions: number;
  /** In the order in which they are needed, up to the largest point; the first 200. */
  readonly hires: readonly Hire[];
  /** Hires beyond those that are listed. */
  readonly moreHires: number;
  readonly points: readonly GrowthPoint[];
  /** What the answer rests on and leaves open. */
  readonly notes: readonly string[];
  readonly text: string;
}

/** Growth cannot be told: what is missing, and the line to add. */
export interface GrowthNotPossible {
  readonly kind: 'GrowthNotPossible';
  readonly message: string;
  readonly remedy: string;
}
