import type { RaciLetter } from '../../responsibility/index.js';
import type { StructureHead } from '../structured-plan.js';

/** What changed in structure and matrix between two revisions, or two napkins, as plain data. */
export interface PlanDifference extends StructureHead {
  readonly kind: 'DIFFERENCE';
  /** What is set side by side, such as "revision 1" and "revision 2". */
  readonly before: string;
  readonly after: string;
  readonly sizes: readonly SizeMove[];
  readonly steps: {
    readonly gained: readonly string[];
    readonly lost: readonly string[];
    readonly renamed: readonly { readonly before: string; readonly after: string }[];
  };
  readonly roles: {
    readonly gained: readonly RoleAppearing[];
    readonly lost: readonly RoleAppearing[];
    readonly changed: readonly RoleChange[];
    readonly kept: number;
  };
  readonly teams: { readonly gained: readonly string[]; readonly lost: readonly string[] };
  readonly letters: readonly LetterChange[];
  readonly findings: { readonly gained: readonly string[]; readonly lost: readonly string[] };
}

/** A figure of both, as text. */
export interface SizeMove {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A role that is only in one of both: what it carries, and where its work was or is. */
export interface RoleAppearing {
  readonly role: string;
  readonly steps: readonly string[];
  readonly capabilities: readonly string[];
  readonly why: string;
}

/** A role of both that became another one. */
export interface RoleChange {
  readonly role: string;
  /** Its name before, where that was another. */
  readonly formerName: string | null;
  readonly stepsGained: readonly string[];
  readonly stepsLost: readonly string[];
  readonly capabilitiesGained: readonly string[];
  readonly capabilitiesLost: readonly string[];
  readonly hours: SizeMove | null;
  readonly positions: SizeMove | null;
}

/** A letter that a holder has at a step in one of both only, and why. */
export interface LetterChange {
  readonly change: 'GAINED' | 'LOST';
  readonly position: number | null;
  readonly step: string;
  readonly holder: string;
  readonly letter: RaciLetter;
  readonly why: string;
}
