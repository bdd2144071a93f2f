import type { FlowGraph, NextArc } from './flow-graph.js';
import type { Regions } from './flow-regions.js';
import {
  arrivalAt,
  blockEndedBy,
  NO_BRANCH,
  type Branch,
  type Part,
  type PathReading,
} from './path-arrival.js';
import { PathChange } from './path-change.js';

/** What a node adds to a path each time that it is passed. */
export type NodeWeight = (node: number) => number;

/**
 * Expected sums along the flow: each node counts as often as one entering unit passes it, branches that all happen
 * count by the largest, branches of which one happens by their shares, branches that stop on purpose not at all.
 */
export interface PathTime {
  /** The sums from these entries to the ends that they lead to. */
  toEnds(entries: readonly number[]): ReadonlyMap<number, number>;
  /** What the sum from these entries to an end is made of. */
  trace(entries: readonly number[], end: number): PathTrace;
}

/** The same where every step of the walk can be asked for again. */
export interface SettledPaths extends PathTime {
  /** The largest of the sums from these entries, for asking what other times of a few nodes do to it. */
  asItChanges(entries: readonly number[]): PathChange;
}

/** The sum to an end, told apart: how often each node counts in it, and which branch was taken at each block. */
export interface PathTrace {
  /** By node; 0 where it is not on the path. */
  readonly counts: Float64Array;
  /** The way that was taken out of a gate, by the gate. */
  readonly taken: ReadonlyMap<number, NextArc>;
}

/** The sums of these local times over the ways through the regions, asked for by entry. */
export function sumPaths(
  graph: FlowGraph,
  regions: Regions,
  local: Float64Array,
  weight: NodeWeight,
  counts: (branch: number) => boolean = () => true,
): SettledPaths {
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
    trace: (entries, end) => {
      walk.passWhole(entries);
      return walk.trace(entries, end);
    },
    asItChanges: (entries) => {
      walk.passWhole(entries);
      return new PathChange(walk, new Set(entries), ends);
    },
  };
}

class PathWalk implements PathReading {
  private readonly elapsed: Float64Array;
  private readonly blocks = new Map<number, Branch>();
  /** By branch region: the nodes by which it leads to the end of its block, in the order of the ways there. */
  readonly leaving: ReadonlyMap<number, readonly number[]>;

  constructor(
    readonly graph: FlowGraph,
    readonly regions: Regions,
    readonly local: Float64Array,
    readonly weight: NodeWeight,
    private readonly counts: (branch: number) => boolean,
  ) {
    this.elapsed = new Float64Array(graph.size).fill(NaN);
    this.leaving = leavingNodes(graph, regions);
  }

  at(node: number): number {
    return this.elapsed[node] ?? NaN;
  }

  block(gate: number): Branch | undefined {
    return this.blocks.get(gate);
  }

  passWhole(entries: readonly number[]): void {
    const seeds = new Set(entries);
    for (const node of this.regions.list[0]?.nodes ?? []) this.passNode(node, 0, seeds.has(node));
  }

  passBranch(index: number): void {
    const region = this.regions.list[index];
    if (!region) return;
    for (const node of region.nodes) this.passNode(node, index, node === region.into?.to);
    let last = -1;
    for (const from of this.leaving.get(index) ?? []) {
      if (Number.isNaN(this.at(from))) continue;
      if (last < 0 || this.at(from) > this.at(last)) last = from;
    }
    const before = this.blocks.get(region.gate) ?? NO_BRANCH;
    const counted = last >= 0 && this.counts(index);
    // Branches are passed from last to first: of equals the first of the text is taken.
    const longer = counted && this.at(last) >= before.time;
    this.blocks.set(region.gate, longer ? { time: this.at(last), last, region: index } : before);
  }

  /** How often each node counts in the sum to an end, from the end back to where it begins. */
  trace(entries: readonly number[], end: number): PathTrace {
    const counts = new Float64Array(this.graph.size);
    const taken = new Map<number, NextArc>();
    const seeds = new Set(entries);
    counts[end] = 1;
    const order = this.graph.order ?? [];
    for (let at = order.length - 1; at >= 0; at -= 1) {
      const node = order[at] ?? -1;
      const count = counts[node] ?? 0;
      const region = this.regions.regionOf[node] ?? 0;
      const first = region === 0 ? seeds.has(node) : this.regions.list[region]?.into?.to === node;
      if (count === 0) continue;
      const parts: Part[] = [];
      if (!first) arrivalAt(this, node, region, parts);
      for (const [from, factor] of parts) counts[from] = (counts[from] ?? 0) + count * factor;
      const branch = first ? undefined : blockEndedBy(this, node);
      const into = branch && this.regions.list[branch[1].region]?.into;
      if (branch && into) taken.set(branch[0], into);
      counts[node] = this.graph.counted[node] ? count * (this.local[node] ?? 0) : 0;
    }
    return { counts, taken };
  }

  private passNode(node: number, region: number, seed: boolean): void {
    const start = seed ? 0 : arrivalAt(this, node, region);
    const added = this.graph.counted[node] ? (this.local[node] ?? 0) * this.weight(node) : 0;
    this.elapsed[node] = start + added;
  }
}

/** Looked up once for all branches, so that a block of very many of them is passed in linear time. */
function leavingNodes(graph: FlowGraph, { list, regionOf }: Regions): ReadonlyMap<number, readonly number[]> {
  const leaving = new Map<number, number[]>();
  const ends = new Set(list.slice(1).map(({ end }) => end));
  for (const end of ends) {
    for (const { from } of graph.previous[end] ?? []) {
      const region = regionOf[from] ?? 0;
      if (list[region]?.end !== end) continue;
      const nodes = leaving.get(region);
      if (nodes) nodes.push(from);
      else leaving.set(region, [from]);
    }
  }
  return leaving;
}
