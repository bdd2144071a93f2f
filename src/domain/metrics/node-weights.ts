import type { FlowNode, Step, ValueStream } from '../stream/index.js';
import { OTHER_END, type RangeEnd } from './flow-graph.js';
import type { NodeWeight } from './path-time.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';

/** The lead time of one pass of a node straight through: of a step as stated (else its process time), of a buffer its wait. */
export function straightWeight({ graph, stream }: FlowReckoning, end: RangeEnd): NodeWeight {
  const wait = bufferTimes(stream, end);
  return (index) => {
    const node = graph.flow.nodes[index];
    return node?.kind === 'STEP'
      ? onPath(graph.steps[index], (step) => (step.leadTime ?? step.processTime)?.[end] ?? 0)
      : (wait(node) ?? 0);
  };
}

/** The lead time of a node, returns with a time of their own included. */
export function leadWeight(reckoning: FlowReckoning, end: RangeEnd): NodeWeight {
  const rework = reworkTimes(reckoning, end);
  const straight = straightWeight(reckoning, end);
  return (index) => straight(index) + (rework.get(index) ?? 0);
}

/** The time that a unit waits in a buffer; stock is time by the demand, and least where most units enter. null where it is no buffer, or stock without a demand. */
export function bufferTimes(
  { calendar, demandPerWeek }: ValueStream,
  end: RangeEnd,
): (node: FlowNode | undefined) => number | null {
  const perWeek = demandPerWeek?.[OTHER_END[end]] ?? 0;
  return (node) => {
    if (node?.kind === 'WAIT') return node.time[end];
    if (node?.kind !== 'STOCK' || !(perWeek > 0)) return null;
    return (node.units[end] / perWeek) * calendar.daysPerWeek * calendar.secondsPerDay;
  };
}

/** The hands-on time of a node, rework with a time of its own included. */
export function processWeight(reckoning: FlowReckoning, end: RangeEnd): NodeWeight {
  const rework = reworkTimes(reckoning, end);
  const { steps } = reckoning.graph;
  return (index) => onPath(steps[index], (step) => step.processTime?.[end] ?? 0) + (rework.get(index) ?? 0);
}

/** The hands-on time of a node that is marked as value. */
export function valueWeight(reckoning: FlowReckoning, end: RangeEnd): NodeWeight {
  const { steps } = reckoning.graph;
  return (index) =>
    onPath(steps[index], (step) => (step.value === 'VALUE' ? (step.processTime?.[end] ?? 0) : 0));
}

/** The effort of all people of ours on a node, rework with a time of its own included. */
export function effortWeight(reckoning: FlowReckoning, end: RangeEnd): NodeWeight {
  const rework = reworkTimes(reckoning, end, (step) => !step.outside);
  const { steps } = reckoning.graph;
  return (index) => {
    const own = onPath(steps[index], (step) =>
      step.outside ? 0 : (step.processTime?.[end] ?? 0) * step.people,
    );
    return own + (rework.get(index) ?? 0);
  };
}

function onPath(step: Step | null | undefined, time: (step: Step) => number): number {
  return step && isPerUnit(step) ? time(step) : 0;
}

/** What returns with a time of their own add to one pass of the line that they leave. */
export function reworkTimes(
  { graph }: FlowReckoning,
  end: RangeEnd,
  counts: (target: Step) => boolean = () => true,
): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (const { arc, origin, target } of graph.returns) {
    const step = graph.steps[target];
    if (arc.time && (!step || counts(step)))
      times.set(origin, (times.get(origin) ?? 0) + (arc.share?.[end] ?? 0) * arc.time[end]);
  }
  return times;
}
