import { deriveDemands } from './capability/index.js';
import { collectFindings } from './finding/index.js';
import { assessReadiness, measureStream } from './metrics/index.js';
import type { Plan } from './plan.js';
import { comparePlans, type PlanDifference, type StructuredPlan } from './report/index.js';
import {
  deriveMatrix,
  rejudge,
  type Assignment,
  type GateContext,
  type JudgedAssignment,
} from './responsibility/index.js';
import type { ValueStream } from './stream/index.js';
import { settleStructure } from './structure/index.js';

/** Who would gain or lose what if the stream were another and nobody decided anew. */
export interface StructureShift<A extends Assignment = Assignment> extends Pick<
  PlanDifference,
  'sizes' | 'roles' | 'letters' | 'findings'
> {
  /** What was accepted, stands now, and would stand no longer. */
  readonly lost: readonly JudgedAssignment<A>[];
}

/**
 * The structure in force on a changed stream, without a new search: each role keeps what it carries as far as the stream
 * still demands it, what was accepted is judged again, and the two plans are set side by side. null: there is no structure.
 */
export function shiftStructure<A extends Assignment>(
  plan: Plan<A>,
  stream: ValueStream,
): StructureShift<A> | null {
  const after = carriedOver(plan, stream);
  if (after === null) return null;
  const { sizes, roles, letters, findings } = comparePlans(
    { before: plan, names: ['now', 'then'] },
    { plan: after, revision: null, date: '' },
  );
  const stood = new Set(plan.assignments.filter(stands).map(({ assignment }) => assignment));
  const lost = after.assignments.filter((one) => !stands(one) && stood.has(one.assignment));
  return { sizes, roles, letters, findings, lost };
}

function stands({ stillJustified }: JudgedAssignment): boolean {
  return stillJustified;
}

interface CarriedPlan<A extends Assignment> extends StructuredPlan {
  readonly assignments: readonly JudgedAssignment<A>[];
}

function carriedOver<A extends Assignment>(plan: Plan<A>, stream: ValueStream): CarriedPlan<A> | null {
  if (plan.structure === null) return null;
  const { catalogue } = plan;
  const metrics = measureStream(stream);
  const readiness = assessReadiness(stream);
  const demands = deriveDemands(stream, metrics, catalogue);
  const ground = { stream, metrics, readiness, demands, catalogue };
  const proposal = plan.structure;
  const structure = settleStructure(ground, plan.adopted ?? { revision: 0, adoptedAt: '', proposal });
  const kept = plan.assignments.map(({ assignment }) => assignment);
  const matrix = deriveMatrix({ ...ground, structure, assignments: kept });
  const gate: GateContext = {
    ...ground,
    structure,
    matrix,
    formerSteps: plan.gate.formerSteps,
    assignments: kept,
  };
  const assignments = rejudge(gate, kept);
  const adopted = plan.adopted !== null;
  const findings = collectFindings({ ...ground, structure, matrix, assignments, adopted });
  return { ...ground, suggested: structure, structure, matrix, assignments, findings };
}
