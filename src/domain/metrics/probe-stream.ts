import type { ValueStream } from '../stream/index.js';
import { effortWeight, leadWeight } from './node-weights.js';
import { sumPaths, type NodeWeight } from './path-time.js';
import { reckonFlow, type FlowReckoning } from './reckon-flow.js';

/** The two sums that changes are weighed by, at the likely end of every range, with what it takes to sum them again. */
export interface StreamProbe {
  readonly stream: ValueStream;
  /** Working seconds of one entering unit: the lead time of the measures. */
  readonly leadTime: number;
  /** Working seconds of all people of ours for one entering unit: the total effort of the measures. */
  readonly effort: number;
  /** Expected visits of a node of the flow by one entering unit. */
  visits(node: number): number;
  /**
   * How often each pass of a node counts in the lead time as it is; 0 where something longer runs beside it. The lead
   * time is the largest of many such sums, so less time at a node saves at most so many times that time.
   */
  counts(node: number): number;
  /** The lead time where each pass of these nodes takes so many working seconds less. */
  leadTimeLess(saved: ReadonlyMap<number, number>): number;
}

/** The probe of a stream, or the reason in plain words why it cannot be reckoned. */
export function probeStream(stream: ValueStream): StreamProbe | string {
  const reckoning = reckonFlow(stream);
  if (typeof reckoning === 'string') return reckoning;
  const { total } = reckoning.visits.likely;
  const lead = leadWeight(reckoning, 'likely');
  const effort = effortWeight(reckoning, 'likely');
  const { leadTime, counts } = longestPath(reckoning, lead);
  return {
    stream,
    leadTime,
    effort: total.reduce((sum, visits, node) => (visits > 0 ? sum + visits * effort(node) : sum), 0),
    visits: (node) => total[node] ?? 0,
    counts: (node) => counts()[node] ?? 0,
    leadTimeLess: (saved) => longestPath(reckoning, (node) => lead(node) - (saved.get(node) ?? 0)).leadTime,
  };
}

/** The largest sum over the pairs of an entry and an end, and what it is made of. */
function longestPath({ graph, regions, visits }: FlowReckoning, weight: NodeWeight) {
  const { entries } = graph.flow;
  const paths = sumPaths(graph, regions, visits.likely.local, weight);
  let leadTime = 0;
  let last = -1;
  for (const [end, time] of paths.toEnds(entries)) {
    if (last >= 0 && !(time > leadTime)) continue;
    leadTime = Math.max(0, time);
    last = end;
  }
  let counts: Float64Array | null = null;
  return {
    leadTime,
    counts: () => (counts ??= last < 0 ? new Float64Array(0) : paths.trace(entries, last).counts),
  };
}
