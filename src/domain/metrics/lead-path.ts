import type { StepKey } from '../shared/index.js';

/** A lead time told place by place, in flow order: the last cumulative is the lead time itself. */
export interface LeadPath {
  readonly places: readonly PathPlace[];
  /** At each block on the way the branch that it goes by; an `either` whose branches all count by their shares is none. */
  readonly choices: readonly PathChoice[];
}

export interface PathPlace {
  /** REWORK: a return with a time of its own, at the line that it leaves. */
  readonly kind: 'STEP' | 'WAIT' | 'STOCK' | 'REWORK';
  /** The step; of REWORK the one that the work goes back to; null for a wait or a stock. */
  readonly step: StepKey | null;
  readonly line: number | null;
  /** The reason written behind a wait or a stock. */
  readonly why: string | null;
  /** Working seconds of one pass; null where nobody has measured it (then it adds nothing). */
  readonly time: number | null;
  /** Expected passes of one entering unit. */
  readonly visits: number;
  /** Working seconds from the beginning up to here, this place with all its passes included. */
  readonly cumulative: number;
}

export interface PathChoice {
  /** MEANWHILE: the branch that takes longest; EITHER: the one that is taken. */
  readonly kind: 'MEANWHILE' | 'EITHER';
  /** null where the way passes the block by (a `sometimes` that is not needed). */
  readonly taken: PathBranch | null;
  readonly left: readonly PathBranch[];
}

/** A branch of a block, named by what it begins with. */
export interface PathBranch {
  /** Its first step; null where it has none. */
  readonly step: StepKey | null;
  readonly line: number | null;
  /** The share of the units that take it; null where nobody has said, and where all branches happen. */
  readonly share: number | null;
}
