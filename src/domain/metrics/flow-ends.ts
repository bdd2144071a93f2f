import type { Step } from '../stream/index.js';
import type { FlowGraph } from './flow-graph.js';
import { isPerUnit } from './reckon-flow.js';

/** The first step at or behind a node, the first of the text where ways part. */
export function firstStep(graph: FlowGraph, node: number): Step | null {
  return walk(graph, node, (at) => graph.next[at]?.[0]?.to);
}

/** The last step at or before a node, the last of the text where ways meet. */
export function lastStep(graph: FlowGraph, node: number): Step | null {
  return walk(graph, node, (at) => graph.previous[at]?.at(-1)?.from);
}

/** Steps with a rhythm of their own are passed by, unless there is no other. */
function walk(graph: FlowGraph, from: number, onward: (node: number) => number | undefined): Step | null {
  const seen = new Set<number>();
  let aside: Step | null = null;
  for (let node: number | undefined = from; node !== undefined && !seen.has(node); node = onward(node)) {
    const step = graph.steps[node];
    if (step && isPerUnit(step)) return step;
    aside ??= step ?? null;
    seen.add(node);
  }
  return aside;
}
