import type { Visits } from './expected-visits.js';
import type { Region, Regions } from './flow-regions.js';
import { solveVisits, type ChainArc } from './solve-visits.js';

/** What a unit that goes from one place to another still adds to a sum, from there to where it ends. */
export type ValueAhead = (from: number, to: number) => number;

/**
 * What a unit at each place still adds to Σ visits × weight: V = weight + P V, the same chain as that of the visits,
 * read backwards. In a branch what comes behind the block counts by the units that its other branches let through.
 * Null where a loop never ends.
 */
export function valueAhead(regions: Regions, visits: Visits, weights: Float64Array): ValueAhead | null {
  const look = new BackwardLook(regions, visits, weights);
  for (let index = regions.list.length - 1; index >= 0; index -= 1) if (!look.solve(index)) return null;
  for (let index = 1; index < regions.list.length; index += 1) look.addBehind(index);
  return (from, to) => look.worth(from, to);
}

class BackwardLook {
  private readonly value: Float64Array;
  /** The units that leave a branch by its end, of those at a place in it. */
  private readonly leaving: Float64Array;
  /** What one unit adds behind the end of a branch. */
  private readonly behind: Float64Array;
  private readonly place: Int32Array;

  constructor(
    private readonly regions: Regions,
    private readonly visits: Visits,
    private readonly weights: Float64Array,
  ) {
    this.value = new Float64Array(weights.length);
    this.leaving = new Float64Array(weights.length);
    this.behind = new Float64Array(regions.list.length);
    this.place = new Int32Array(weights.length);
  }

  solve(index: number): boolean {
    const region = this.regions.list[index];
    if (!region) return true;
    const last = region.nodes.length - 1;
    region.nodes.forEach((node, at) => (this.place[node] = last - at));
    const exits = new Float64Array(region.nodes.length);
    const arcs = this.arcsOf(region, index, exits);
    const own = region.nodes.map((node) => this.ownOf(node)).reverse();
    const value = solveVisits(own.length, arcs, own);
    const leaving = index === 0 ? null : solveVisits(own.length, arcs, [...exits]);
    if (!value || (index > 0 && !leaving)) return false;
    for (const node of region.nodes) {
      this.value[node] = value[this.place[node] ?? 0] ?? 0;
      this.leaving[node] = leaving?.[this.place[node] ?? 0] ?? 0;
    }
    return true;
  }

  addBehind(index: number): void {
    const region = this.regions.list[index];
    if (!region) return;
    const others = (this.regions.branches.get(region.gate) ?? []).filter((one) => one !== index);
    const through = others.reduce((all, one) => all * this.visits.kept(one), 1);
    const behind = through * (this.value[region.end] ?? 0);
    this.behind[index] = behind;
    for (const node of region.nodes)
      this.value[node] = (this.value[node] ?? 0) + behind * (this.leaving[node] ?? 0);
  }

  worth(from: number, to: number): number {
    const index = this.regions.regionOf[from] ?? 0;
    if (this.regions.regionOf[to] === index) return this.value[to] ?? 0;
    return this.regions.list[index]?.end === to ? (this.behind[index] ?? 0) : 0;
  }

  /** The ways of the region read backwards; what leaves it by its end is added to exits. */
  private arcsOf(region: Region, index: number, exits: Float64Array): readonly ChainArc[] {
    const arcs: ChainArc[] = [];
    for (const node of region.nodes) {
      const to = this.place[node] ?? 0;
      this.visits.eachWay(node, (next, share) => {
        if (this.regions.regionOf[next] === index) arcs.push({ from: this.place[next] ?? 0, to, share });
        else if (next === region.end) exits[to] = (exits[to] ?? 0) + share;
      });
    }
    return arcs;
  }

  /** The weight of a place, and of all branches of the block that it opens. */
  private ownOf(node: number): number {
    const branches = this.regions.branches.get(node) ?? [];
    return branches.reduce((sum, one) => {
      const into = this.regions.list[one]?.into;
      return sum + (into ? (this.value[into.to] ?? 0) : 0);
    }, this.weights[node] ?? 0);
  }
}
