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
  /** Units that go back over a return (told by its node of origin and of target) for one entering unit. */
  returned(origin: number, target: number): number;
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
  return {
    stream,
    leadTime: longest(reckoning, lead),
    effort: total.reduce((sum, visits, node) => (visits > 0 ? sum + visits * effort(node) : sum), 0),
    visits: (node) => total[node] ?? 0,
    returned: (origin, target) =>
      reckoning.graph.returns
        .filter((one) => one.origin === origin && one.target === target)
        .reduce((sum, one) => sum + reckoning.visits.likely.returned(one), 0),
    leadTimeLess: (saved) => longest(reckoning, (node) => lead(node) - (saved.get(node) ?? 0)),
  };
}

/** The largest sum over the pairs of an entry and an end. */
function longest({ graph, regions, visits }: FlowReckoning, weight: NodeWeight): number {
  let most = 0;
  const paths = sumPaths(graph, regions, visits.likely.local, weight);
  for (const time of paths.toEnds(graph.flow.entries).values()) most = Math.max(most, time);
  return most;
}
