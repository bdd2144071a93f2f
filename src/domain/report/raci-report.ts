import type { Severity } from '../shared/index.js';
import type { ReadinessRung } from '../metrics/index.js';
import type { RaciLetter, RefusalCode } from '../responsibility/index.js';
import type { Force } from '../stream/index.js';
import type { MoveKind } from './report-ground.js';
import type { ReportFilling } from './report-staffing.js';

/** A responsibility matrix with everything that it rests on, as plain data: names instead of keys, words instead of figures. Every format prints the whole of it. */
export interface RaciReport {
  readonly title: string;
  readonly stream: ReportStream;
  /** null: of a file, which has no revisions. */
  readonly revision: number | null;
  /** The day that the report is of, given from outside. */
  readonly date: string;
  readonly readiness: { readonly rung: ReadinessRung; readonly missing: readonly ReportProblem[] };
  /** The numbers to find out first, and why each of them. */
  readonly findOutFirst: readonly {
    readonly question: string;
    readonly because: string;
    readonly line: number | null;
  }[];
  readonly owners: readonly { readonly scope: string; readonly owner: string }[];
  readonly measures: readonly ReportMeasure[];
  /** How far a figure may lie from what is likely, and which numbers that comes from. */
  readonly spread: readonly { readonly name: string; readonly text: string }[];
  readonly forces: ReportForces;
  /** The stream step by step, in the order of the text. */
  readonly flow: readonly ReportPlace[];
  readonly structure: ReportStructure;
  readonly roles: readonly ReportRole[];
  readonly teams: readonly { readonly name: string; readonly roles: readonly string[] }[];
  readonly matrix: ReportMatrix;
  readonly reasons: readonly ReportReason[];
  readonly findings: readonly ReportFinding[];
  readonly assignments: readonly ReportAssignment[];
  /** What stands by override alone. */
  readonly overrides: readonly ReportOverride[];
  /** People in roles, oldest first. */
  readonly people: readonly ReportFilling[];
  /** The newest refused wishes, at most so many as a report prints, oldest first. */
  readonly refused: readonly ReportRefusal[];
  /** How many were refused in all. */
  readonly refusedInAll: number;
  /** People who were refused in roles last, at most so many as a report prints, oldest first. */
  readonly refusedPeople: readonly ReportRefusedPerson[];
  /** How many people were refused in roles in all. */
  readonly refusedPeopleInAll: number;
  /** What was accepted and lost its reason, has one again or was withdrawn, at most so many as a report prints, oldest first. */
  readonly history: readonly ReportMove[];
  /** How many such entries there are in all. */
  readonly historyInAll: number;
  readonly conventions: readonly string[];
}

export interface ReportStream {
  readonly key: string;
  readonly name: string;
  readonly customer: string | null;
  readonly supplier: string | null;
  readonly steps: number;
}

export interface ReportProblem {
  readonly message: string;
  readonly suggestion: string | null;
}

export interface ReportMeasure {
  readonly name: string;
  readonly text: string;
  /** What it rests on: "9 of 12 steps measured". */
  readonly restsOn: string;
  readonly convention: string;
}

/** A step on a strip of the stream. */
export interface ReportPlace {
  readonly position: number;
  readonly step: string;
  readonly force: Force | null;
  readonly outside: boolean;
  /** How work comes to it: `2 d wait`, `30 %`, `meanwhile, after 8`, `after 9 and 10`; empty: straight from the step above it. */
  readonly before: readonly string[];
  /** true: no work comes from the step above it; a branch begins here. */
  readonly afresh: boolean;
  /** true: it runs by its own rhythm, or work enters the stream here. */
  readonly apart: boolean;
  /** Hands-on and lead time: `1 h`, `lead 4 d`, `every 21 d`. */
  readonly facts: readonly string[];
  /** What happens behind it before branches meet, and what goes no further: `then 6 d wait`, `35 % lost`. */
  readonly behind: readonly string[];
  /** `25 % back to 3`. */
  readonly returns: readonly string[];
}

