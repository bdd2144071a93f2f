import { arrivalAt, NO_BRANCH, type Branch, type PathReading } from './path-arrival.js';
import { layOut, type RegionPlan } from './region-plan.js';

/** A walk that is settled to its end. */
export interface SettledWalk extends PathReading {
  /** Working seconds that a node takes each time that it is passed. */
  readonly weight: (node: number) => number;
  /** By branch region: the nodes by which it leads to the end of its block. */
  readonly leaving: ReadonlyMap<number, readonly number[]>;
}

/** A place from which on everything of a region moves by so much. */
interface Later {
  readonly from: number;
  readonly by: number;
}

/**
 * What other times of a few nodes do to the longest sum of a settled walk, exactly, without walking it all again: only
 * what a change reaches is passed again, up to the next place over which everything goes; all behind that moves alike.
 */
export class PathChange implements PathReading {
  readonly graph: PathReading['graph'];
  readonly regions: PathReading['regions'];
  readonly local: PathReading['local'];
  private readonly places: Int32Array;
  private readonly plans = new Map<number, RegionPlan>();
  /** By gate: the branches with their times as they are, the longest first. */
  private readonly branches = new Map<number, readonly (readonly [region: number, time: number])[]>();
  private readonly changed = new Map<number, number>();
  private readonly changedBranches = new Map<number, number>();
  private readonly blocks = new Map<number, Branch>();
  private readonly waiting = new Map<number, Set<number>>();
  private walked = 0;

  constructor(
    private readonly walk: SettledWalk,
    private readonly seeds: ReadonlySet<number>,
    private readonly ends: readonly number[],
  ) {
    this.graph = walk.graph;
    this.regions = walk.regions;
    this.local = walk.local;
    this.places = new Int32Array(walk.graph.size);
    for (const { nodes } of walk.regions.list) nodes.forEach((node, place) => (this.places[node] = place));
  }

  at(node: number): number {
    return this.changed.get(node) ?? this.walk.at(node);
  }

  block(gate: number): Branch | undefined {
    return this.blocks.get(gate) ?? this.walk.block(gate);
  }

  /** How many nodes were looked at so far, over all questions. */
  get passed(): number {
    return this.walked;
  }

  /** How much less the largest sum to an end is where each pass of these nodes takes so many seconds less. */
  less(saved: ReadonlyMap<number, number>): number {
    for (const one of [this.changed, this.changedBranches, this.blocks, this.waiting]) one.clear();
    for (const node of saved.keys()) this.await(node);
    for (;;) {
      // Branches stand behind what is around them: of the regions that wait the last is settled first.
      const region = [...this.waiting.keys()].reduce((last, one) => Math.max(last, one), -1);
      if (region < 0) return 0;
      const plan = this.planOf(region);
      const now = this.longestNow(plan, this.passRegion(plan, region, saved));
      if (region === 0) return Math.max(0, plan.longest) - Math.max(0, now);
      if (now !== plan.longest) this.closeBranch(region, now);
    }
  }

  private await(node: number): void {
    const region = this.regions.regionOf[node] ?? 0;
    const nodes = this.waiting.get(region);
    if (nodes) nodes.add(node);
    else this.waiting.set(region, new Set([node]));
  }

  private planOf(region: number): RegionPlan {
    const known = this.plans.get(region);
    if (known) return known;
    const into = this.regions.list[region]?.into?.to;
    const plan = layOut(this.walk, region, {
      placeOf: (node) => this.places[node] ?? 0,
      isSeed: (node) => (region === 0 ? this.seeds.has(node) : node === into),
      outlets: region === 0 ? this.ends : (this.walk.leaving.get(region) ?? []),
    });
    this.plans.set(region, plan);
    return plan;
  }

  /** Passes again what waits in a region, in its order, until nothing waits or all that follows moves alike. */
  private passRegion(plan: RegionPlan, region: number, saved: ReadonlyMap<number, number>): Later | null {
    const waiting = this.waiting.get(region) ?? new Set<number>();
    this.waiting.delete(region);
    let place = plan.nodes.length;
    for (const node of waiting) place = Math.min(place, this.places[node] ?? 0);
    for (; waiting.size > 0 && place < plan.nodes.length; place += 1) {
      this.walked += 1;
      const node = plan.nodes[place] ?? -1;
      if (!waiting.delete(node)) continue;
      const by = this.passNode(node, region, plan.isSeed(node), saved.get(node) ?? 0);
      if (by === 0) continue;
      if (waiting.size === 0 && plan.isCut(place)) return { from: place, by };
      for (const next of plan.behind(node)) waiting.add(next);
    }
    return null;
  }

  /** By how much earlier a node is passed. */
  private passNode(node: number, region: number, isSeed: boolean, saved: number): number {
    const before = this.walk.at(node);
    const start = isSeed ? 0 : arrivalAt(this, node, region);
    const time = this.walk.weight(node) - saved;
    const now = start + (this.graph.counted[node] ? (this.local[node] ?? 0) * time : 0);
    if (Number.isNaN(now) || now === before) return 0;
    this.changed.set(node, now);
    return before - now;
  }

  private longestNow(plan: RegionPlan, later: Later | null): number {
    this.walked += plan.outlets.length;
    let now = -Infinity;
    for (const outlet of plan.outlets) {
      const moved = later !== null && (this.places[outlet] ?? 0) > later.from ? later.by : 0;
      now = Math.max(now, this.at(outlet) - moved);
    }
    return now;
  }

  /** A branch takes another time: the block around it takes that of its longest branch, and its end waits. */
  private closeBranch(region: number, now: number): void {
    this.changedBranches.set(region, now);
    const gate = this.regions.list[region]?.gate ?? -1;
    const base = this.walk.block(gate) ?? NO_BRANCH;
    const kept = this.branchesOf(gate).find(([branch]) => !this.changedBranches.has(branch));
    let time = Math.max(0, kept?.[1] ?? 0);
    for (const [branch, length] of this.changedBranches)
      if (this.regions.list[branch]?.gate === gate) time = Math.max(time, length);
    this.blocks.set(gate, { ...base, time });
    const end = this.regions.list[region]?.end ?? -1;
    if (time !== base.time && end >= 0) this.await(end);
  }

  private branchesOf(gate: number): readonly (readonly [region: number, time: number])[] {
    const known = this.branches.get(gate);
    if (known) return known;
    const all = (this.regions.branches.get(gate) ?? []).map(
      (region) => [region, this.planOf(region).longest] as const,
    );
    const sorted = all.sort((a, b) => b[1] - a[1]);
    this.branches.set(gate, sorted);
    return sorted;
  }
}
