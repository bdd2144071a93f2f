import type { Step } from '../stream/index.js';
import type { RangeEnd } from './flow-graph.js';
import { leadWeight } from './node-weights.js';
import { passesOnPath } from './path-passes.js';
import type { FlowReckoning } from './reckon-flow.js';
import { sidesOfFlow, type Side } from './sides-of-flow.js';

/** The lead time of one entering unit on one side, and what of it is known to be waiting: working seconds. */
export interface SideTime {
  lead: number;
  wait: number;
}

/** The lead time of the stream taken apart by side; rework with a time of its own counts where the work goes back to. */
export function pathBySide(reckoning: FlowReckoning, end: RangeEnd): Readonly<Record<Side, SideTime>> {
  const { graph } = reckoning;
  const sides = sidesOfFlow(graph);
  const passes = passesOnPath(reckoning, end);
  const withoutRework = { ...reckoning, graph: { ...graph, returns: [] } };
  const weight = leadWeight(withoutRework, end);
  const sums: Record<Side, SideTime> = { SALES: none(), FULFILMENT: none(), SEAM: none(), NONE: none() };
  passes.forEach((count, node) => {
    if (count === 0) return;
    const sum = sums[sides[node] ?? 'NONE'];
    const time = weight(node);
    const step = graph.steps[node];
    sum.lead += count * time;
    sum.wait += count * (step ? waitWithin(step, end) : time);
  });
  for (const { arc, origin, target } of graph.returns) {
    if (!arc.time) continue;
    const sum = sums[sides[target] ?? 'NONE'];
    sum.lead += (passes[origin] ?? 0) * (arc.share?.[end] ?? 0) * arc.time[end];
  }
  return sums;
}

/** Of a step of ours whose hands-on time nobody has told, nobody knows how much of the lead time is waiting. */
export function isWaitKnown({ leadTime, processTime, outside }: Step): boolean {
  return processTime !== null || (outside && leadTime !== null);
}

function waitWithin(step: Step, end: RangeEnd): number {
  if (step.everySeconds !== null || !step.leadTime || !isWaitKnown(step)) return 0;
  return Math.max(0, step.leadTime[end] - (step.processTime?.[end] ?? 0));
}

function none(): SideTime {
  return { lead: 0, wait: 0 };
}
