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
  return largest(path.toEnds(graph.flow.entries));
}

/** The sum of these weights over a way; 0 where it leads to no end. */
export function alongWay(
  reckoning: FlowReckoning,
  { entries, end: last }: Way,
  weightOf: WeightOf,
  end: RangeEnd,
): number {
  const ends = pathsAt(reckoning, weightOf, end).toEnds(entries);
  return last === null ? largest(ends) : (ends.get(last) ?? 0);
}

function largest(ends: ReadonlyMap<number, number>): number {
  let most = 0;
  for (const time of ends.values()) most = Math.max(most, time);
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

/** The lead time of one entering unit, as a sum over its visits. */
export const LEAD = alongPath(leadWeight);
/** The lead time of a unit that is not lost on the way. */
export const UNLOST: VisitSum = { ...LEAD, unlost: true };

/** The effort of one entering unit. */
export const EFFORT: VisitSum = {
  of: effortAt,
  weights: (reckoning, end) => weighed(reckoning, effortWeight(reckoning, end), () => true),
};

/** Process time of one entering unit on the way whose lead time is the largest. */
export function processSum(reckoning: FlowReckoning): VisitSum {
  return alongPath(processWeight, longestWay(reckoning));
}

/** Value-added time of one entering unit on the way whose lead time is the largest. */
export function valueSum(reckoning: FlowReckoning): VisitSum {
  return alongPath(valueWeight, longestWay(reckoning));
}

/** From where to where a way goes; end null: the end to which the sum is largest. */
export interface Way {
  readonly entries: readonly number[];
  readonly end: number | null;
}

/** Of several entries and ends the pair with the largest expected lead time; of one of each that one. */
export function longestWay(reckoning: FlowReckoning): Way {
  const { entries, ends } = reckoning.graph.flow;
  if (entries.length <= 1 && ends.length <= 1) return { entries, end: null };
  const paths = pathsAt(reckoning, leadWeight, 'likely');
  const end = furthest(paths.toEnds(entries));
  if (end === null) return { entries, end };
  const { counts } = paths.trace(entries, end);
  return { entries: entries.filter((entry) => (counts[entry] ?? 0) > 0), end };
}

function furthest(ends: ReadonlyMap<number, number>): number | null {
  let last: readonly [end: number, time: number] | null = null;
  for (const one of ends) if (!last || one[1] > last[1]) last = one;
  return last && last[0];
}

function alongPath(weightOf: WeightOf, way?: Way): VisitSum {
  const wayOf = ({ graph }: FlowReckoning): Way => way ?? { entries: graph.flow.entries, end: null };
  return {
    of: (reckoning, end) => alongWay(reckoning, wayOf(reckoning), weightOf, end),
    weights: (reckoning, end) => {
      const { graph, visits } = reckoning;
      const { entries, end: chosen } = wayOf(reckoning);
      const paths = pathsAt(reckoning, weightOf, end);
      const last = chosen ?? furthest(paths.toEnds(entries));
      const counts = last === null ? new Float64Array(graph.size) : paths.trace(entries, last).counts;
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
