import type { FlowGraph, NextArc } from './flow-graph.js';

/** A stretch of the flow that is reckoned on its own: the whole stream, or one branch of a block in a region. */
export interface Region {
  readonly parent: number;
  /** The gate that opens its block and the one that ends it; -1 for the whole stream. */
  readonly gate: number;
  readonly end: number;
  /** The way from the gate into the branch; null for the whole stream. */
  readonly into: NextArc | null;
  /** In flow order. */
  readonly nodes: readonly number[];
}

/** Every node in one region. Regions stand after those around them; the first is the whole stream. */
export interface Regions {
  readonly list: readonly Region[];
  readonly regionOf: readonly number[];
  /** The branch regions by the gate that opens their block: gates of blocks that hold together. */
  readonly branches: ReadonlyMap<number, readonly number[]>;
}

type GateKind = 'FORK' | 'CHOICE';

interface Draft {
  readonly parent: number;
  readonly gate: number;
  readonly end: number;
  readonly into: NextArc | null;
  readonly nodes: number[];
}

/**
 * Cuts the flow into regions, one for each branch of each block of the kinds asked for. A block that a way crosses
 * other than through its gates (which only `after` lines can do) is no region: its nodes belong to the one around it.
 */
export function cutRegions(graph: FlowGraph, order: readonly number[], kinds: readonly GateKind[]): Regions {
  const broken = new Set<number>();
  for (;;) {
    const before = broken.size;
    const regions = tryCut(graph, order, kinds, broken);
    if (broken.size === before) return regions;
  }
}

function tryCut(
  graph: FlowGraph,
  order: readonly number[],
  kinds: readonly GateKind[],
  broken: Set<number>,
): Regions {
  const cut = new Cut(graph, kinds, broken);
  for (const node of order) cut.place(node);
  for (const end of graph.flow.ends) if (!graph.stops.has(end)) cut.bringTogether([cut.of(end), 0]);
  if (kinds.length === 1)
    for (const one of graph.returns) cut.bringTogether([cut.of(one.from), cut.of(one.to)]);
  return { list: cut.list, regionOf: cut.regionOf, branches: cut.branches };
}

class Cut {
  readonly list: Draft[] = [{ parent: -1, gate: -1, end: -1, into: null, nodes: [] }];
  readonly regionOf: number[];
  readonly branches = new Map<number, number[]>();

  constructor(
    private readonly graph: FlowGraph,
    private readonly kinds: readonly GateKind[],
    private readonly broken: Set<number>,
  ) {
    this.regionOf = Array.from({ length: graph.size }, () => 0);
  }

  of(node: number): number {
    return this.regionOf[node] ?? 0;
  }

  place(node: number): void {
    const arcs = this.graph.previous[node] ?? [];
    const region = arcs.length === 0 ? 0 : this.bringTogether(arcs.map((arc) => this.behind(arc)));
    this.regionOf[node] = region;
    this.list[region]?.nodes.push(node);
  }

  /** The region that a way leads into. */
  private behind(arc: NextArc): number {
    const region = this.of(arc.from);
    const opened = this.endOf(arc.from);
    if (opened === arc.to) return region;
    const closed = this.gateOf(arc.to);
    if (opened !== null) return this.openBranch(arc, region, opened);
    const draft = this.list[region];
    if (closed !== null && draft && draft.gate === closed) return draft.parent;
    if (closed !== null) this.broken.add(closed);
    return region;
  }

  private openBranch(into: NextArc, parent: number, end: number): number {
    const index = this.list.push({ parent, gate: into.from, end, into, nodes: [] }) - 1;
    const siblings = this.branches.get(into.from);
    if (siblings) siblings.push(index);
    else this.branches.set(into.from, [index]);
    return index;
  }

  /** The end of the block that a gate opens, where it is a block of its own. */
  private endOf(gate: number): number | null {
    const node = this.graph.flow.nodes[gate];
    if (!node || (node.kind !== 'FORK' && node.kind !== 'CHOICE')) return null;
    if (!this.kinds.includes(node.kind) || this.broken.has(gate)) return null;
    const end = this.graph.flow.nodes[node.partner];
    return end && 'partner' in end && end.partner === gate ? node.partner : null;
  }

  private gateOf(end: number): number | null {
    const node = this.graph.flow.nodes[end];
    if (!node || (node.kind !== 'JOIN' && node.kind !== 'MERGE')) return null;
    return this.endOf(node.partner) === end ? node.partner : null;
  }

  /** The innermost region around all of these; blocks between it and them do not hold together. */
  bringTogether(regions: readonly number[]): number {
    let common = regions[0] ?? 0;
    for (const other of regions) {
      let a = common;
      let b = other;
      while (a !== b) {
        if (a > b) a = this.leave(a);
        else b = this.leave(b);
      }
      common = a;
    }
    return common;
  }

  private leave(region: number): number {
    const draft = this.list[region];
    if (!draft || draft.parent < 0) return 0;
    this.broken.add(draft.gate);
    return draft.parent;
  }
}