/** The two forces side by side, and what happens at the seam between them, in sentences. */
export interface ReportForces {
  readonly measures: readonly {
    readonly name: string;
    readonly sales: string;
    readonly fulfilment: string;
    readonly convention: string;
  }[];
  readonly seam: readonly string[];
}

/** Where the roles come from; status NONE: there are none, and message tells why. */
export interface ReportStructure {
  readonly status: 'ADOPTED' | 'SUGGESTED' | 'NONE';
  readonly message: string;
  readonly handOffs: string;
  readonly objectives: readonly string[];
  readonly notes: readonly string[];
}

export interface ReportRole {
  readonly name: string;
  readonly capabilities: readonly string[];
  readonly steps: readonly string[];
  readonly hours: string;
  readonly fte: string;
  readonly positions: string;
  /** Who stands in it. */
  readonly people: readonly string[];
  readonly why: readonly string[];
}

export interface ReportMatrix {
  /** The roles, behind them the owners who have taken the accountability of a step, and the people who have a letter by override. */
  readonly roles: readonly string[];
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly position: number;
  readonly step: string;
  readonly line: number | null;
  readonly force: Force | null;
  readonly outside: boolean;
  /** The roles that have a letter for the step, in the order of the matrix; the A of an owner who took it last. */
  readonly cells: readonly ReportCell[];
  readonly notes: readonly string[];
}

export interface ReportCell {
  readonly role: string;
  /** In the order R, A, C, I. */
  readonly letters: readonly RaciLetter[];
  /** Letters that were accepted beyond what follows from the stream. */
  readonly accepted: readonly RaciLetter[];
  /** Letters that stand by override alone; they are among the letters. */
  readonly overridden: readonly RaciLetter[];
}

export interface ReportReason {
  readonly step: string;
  readonly role: string;
  readonly letter: RaciLetter;
  readonly rule: string;
  readonly capability: string | null;
  readonly text: string;
  readonly accepted: boolean;
}

export interface ReportFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly steps: readonly string[];
}

export interface ReportAssignment {
  readonly holder: string;
  readonly letter: RaciLetter;
  readonly step: string;
  readonly revision: number | null;
  readonly because: readonly string[];
  readonly stillStands: boolean;
  readonly lost: readonly string[];
}

/** A letter that the gate refuses and that stands all the same until a day. */
export interface ReportOverride {
  readonly holder: string;
  readonly letter: RaciLetter;
  readonly step: string;
  readonly by: string;
  /** What was said for it; it was not read. */
  readonly why: string;
  /** Its last day, YYYY-MM-DD. */
  readonly until: string;
  readonly revision: number | null;
  /** All of it in a sentence. */
  readonly text: string;
  /** What the gate says against it now; empty: the stream justifies it by now. */
  readonly against: readonly Pick<ReportRefusalReason, 'code' | 'message'>[];
}

export interface ReportRefusal {
  readonly holder: string;
  readonly letter: RaciLetter;
  readonly step: string | null;
  /** What the asker wrote; it was not read. */
  readonly reason: string | null;
  readonly revision: number | null;
  readonly date: string | null;
  readonly reasons: readonly ReportRefusalReason[];
}

/** A person who was refused in a role. */
export interface ReportRefusedPerson extends Omit<ReportRefusal, 'holder' | 'letter' | 'step'> {
  readonly person: string;
  readonly role: string;
}

export interface ReportRefusalReason {
  readonly code: RefusalCode;
  readonly message: string;
  readonly missingLink: string;
  readonly remedy: string;
  readonly nearestStep: string | null;
}

/** An entry of the log of what stood, as it is printed. */
export interface ReportMove {
  readonly date: string;
  readonly revision: number;
  readonly holder: string;
  /** What the holder had: `R of "Price the kitchen"`, `as Sales Consultant`. */
  readonly what: string;
  readonly kind: MoveKind;
  /** What became of it, in words. */
  readonly text: string;
  /** What it comes from; empty where nothing that it rests on has changed. */
  readonly changes: readonly string[];
  /** `CODE message`; empty where it has its reason again. */
  readonly reasons: readonly string[];
  /** What would give it its reason back. */
  readonly wayBack: readonly string[];
}
