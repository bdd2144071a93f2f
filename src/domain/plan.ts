import { deriveDemands, type Catalogue, type CapabilityDemand } from './capability/index.js';
import { collectFindings, type Finding } from './finding/index.js';
import { assessReadiness, measureStream, type Readiness, type StreamMetrics } from './metrics/index.js';
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
  type StructureLimits,
  type StructureProposal,
  type SuggestedStructure,
} from './structure/index.js';

/** What a plan starts from: the stream, and what is kept about it. */
export interface PlanInput<A extends Assignment = Assignment> {
  readonly stream: ValueStream;
  readonly catalogue: Catalogue;
  readonly limits: StructureLimits;
  readonly adopted: AdoptedStructure | null;
  readonly assignments: readonly A[];
  readonly formerSteps: readonly KnownStep[];
}

/** Everything that follows from a stream. */
export interface Plan<A extends Assignment = Assignment> {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
  readonly readiness: Readiness;
  readonly demands: readonly CapabilityDemand[];
  readonly suggested: SuggestedStructure;
  /** The adopted structure settled on the stream as it stands, else the suggested one, else null. */
  readonly structure: StructureProposal | null;
  readonly matrix: ResponsibilityMatrix | null;
  readonly assignments: readonly JudgedAssignment<A>[];
  readonly findings: readonly Finding[];
  /** What a wish for this stream is judged by. */
  readonly gate: GateContext;
}

/** Stream first, structure after, nothing without a reason. */
export function planStream<A extends Assignment>(input: PlanInput<A>): Plan<A> {
  const { stream, catalogue, limits, adopted, formerSteps } = input;
  const metrics = measureStream(stream);
  const readiness = assessReadiness(stream);
  const demands = deriveDemands(stream, metrics, catalogue);
  const ground = { stream, metrics, readiness, demands, catalogue };
  const suggested = proposeStructure(ground, limits);
  const structure = adopted ? settleStructure(ground, adopted) : asProposal(suggested);
  const matrix = structure && deriveMatrix({ ...ground, structure, assignments: input.assignments });
  const gate: GateContext = { ...ground, structure, matrix, formerSteps, assignments: input.assignments };
  const assignments = rejudge(gate, input.assignments);
  const findings = collectFindings({ ...ground, structure, matrix, assignments, adopted: adopted !== null });
  return { stream, metrics, readiness, demands, suggested, structure, matrix, assignments, findings, gate };
}

function asProposal(suggested: SuggestedStructure): StructureProposal | null {
  return suggested.kind === 'StructureProposal' ? suggested : null;
}
