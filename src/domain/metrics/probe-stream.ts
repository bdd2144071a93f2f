import type { ValueStream } from '../stream/index.js';
import { effortWeight, leadWeight } from './node-weights.js';
import type { PathChange } from './path-change.js';
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
  /** How much less the lead time is where each pass of these nodes takes so many working seconds less: exactly, from what that reaches alone. */
  leadSaved(saved: ReadonlyMap<number, number>): number;
  /** How many nodes leadSaved has looked at so far. */
  lookedAt(): number;
}

/** The probe of a stream, or the reason in plain words why it cannot be reckoned. */
export function probeStream(stream: ValueStream): StreamProbe | string {
  const reckoning = reckonFlow(stream);
  if (typeof reckoning === 'string') return reckoning;
  const { total } = reckoning.visits.likely;
  const lead = leadWeight(reckoning, 'likely');
  const effort = effortWeight(reckoning, 'likely');
  const { leadTime, counts, change } = longestPath(reckoning, lead);
  return {
    stream,
    leadTime,
    effort: total.reduce((sum, visits, node) => (visits > 0 ? sum + visits * effort(node) : sum), 0),
    visits: (node) => total[node] ?? 0,
    counts: (node) => counts()[node] ?? 0,
    leadSaved: (saved) => change().less(saved),
    lookedAt: () => change().passed,
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
  let change: PathChange | null = null;
  return {
    leadTime,
    change: () => (change ??= paths.asItChanges(entries)),
    counts: () => (counts ??= last < 0 ? new Float64Array(0) : paths.trace(entries, last).counts),
  };
}
