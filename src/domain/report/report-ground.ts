import type { RoleKey, StepKey } from '../shared/index.js';
import type { Finding } from '../finding/index.js';
import type { Readiness, StreamMetrics } from '../metrics/index.js';
import type {
  JudgedAssignment,
  JudgedStaffing,
  RaciLetter,
  RefusalReason,
  RefusedStaffing,
  RefusedWish,
  ResponsibilityMatrix,
  SettledOverride,
} from '../responsibility/index.js';
import type { ValueStream } from '../stream/index.js';
import type { StructureProposal, SuggestedStructure } from '../structure/index.js';

/** What a report is written from: a plan, of which it needs these parts. */
export interface ReportedPlan {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
  readonly readiness: Readiness;
  readonly suggested: SuggestedStructure;
  /** The adopted structure, else the suggested one itself, else null. */
  readonly structure: StructureProposal | null;
  readonly matrix: ResponsibilityMatrix | null;
  readonly assignments: readonly JudgedAssignment[];
  /** What stands by override alone; nothing where it is left out. */
  readonly overrides?: readonly SettledOverride[];
  /** Who was accepted in which role; nobody where it is left out. */
  readonly staffing?: readonly JudgedStaffing[];
  readonly findings: readonly Finding[];
}

/** A refusal from the log, with the revision and the time at which it was given. */
export interface LoggedRefusal {
  readonly refused: RefusedWish;
  readonly revision: number | null;
  readonly refusedAt: string | null;
}

/** A person refused in a role, from the log. */
export interface LoggedStaffingRefusal extends Pick<
  RefusedStaffing,
  'person' | 'role' | 'reason' | 'reasons'
> {
  readonly revision: number | null;
  readonly refusedAt: string | null;
}

/** From the log of what stood: what became of a letter at a step, or of a person in a role. */
export interface LoggedMove {
  readonly holder: string;
  readonly kind: MoveKind;
  readonly letter?: RaciLetter;
  readonly step?: { readonly name: string };
  readonly role?: { readonly name: string };
  readonly revision: number;
  readonly changes: readonly string[];
  readonly reasons: readonly RefusalReason[];
  readonly movedAt: string;
}

/** What became of what was accepted, or stood by override. */
export type MoveKind =
  'LOST' | 'REGAINED' | 'WITHDRAWN' | 'OVERRIDDEN' | 'OVERRIDE_ENDED' | 'OVERRIDE_EXPIRED';

/** A plan and what a report prints beside it; a refusal may come straight from the gate. */
export interface ReportGround {
  readonly plan: ReportedPlan;
  readonly revision: number | null;
  readonly date: string;
  /** Oldest first; a report prints the newest of them. */
  readonly refusals: readonly (LoggedRefusal | RefusedWish)[];
  /** How many there are in all, where not all of them are told. */
  readonly refusalCount?: number;
  /** Oldest first; nobody where it is left out. */
  readonly refusedStaffing?: readonly LoggedStaffingRefusal[];
  readonly refusedStaffingCount?: number;
  /** Oldest first; nothing where it is left out. */
  readonly history?: readonly LoggedMove[];
}

/** Names as they are printed; cited is a step as somebody wrote it, by name or key. */
export interface Names {
  readonly step: (key: StepKey) => string;
  readonly role: (key: RoleKey) => string;
  readonly cited: (text: string) => string;
}
