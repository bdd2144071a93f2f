import type { NextArc, RangeEnd } from './flow-graph.js';
import { cutRegions, type Regions } from './flow-regions.js';
import { straightWeight } from './node-weights.js';
import { sumPaths, type PathTime } from './path-time.js';
import type { FlowReckoning } from './reckon-flow.js';

export type Extreme = 'WORST' | 'LIKELIEST';

/** One way straight through, without returns or losses, and the regions that it is cut in. */
export interface StraightPath {
  readonly path: PathTime;
  readonly regions: Regions;
}

/** The way that takes at each `either` the branch that takes longest (worst) or that most units take (likeliest; the first of equals). */
export function straightPath(reckoning: FlowReckoning, extreme: Extreme, end: RangeEnd): StraightPath {
  const { graph } = reckoning;
  const regions = cutRegions(graph, graph.order ?? [], ['FORK', 'CHOICE']);
  const once = new Float64Array(graph.size).fill(1);
  const taken = extreme === 'WORST' ? () => true : likeliest(reckoning, regions, end);
  return { path: sumPaths(graph, regions, once, straightWeight(reckoning, end), taken), regions };
}

function likeliest({ graph }: FlowReckoning, regions: Regions, end: RangeEnd): (branch: number) => boolean {
  const shareOf = (arc: NextArc) => arc.share?.[end] ?? 0;
  return (branch) => {
    const into = regions.list[branch]?.into;
    if (!into || graph.flow.nodes[into.from]?.kind !== 'CHOICE') return true;
    const ways = graph.next[into.from] ?? [];
    const most = ways.reduce((best, arc) => (shareOf(arc) > shareOf(best) ? arc : best), into);
    const first = ways.find((arc) => shareOf(arc) === shareOf(most));
    return first === into;
  };
}
