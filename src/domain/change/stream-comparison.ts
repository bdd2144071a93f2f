import type { StepKey } from '../shared/index.js';
import type { MeasureMove, MoveVerdict } from './measure-move.js';

/** KEPT: the same in every field. CHANGED: something of it is told otherwise. NEW and GONE: only after, only before. */
export type Fate = 'KEPT' | 'CHANGED' | 'NEW' | 'GONE';

/** One field of a thing, before and after; null where nobody had told it. */
export interface FieldChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Whether a number became better or worse; null where it is no number with a direction. */
  readonly verdict: MoveVerdict | null;
}

export interface ComparedStep {
  readonly step: StepKey;
  readonly fate: Fate;
  /** Its name after; for a step that is gone the name that it had. */
  readonly name: string;
  /** The name that it had before, where it has another one now. */
  readonly formerName: string | null;
  /** Its place among the steps of each stream, from 1. */
  readonly positionBefore: number | null;
  readonly positionAfter: number | null;
  readonly lineBefore: number | null;
  readonly lineAfter: number | null;
  /** Where it stands now and stood before, where its place among the steps of both has changed; null where not. */
  readonly moved: { readonly before: string; readonly after: string } | null;
  /** What is told otherwise. */
  readonly fields: readonly FieldChange[];
}

/** A wait, a stock, a return or a loss of the two streams. */
export interface ComparedPlace {
  readonly kind: 'WAIT' | 'STOCK' | 'RETURN' | 'LOSS';
  readonly fate: Fate;
  /** Where it stands, in words: `before "Agree the order"`. */
  readonly where: string;
  /** What it says now (for one that is gone: what it said). */
  readonly says: string;
  readonly lineBefore: number | null;
  readonly lineAfter: number | null;
  readonly fields: readonly FieldChange[];
}

/** How many things there are of each fate. */
export type FateCounts = Readonly<Record<Fate, number>>;

/** Two streams side by side: measure by measure, step by step, and what lies between the steps. */
export interface StreamComparison {
  readonly before: string;
  readonly after: string;
  readonly measures: readonly MeasureMove[];
  /** Which working day the times of each side are told in; null where it is the same. */
  readonly days: string | null;
  /** What is told otherwise of the stream as a whole: its demand, its calendar, who it is for. */
  readonly heads: readonly FieldChange[];
  /** In the order of the stream after; what is gone stands where it was. */
  readonly steps: readonly ComparedStep[];
  readonly places: readonly ComparedPlace[];
  readonly stepCounts: FateCounts;
  readonly placeCounts: FateCounts;
}
