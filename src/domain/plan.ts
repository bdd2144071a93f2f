import type { Catalogue } from './capability/index.js';
import { collectFindings, type Finding } from './finding/index.js';
import {
  deriveMatrix,
  rejudge,
  rejudgeStaffing,
  settleOverrides,
  withOverrides,
  type Assignment,
  type GateContext,
  type JudgedAssignment,
  type JudgedStaffing,
  type Override,
  type ResponsibilityMatrix,
  type SettledOverride,
  type StaffingAssignment,
} from './responsibility/index.js';
import type { KnownStep, ValueStream } from './stream/index.js';
import {
  groundStream,
  proposeStructure,
  settleStructure,
  type AdoptedStructure,
  type Solving,
  type StructureGround,
  type StructureLimits,
  type StructureProposal,
  type SuggestedStructure,
} from './structure/index.js';

/** What follows from the stream alone, whatever was decided about it: the costly part of a plan. */
export interface StreamUnderstanding extends StructureGround {
  readonly suggested: SuggestedStructure;
}

/** What was decided about a stream and is kept beside it. */
export interface KeptDecisions<
  A extends Assignment = Assignment,
  S extends StaffingAssignment = StaffingAssignment,
> {
  readonly adopted: AdoptedStructure | null;
  readonly assignments: readonly A[];
  readonly formerSteps: readonly KnownStep[];
  /** Those that stand today; which day it is is known outside. */
  readonly overrides?: readonly Override[];
  /** Who was accepted in which role, oldest first. */
  readonly staffing?: readonly S[];
}

/** Everything that follows from a stream and what was decided about it. */
export interface Plan<
  A extends Assignment = Assignment,
  S extends StaffingAssignment = StaffingAssignment,
> extends StreamUnderstanding {
  /** What of it would be the same whatever had been decided. */
  readonly understanding: StreamUnderstanding;
  readonly adopted: AdoptedStructure | null;
  /** The adopted structure settled on the stream as it stands, else the suggested one, else null. */
  readonly structure: StructureProposal | null;
  /** With the overrides that stand beside its cells. */
  readonly matrix: ResponsibilityMatrix | null;
  readonly assignments: readonly JudgedAssignment<A>[];
  /** What stands by override alone, with what the gate says against it. */
  readonly overrides: readonly SettledOverride[];
  /** Everybody who was accepted in a role, and whether that still stands. */
  readonly staffing: readonly JudgedStaffing<S>[];
  readonly findings: readonly Finding[];
  /** What a wish for this stream is judged by. */
  readonly gate: GateContext;
}

/** About a stream that nobody has decided anything about. */
const NOTHING_DECIDED: KeptDecisions<never, never> = { adopted: null, assignments: [], formerSteps: [] };

/** Stream first: its measures, what its steps demand, and the structure that it asks for within the limits. */
export function understandStream(
  stream: ValueStream,
  catalogue: Catalogue,
  limits: StructureLimits = {},
  solving?: Solving,
): StreamUnderstanding {
  const ground = groundStream(stream, catalogue);
  return { ...ground, suggested: proposeStructure(ground, limits, solving) };
}

/** Structure after, nothing without a reason: what was decided, held against the stream. A plan before this one spares settling the same adoption again. */
export function planStream<A extends Assignment = never, S extends StaffingAssignment = never>(
  understanding: StreamUnderstanding,
  kept: KeptDecisions<A, S> = NOTHING_DECIDED,
  before: Plan | null = null,
): Plan<A, S> {
  const { suggested, ...ground } = understanding;
  const { adopted, formerSteps } = kept;
  const settled = before?.understanding === understanding && sameAdoption(before.adopted, adopted);
  const settle = () => (adopted ? settleStructure(ground, adopted) : asProposal(suggested));
  const structure = settled ? before.structure : settle();
  const justified = structure && deriveMatrix({ ...ground, structure, assignments: kept.assignments });
  const judging = { structure, matrix: justified, formerSteps, assignments: kept.assignments };
  const gate: GateContext = { ...ground, ...judging };
  const assignments = rejudge(gate, kept.assignments);
  const overrides = settleOverrides(gate, kept.overrides ?? []);
  const matrix = justified && withOverrides(justified, overrides);
  const staffing = rejudgeStaffing(gate, kept.staffing ?? []);
  const told = { structure, matrix, assignments, overrides, staffing };
  const findings = collectFindings({ ...ground, ...told, adopted: adopted !== null });
  return { ...understanding, understanding, adopted, ...told, findings, gate };
}

function sameAdoption(a: AdoptedStructure | null, b: AdoptedStructure | null): boolean {
  return a === b || (a?.adoptedAt === b?.adoptedAt && JSON.stringify(a) === JSON.stringify(b));
}

function asProposal(suggested: SuggestedStructure): StructureProposal | null {
  return suggested.kind === 'StructureProposal' ? suggested : null;
}
