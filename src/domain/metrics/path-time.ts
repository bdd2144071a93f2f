import type { FlowGraph } from './flow-graph.js';
import type { Regions } from './flow-regions.js';

/** What a node adds to a path each time that it is passed. */
export type NodeWeight = (node: number) => number;

/**
 * Expected sums along the flow: each node counts as often as one entering unit passes it, branches that all happen
 * count by the largest, branches of which one happens by their shares, branches that stop on purpose not at all. Where
 * the regions are cut at choices too, the largest of the branches that count is taken there as well.
 */
export interface PathTime {
  /** The sum from these entries to an end; null where none of them leads there. */
  toEnds(entries: readonly number[]): ReadonlyMap<number, number>;
}

/** The sums of these local times over the ways through the regions, asked for by entry. */
export function sumPaths(
  graph: FlowGraph,
  regions: Regions,
  local: Float64Array,
  weight: NodeWeight,
  counts: (branch: number) => boolean = () => true,
): PathTime {
  const walk = new PathWalk(graph, regions, local, weight, counts);
  for (let index = regions.list.length - 1; index > 0; index -= 1) walk.passBranch(index);
  const ends = graph.flow.ends.filter((end) => graph.counted[end] && regions.regionOf[end] === 0);
  return {
    toEnds: (entries) => {
      walk.passWhole(entries);
      return new Map(
        ends.flatMap((end) => (Number.isNaN(walk.at(end)) ? [] : [[end, walk.at(end)] as const])),
      );
    },
  };
}

class PathWalk {
  private readonly elapsed: Float64Array;
  private readonly blocks = new Map<number, number>();

  constructor(
    private readonly graph: FlowGraph,
    private readonly regions: Regions,
    private readonly local: Float64Array,
    private readonly weight: NodeWeight,
    private readonly counts: (branch: number) => boolean,
  ) {
    this.elapsed = new Float64Array(graph.size).fill(NaN);
  }

  at(node: number): number {
    return this.elapsed[node] ?? NaN;
  }

  passWhole(entries: readonly number[]): void {
    const seeds = new Set(entries);
    for (const node of this.regions.list[0]?.nodes ?? []) this.passNode(node, 0, seeds.has(node));
  }

  passBranch(index: number): void {
    const region = this.regions.list[index];
    if (!region) return;
    for (const node of region.nodes) this.passNode(node, index, node === region.into?.to);
    const ways = (this.graph.previous[region.end] ?? []).filter(
      (arc) => this.regions.regionOf[arc.from] === index,
    );
    const longest = largest(ways.map((arc) => this.at(arc.from)));
    const before = this.blocks.get(region.gate) ?? 0;
    const counted = !Number.isNaN(longest) && this.counts(index);
    this.blocks.set(region.gate, counted ? Math.max(before, longest) : before);
  }

  private passNode(node: number, region: number, seed: boolean): void {
    const start = seed ? 0 : this.arrival(node, region);
    const added = this.graph.counted[node] ? (this.local[node] ?? 0) * this.weight(node) : 0;
    this.elapsed[node] = start + added;
  }

  private arrival(node: number, region: number): number {
    const gate = this.graph.flow.nodes[node];
    const opener = gate && (gate.kind === 'JOIN' || gate.kind === 'MERGE') ? gate.partner : -1;
    const block = this.blocks.get(opener);
    const mutual = this.graph.flow.nodes[opener];
    if (block !== undefined && mutual && 'partner' in mutual && mutual.partner === node) {
      return this.at(opener) + (this.local[opener] ?? 0) * block;
    }
    const ways = this.graph.previous[node] ?? [];
    const base = gate?.kind === 'MERGE' && this.regions.regionOf[opener] === region ? this.at(opener) : NaN;
    let most = NaN;
    let sum = base;
    for (const { from } of ways) {
      const time = this.at(from);
      if (this.regions.regionOf[from] !== region || Number.isNaN(time)) continue;
      sum += time - base;
      if (!(time <= most)) most = time;
    }
    return Number.isNaN(base) ? most : sum;
  }
}

/** NaN where there is none. */
function largest(times: readonly number[]): number {
  let most = NaN;
  for (const time of times) if (!(time <= most) && !Number.isNaN(time)) most = time;
  return most;
}
