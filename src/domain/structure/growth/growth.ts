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
  /** Its name, or its main step where a role of the size before goes by that name. */
  readonly called: string;
  readonly steps: readonly string[];
  readonly from: readonly string[];
}

/** The stream at so many times its demand, its roles designed anew; those of the size before where no others are better in people or hand-offs. */
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
  /** true where it is proven that no roles are better in people and hand-offs; false where limits contradict. */
  readonly proven: boolean;
  /** No roles take fewer positions; null where no bound is known. */
  readonly lowerBound: number | null;
  /** That it is proven, or what no roles fall below; empty where limits contradict. */
  readonly proof: string;
  /** How the roles were found, with the work that went into it where that is known; empty where limits contradict. */
  readonly method: string;
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
