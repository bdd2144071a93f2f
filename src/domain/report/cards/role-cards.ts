import type { RaciLetter } from '../../responsibility/index.js';
import type { Force } from '../../stream/index.js';
import type { ReportFilling } from '../report-staffing.js';
import type { StructureHead } from '../structured-plan.js';
import type { RoleHandOff } from './role-hand-offs.js';

/** A card for every role of a structure, as plain data. */
export interface RoleCards extends StructureHead {
  readonly kind: 'ROLE_CARDS';
  readonly cards: readonly RoleCard[];
  readonly conventions: readonly string[];
}

/** What somebody who fills the role is told on one page. */
export interface RoleCard {
  readonly role: string;
  readonly team: string | null;
  readonly purpose: string;
  readonly capabilities: readonly string[];
  /** Hours a week; null where nothing of it is measured. */
  readonly hours: number | null;
  readonly hoursText: string;
  readonly fte: number | null;
  readonly fteText: string;
  readonly positions: number | null;
  /** Who was accepted in it, and whether that still stands. */
  readonly filledBy: readonly ReportFilling[];
  /** The steps that it does, in stream order. */
  readonly steps: readonly CardStep[];
  /** The steps of others in which it has a letter, in stream order. */
  readonly besides: readonly CardStep[];
  readonly gives: readonly RoleHandOff[];
  readonly takes: readonly RoleHandOff[];
  /** What it has by override alone, in sentences. */
  readonly overrides: readonly string[];
  readonly why: readonly string[];
  /** Who does its steps today: evidence, never a claim. */
  readonly today: readonly string[];
}

export interface CardStep {
  readonly position: number;
  readonly step: string;
  readonly line: number | null;
  readonly force: Force | null;
  readonly letters: readonly RaciLetter[];
  /** Letters that were accepted beyond what follows from the stream. */
  readonly accepted: readonly RaciLetter[];
  /** What the role brings to it; empty for steps of others. */
  readonly capabilities: readonly string[];
  /** true: it asks for its own activity alone, so that what it takes is called as the step is. */
  readonly asItself: boolean;
  /** Its part of the hours of the step; null where they are not measured, and for steps of others. */
  readonly hours: number | null;
  readonly hoursText: string;
}
