import type { ValueStream } from '../stream/index.js';
import type { Visits } from './expected-visits.js';
import type { ReturnArc } from './flow-graph.js';
import { cutRegions } from './flow-regions.js';
import { EFFORT, LEAD } from './path-sums.js';
import { reckonFlow, type FlowReckoning } from './reckon-flow.js';
import { settledAtEnds, sumAtEnds, type VisitSum } from './sum-ends.js';
import type { AtEnds } from './sum-figure.js';

/**
 * The reckoning with visits at both ends of every range: those of the shares that make the lead time least and most.
 * The total of a node is the fewest and the most often that it is passed as the shares range, told node by node.
 */
export function reckonRanges(stream: ValueStream): FlowReckoning | string {
  const reckoning = reckonFlow(stream);
  if (typeof reckoning === 'string' || !reckoning.shared) return reckoning;
  const { likely } = reckoning.visits;
  const lead = settledAtEnds(reckoning, LEAD);
  const { size } = reckoning.graph;
  const totals = size * size <= MOST_WORK ? nodeByNode(reckoning) : ofScenes(reckoning, lead);
  const low = withTotal(likely, lead.low.visits.likely, totals.low, 'low');
  const high = withTotal(likely, lead.high.visits.likely, totals.high, 'high');
  return { ...reckoning, visits: { low, likely, high } };
}

/** Up to so many nodes × nodes the shares are settled for every node on its own. */
const MOST_WORK = 10_000;

interface Totals {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** For every node the shares that bring fewest, and most, units to it. */
function nodeByNode(reckoning: FlowReckoning): Totals {
  const { graph } = reckoning;
  const [low, high] = [new Float64Array(graph.size), new Float64Array(graph.size)];
  const ranged = { ...reckoning, ranged: true };
  for (const node of graph.order ?? []) {
    const before = aloneBefore(reckoning, node);
    const ends = before < 0 ? sumAtEnds(ranged, passesOf(node, graph.size)) : null;
    low[node] = ends ? ends.low : (low[before] ?? 0);
    high[node] = ends ? ends.high : (high[before] ?? 0);
  }
  return { low, high };
}

function passesOf(node: number, size: number): VisitSum {
  return {
    of: ({ visits }) => visits.likely.total[node] ?? 0,
    weights: () => new Float64Array(size).fill(1, node, node + 1),
  };
}

/** The place whose units all come here, and no others do; -1 where there is none. */
function aloneBefore({ graph, regions }: FlowReckoning, node: number): number {
  const [way, ...others] = graph.previous[node] ?? [];
  if (!way || others.length > 0 || graph.entries.has(node)) return -1;
  const { from } = way;
  const parts = graph.flow.nodes[from]?.kind === 'CHOICE' || regions.branches.has(from);
  const leaves = graph.losses.has(from) || graph.returnsFrom.has(from);
  const reentered = graph.returns.some((one) => one.to === node);
  return parts || leaves || reentered ? -1 : from;
}

/** In a long flow: of the shares that make lead time or effort least or most, and of those of the branches around a node. */
function ofScenes(reckoning: FlowReckoning, lead: AtEnds<FlowReckoning>): Totals {
  const effort = settledAtEnds(reckoning, EFFORT);
  const scenes = [lead.low, lead.high, effort.low, effort.high].map(({ visits }) => visits.likely.total);
  const branch = branchFactors(reckoning);
  const total = (end: 'low' | 'high'): Float64Array =>
    reckoning.visits.likely.total.map((own, node) => {
      const all = [own, own * (branch[end][node] ?? 1), ...scenes.map((scene) => scene[node] ?? own)];
      return end === 'low' ? Math.min(...all) : Math.max(...all);
    });
  return { low: total('low'), high: total('high') };
}

function withTotal(likely: Visits, settled: Visits, total: Float64Array, end: 'low' | 'high'): Visits {
  const returned = (one: ReturnArc): number => {
    const usual = likely.total[one.from] ?? 0;
    const { share } = one.arc;
    if (!share || !(share.likely > 0) || !(usual > 0)) return settled.returned(one);
    return likely.returned(one) * (share[end] / share.likely) * ((total[one.from] ?? 0) / usual);
  };
  return { ...settled, total, returned };
}

/** How many times as many units as likely can come into the branches that a node stands in, at the least and at the most. */
function branchFactors({ graph }: FlowReckoning): Totals {
  const regions = cutRegions(graph, graph.order ?? [], ['FORK', 'CHOICE']);
  const factors = { low: new Float64Array(graph.size), high: new Float64Array(graph.size) };
  const ofRegion = { low: [1], high: [1] };
  regions.list.forEach((region, index) => {
    const ways = region.into ? (graph.next[region.into.from] ?? []) : [];
    const share = region.into?.share;
    const chosen = region.into && graph.flow.nodes[region.gate]?.kind === 'CHOICE';
    for (const end of ['low', 'high'] as const) {
      const other = end === 'low' ? 'high' : 'low';
      let factor = 1;
      if (chosen && share && share.likely > 0 && ways.every((way) => way.share !== null)) {
        const sum = ways.reduce((all, way) => all + (way.share?.likely ?? 0), 0);
        const others = ways.reduce(
          (all, way) => (way === region.into ? all : all + (way.share?.[other] ?? 0)),
          0,
        );
        const left = Math.min(1, sum) - others;
        const reached = end === 'low' ? Math.max(share.low, left) : Math.min(share.high, left);
        factor = reached / (share.likely / Math.max(1, sum));
      }
      const inner = (ofRegion[end][region.parent] ?? 1) * factor;
      ofRegion[end][index] = inner;
      for (const node of region.nodes) factors[end][node] = inner;
    }
  });
  return factors;
}
