import type { Justification, StepKey } from '../shared/index.js';
import type { RaciLetter, RefusalReason } from '../responsibility/index.js';
import type { CellPlace } from './cell-place.js';
import type { ActivityMatch, MatchCandidate, RoleMatch } from './chart-match.js';

/**
 * SAME: the plan says so too. ALLOWED: the plan does not say so, and the gate accepts it. OTHER_LETTER: the gate refuses
 * the letter, and the plan has another one there. UNJUSTIFIED: the gate refuses the letter. MISSING: the plan has a
 * letter where the chart has none.
 */
export type CellVerdict = 'SAME' | 'ALLOWED' | 'OTHER_LETTER' | 'UNJUSTIFIED' | 'MISSING';

/** One letter of the chart, or one that it lacks, held against the plan. */
export interface ComparedLetter {
  readonly verdict: CellVerdict;
  readonly activity: string;
  readonly role: string;
  /** Where it stands in the chart, or where it would. */
  readonly at: CellPlace;
  readonly step: StepKey | null;
  readonly holder: string | null;
  /** null: the chart has none. */
  readonly letter: RaciLetter | null;
  /** null: the plan has none. */
  readonly planLetter: RaciLetter | null;
  /** What justifies the letter, or the plan's letter. */
  readonly because: readonly Justification[];
  /** Why the gate refuses it; empty where it does not. */
  readonly reasons: readonly RefusalReason[];
  /** The override by which it stands all the same, in words; null where there is none. */
  readonly override: string | null;
}

/** Something that only a person can settle. */
export interface ChartQuestion {
  readonly of: 'ACTIVITY' | 'ROLE';
  readonly name: string;
  readonly at: CellPlace;
  readonly candidates: readonly MatchCandidate[];
  /** Letters of the chart that wait for the answer. */
  readonly waiting: number;
}

/** A step of the stream that nobody carries by the chart. */
export interface UncarriedStep {
  readonly step: StepKey;
  readonly name: string;
  /** NOT_IN_CHART: no activity means it. NO_RESPONSIBLE: its activity has no R. MAYBE: an activity that is asked about may mean it. */
  readonly why: 'NOT_IN_CHART' | 'NO_RESPONSIBLE' | 'MAYBE';
  /** Who carries it in the plan. */
  readonly planned: readonly string[];
}

/** A role of the chart or of the plan without work. */
export interface IdleHolder {
  readonly name: string;
  /** COLUMN: none of its letters in the chart stands. ROLE: the chart has nothing for this role of the plan. */
  readonly of: 'COLUMN' | 'ROLE';
  /** COLUMN: its letters that were refused. ROLE: its letters in the plan. */
  readonly letters: number;
}

/** A chart held against the plan of a stream. */
export interface ChartComparison {
  readonly activities: readonly ActivityMatch[];
  readonly roles: readonly RoleMatch[];
  readonly questions: readonly ChartQuestion[];
  /** In the order of the chart's activities and roles. */
  readonly letters: readonly ComparedLetter[];
  readonly counts: Readonly<Record<CellVerdict, number>>;
  readonly nobodyCarries: readonly UncarriedStep[];
  readonly carriesNothing: readonly IdleHolder[];
}
