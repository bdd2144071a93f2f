import type { DraftStep } from '../stream/index.js';
import type { ProblemList } from './problem-list.js';
import type { Span } from './span.js';
import type { StepMarks } from './step-marks.js';

/** A step line as it was read. */
export interface StepReading {
  /** null where the line has marks and no name. */
  readonly step: DraftStep | null;
  /** What could not be read, to be kept as a note; null where all was. */
  readonly unread: string | null;
  /** The line is a name and nothing else. */
  readonly bare: boolean;
}

/** One reading under way. */
export interface StepScan {
  readonly span: Span;
  readonly step: StepMarks;
  readonly problems: ProblemList;
  name: Span | null;
  /** The bare value right behind the name. */
  valueBehindName: 'TIME' | 'SHARE' | null;
  marks: number;
  marksBeforeName: boolean;
  /** The words that are being gone through: a name, or what nobody can read. */
  run: { readonly from: number; to: number; words: number; quotedOnly: boolean } | null;
  readonly strays: Span[];
  readonly unread: Span[];
}
