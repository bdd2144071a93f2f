import type { Step } from '../stream/index.js';
import type { FlowGraph } from './flow-graph.js';
import { isPerUnit } from './reckon-flow.js';

/** Where a place of the flow belongs: to a force, between the two, or nowhere. */
export type Side = 'SALES' | 'FULFILMENT' | 'SEAM' | 'NONE';

const SALES = 1;
const FULFILMENT = 2;
const SIDES: readonly Side[] = ['NONE', 'SALES', 'FULFILMENT', 'SEAM'];

/** The side of every node: of a step its force; of a buffer that of the steps around it, the seam where these are of both forces. */
export function sidesOfFlow(graph: FlowGraph): readonly Side[] {
  const order = graph.order ?? [];
  const before = new Uint8Array(graph.size);
  const after = new Uint8Array(graph.size);
  const seen = (node: number, beyond: Uint8Array): number => {
    const step = graph.steps[node];
    return step && isPerUnit(step) ? markOf(step) : (beyond[node] ?? 0);
  };
  for (const node of order)
    for (const { to } of graph.next[node] ?? []) before[to] = (before[to] ?? 0) | seen(node, before);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] ?? 0;
    for (const { from } of graph.previous[node] ?? []) after[from] = (after[from] ?? 0) | seen(node, after);
  }
  return graph.steps.map((step, node) => {
    const marks = step ? markOf(step) : (before[node] ?? 0) | (after[node] ?? 0);
    return SIDES[marks] ?? 'NONE';
  });
}

/** The side of what passes from one step to another. */
export function sideBetween(from: Step, to: Step): Side {
  if (from.force === null || to.force === null) return 'NONE';
  return from.force === to.force ? from.force : 'SEAM';
}

function markOf({ force }: Step): number {
  if (force === null) return 0;
  return force === 'SALES' ? SALES : FULFILMENT;
}
