import type { RangeEnd } from './flow-graph.js';
import { leadWeight } from './node-weights.js';
import { sumPaths } from './path-time.js';
import type { FlowReckoning } from './reckon-flow.js';

/**
 * How often each node of the flow counts in the lead time of the stream, for one entering unit: expected visits, with
 * only the longest of the branches that all happen. Σ passes × lead time of the node is the lead time.
 */
export function passesOnPath(reckoning: FlowReckoning, end: RangeEnd): Float64Array {
  const { graph, regions, visits } = reckoning;
  const paths = sumPaths(graph, regions, visits[end].local, leadWeight(reckoning, end));
  const { entries } = graph.flow;
  let longest: number | null = null;
  let most = 0;
  for (const [last, time] of paths.toEnds(entries)) {
    if (longest !== null && time <= most) continue;
    longest = last;
    most = time;
  }
  return longest === null ? new Float64Array(graph.size) : paths.trace(entries, longest).counts;
}
