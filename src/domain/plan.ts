import { deriveDemands, type Catalogue } from './capability/index.js';
import { collectFindings, type Finding } from './finding/index.js';
import { assessReadiness, measureStream } from './metrics/index.js';
import {
  deriveMatrix,
  rejudge,
  type Assignment,
  type GateContext,
  type JudgedAssignment,
  type ResponsibilityMatrix,
} from './responsibility/index.js';
import type { KnownStep, ValueStream } from './stream/index.js';
import {
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
export interface KeptDecisions<A extends Assignment = Assignment> {
  readonly adopted: AdoptedStructure | null;
  readonly assignments: readonly A[];
  readonly formerSteps: readonly KnownStep[];
}

/** Everything that follows from a stream and what was decided about it. */
export interface Plan<A extends Assignment = Assignment> extends StreamUnderstanding {
  /** What of it would be the same whatever had been decided. */
  readonly understanding: StreamUnderstanding;
  readonly adopted: AdoptedStructure | null;
  /** The adopted structure settled on the stream as it stands, else the suggested one, else null. */
  readonly structure: StructureProposal | null;
  readonly matrix: ResponsibilityMatrix | null;
  readonly assignments: readonly JudgedAssignment<A>[];
  readonly findings: readonly Finding[];
  /** What a wish for this stream is judged by. */
  readonly gate: GateContext;
}

/** About a stream that nobody has decided anything about. */
const NOTHING_DECIDED: KeptDecisions<never> = { adopted: null, assignments: [], formerSteps: [] };

/** Stream first: its measures, what its steps demand, and the structure that it asks for within the limits. */
export function understandStream(
  stream: ValueStream,
  catalogue: Catalogue,
  limits: StructureLimits = {},
  solving?: Solving,
): StreamUnderstanding {
  const metrics = measureStream(stream);
  const readiness = assessReadiness(stream);
  const demands = deriveDemands(stream, metrics, catalogue);
  const ground = { stream, metrics, readiness, demands, catalogue };
  return { ...ground, suggested: proposeStructure(ground, limits, solving) };
}

/** Structure after, nothing without a reason: what was decided, held against the stream. A plan before this one spares settling the same adoption again. */
export function planStream<A extends Assignment = never>(
  understanding: StreamUnderstanding,
  kept: KeptDecisions<A> = NOTHING_DECIDED,
  before: Plan | null = null,
): Plan<A> {
  const { suggested, ...ground } = understanding;
  const { adopted, formerSteps } = kept;
  const settled = before?.understanding === understanding && sameAdoption(before.adopted, adopted);
  const settle = () => (adopted ? settleStructure(ground, adopted) : asProposal(suggested));
  const structure = settled ? before.structure : settle();
  const matrix = structure && deriveMatrix({ ...ground, structure, assignments: kept.assignments });
  const gate: GateContext = { ...ground, structure, matrix, formerSteps, assignments: kept.assignments };
  const assignments = rejudge(gate, kept.assignments);
  const findings = collectFindings({ ...ground, structure, matrix, assignments, adopted: adopted !== null });
  return { ...understanding, understanding, adopted, structure, matrix, assignments, findings, gate };
}

function sameAdoption(a: AdoptedStructure | null, b: AdoptedStructure | null): boolean {
  return a === b || (a?.adoptedAt === b?.adoptedAt && JSON.stringify(a) === JSON.stringify(b));
}

function asProposal(suggested: SuggestedStructure): StructureProposal | null {
  return suggested.kind === 'StructureProposal' ? suggested : null;
}
