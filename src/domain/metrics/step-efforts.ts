import { derivedSource, type FigureSource, type StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { RangeEnd, ReturnArc } from './flow-graph.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';

/** Working seconds of all people on a step for one entering unit, at each end of every range. */
export interface StepEffort {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  /** false where the process time or the visits of the step are not known: the numbers are then 0, or rework alone. */
  readonly known: boolean;
  /** false for a step with a rhythm of its own: only rework that comes back to it counts. */
  readonly perUnit: boolean;
  readonly source: FigureSource;
}

const ENDS: readonly RangeEnd[] = ['low', 'likely', 'high'];

/**
 * The effort of every step of ours: expected visits × process time × people. Rework with a time of its
 * own counts at the step that the work goes back to, so that all of them together are the total effort of the stream.
 */
export function effortsOfSteps(reckoning: FlowReckoning): ReadonlyMap<StepKey, StepEffort> {
  const rework = reworkByTarget(reckoning);
  const own = reckoning.stream.steps.filter((step) => !step.outside);
  return new Map(own.map((step) => [step.key, effortOf(reckoning, step, rework.get(step.key) ?? [])]));
}

function effortOf(reckoning: FlowReckoning, step: Step, rework: readonly ReturnArc[]): StepEffort {
  const { graph, unknown } = reckoning;
  const node = graph.nodeOf.get(step.key) ?? -1;
  const sources: FigureSource[] = step.processTime ? [step.processTime.source] : [];
  for (const { arc } of rework) if (arc.time) sources.push(arc.time.source);
  const known = step.processTime !== null && (graph.reached[node] ?? false) && !unknown[node];
  const [low = 0, likely = 0, high = 0] = ENDS.map((end) => effortAt(reckoning, step, rework, end));
  return { low, likely, high, known, perUnit: isPerUnit(step), source: derivedSource(sources) };
}

function effortAt(
  { graph, visits }: FlowReckoning,
  step: Step,
  rework: readonly ReturnArc[],
  end: RangeEnd,
): number {
  const { total } = visits[end];
  const passes = total[graph.nodeOf.get(step.key) ?? -1] ?? 0;
  const own = isPerUnit(step) ? passes * (step.processTime?.[end] ?? 0) * step.people : 0;
  return rework.reduce(
    (sum, { arc, origin }) => sum + (total[origin] ?? 0) * (arc.share?.[end] ?? 0) * (arc.time?.[end] ?? 0),
    own,
  );
}

function reworkByTarget({ graph }: FlowReckoning): ReadonlyMap<StepKey, readonly ReturnArc[]> {
  const found = new Map<StepKey, ReturnArc[]>();
  for (const one of graph.returns) {
    const target = graph.steps[one.target];
    if (!one.arc.time || !target) continue;
    const sofar = found.get(target.key);
    if (sofar) sofar.push(one);
    else found.set(target.key, [one]);
  }
  return found;
}
