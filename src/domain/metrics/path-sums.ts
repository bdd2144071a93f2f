import type { RangeEnd } from './flow-graph.js';
import { effortWeight, leadWeight, processWeight, valueWeight } from './node-weights.js';
import { sumPaths, type NodeWeight, type PathTime } from './path-time.js';
import type { FlowReckoning } from './reckon-flow.js';
import type { VisitSum } from './sum-ends.js';

export type WeightOf = (reckoning: FlowReckoning, end: RangeEnd) => NodeWeight;

/** The sums of these weights over the ways of one entering unit. */
export function pathsAt(reckoning: FlowReckoning, weightOf: WeightOf, end: RangeEnd): PathTime {
  const { graph, regions, visits } = reckoning;
  return sumPaths(graph, regions, visits[end].local, weightOf(reckoning, end));
}

/** The largest sum to any end; 0 where no way leads to one. */
export function longest({ graph }: FlowReckoning, path: PathTime): number {
  let most = 0;
  for (const time of path.toEnds(graph.flow.entries).values()) most = Math.max(most, time);
  return most;
}

/** The expected effort of one entering unit, in working seconds. */
export function effortAt(reckoning: FlowReckoning, end: RangeEnd): number {
  const weight = effortWeight(reckoning, end);
  return reckoning.visits[end].total.reduce(
    (sum, visits, at) => sum + (visits > 0 ? visits * weight(at) : 0),
    0,
  );
}

/** Lead time, process time on the path and value-added time of one entering unit, as sums over its visits. */
export const LEAD = alongPath(leadWeight);
export const PROCESS = alongPath(processWeight);
export const VALUE = alongPath(valueWeight);
/** The lead time of a unit that is not lost on the way. */
export const UNLOST: VisitSum = { ...LEAD, unlost: true };

/** The effort of one entering unit. */
export const EFFORT: VisitSum = {
  of: effortAt,
  weights: (reckoning, end) => weighed(reckoning, effortWeight(reckoning, end), () => true),
};

function alongPath(weightOf: WeightOf): VisitSum {
  return {
    of: (reckoning, end) => longest(reckoning, pathsAt(reckoning, weightOf, end)),
    weights: (reckoning, end) => {
      const { graph, visits } = reckoning;
      const paths = pathsAt(reckoning, weightOf, end);
      const { entries } = graph.flow;
      let last: readonly [end: number, time: number] | null = null;
      for (const one of paths.toEnds(entries)) if (!last || one[1] > last[1]) last = one;
      const counts = last ? paths.trace(entries, last[0]).counts : new Float64Array(graph.size);
      const { total } = visits[end];
      const isOn = (node: number) => (counts[node] ?? 0) > 0 || (total[node] ?? 0) === 0;
      return weighed(
        reckoning,
        weightOf(reckoning, end),
        (node) => Boolean(graph.counted[node]) && isOn(node),
      );
    },
  };
}

function weighed(
  { graph }: FlowReckoning,
  weight: NodeWeight,
  counts: (node: number) => boolean,
): Float64Array {
  return new Float64Array(graph.size).map((_, node) => (counts(node) ? weight(node) : 0));
}
