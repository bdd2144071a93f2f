import type { Quantity } from '../shared/index.js';
import type { FlowGraph, RangeEnd, ReturnArc } from './flow-graph.js';
import type { Region, Regions } from './flow-regions.js';
import { solveVisits, type ChainArc } from './solve-visits.js';

export interface VisitOptions {
  /** Branches of unknown share get equal parts of what the others leave; else they get no units. */
  readonly evenly?: boolean;
  /** Only units that are not lost on the way: nothing is lost, and shares are of what is left of each line. */
  readonly unlost?: boolean;
}

/** How often one entering unit passes each node, in all and in one pass of its region. */
export interface Visits {
  readonly total: Float64Array;
  readonly local: Float64Array;
  /** Units that a return takes back, for one entering unit. */
  returned(one: ReturnArc): number;
  /** The plain ways on from a node, with the share of its units that take each. */
  onward(node: number): readonly { readonly to: number; readonly share: number }[];
  /** Every way that units take from a node, returns and blocks (from gate to end) included. */
  eachWay(node: number, tell: (to: number, share: number) => void): void;
  /** What one pass of a branch lets through or stops on purpose, by its region. */
  kept(region: number): number;
}

/**
 * Expected visits by the absorbing chain (I − Q) of the flow. Each branch of a `meanwhile` is a chain of its own that
 * one pass of the block goes through once; the block lets through what is lost in none of its branches. Null where a
 * loop never ends.
 */
export function expectVisits(
  graph: FlowGraph,
  regions: Regions,
  end: RangeEnd,
  options: VisitOptions = {},
): Visits | null {
  const chain = new VisitChain(graph, regions, end, options);
  for (let region = regions.list.length - 1; region >= 0; region -= 1) if (!chain.pass(region)) return null;
  const { local } = chain;
  const total = new Float64Array(graph.size);
  for (const region of regions.list) {
    const entering = region.gate < 0 ? 1 : (total[region.gate] ?? 0);
    for (const node of region.nodes) total[node] = (local[node] ?? 0) * entering;
  }
  return {
    total,
    local,
    returned: (one) => (total[one.from] ?? 0) * chain.shareOf(one),
    onward: (node) => chain.onward(node),
    eachWay: (node, tell) => chain.eachAwaitedWay(node, tell),
    kept: (region) => chain.keptBy(region),
  };
}

/** The largest number of times that a join's slowest way is looked for again. */
const MOST_ROUNDS = 4;

class VisitChain {
  readonly local: Float64Array;
  /** What one pass of a block lets through, by its gate. */
  private readonly through = new Map<number, number>();
  /** What one pass of a branch lets through or stops on purpose, by its region. */
  private readonly kept: Float64Array;
  private readonly stopped: Float64Array;
  private readonly place: Int32Array;
  /** The way that a join made by `after` waits for: the one that fewest units come over. */
  private readonly slowest = new Map<number, number>();

  constructor(
    private readonly graph: FlowGraph,
    private readonly regions: Regions,
    private readonly end: RangeEnd,
    private readonly options: VisitOptions,
  ) {
    this.local = new Float64Array(graph.size);
    this.kept = new Float64Array(regions.list.length);
    this.stopped = new Float64Array(regions.list.length);
    this.place = new Int32Array(graph.size);
  }

  /** Solves one region, after all regions inside it. false where a loop never ends. */
  pass(index: number): boolean {
    const region = this.regions.list[index];
    if (!region) return true;
    region.nodes.forEach((node, place) => (this.place[node] = place));
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const inflow = region.nodes.map((node) => this.inflowOf(region, node));
      const visits = solveVisits(region.nodes.length, this.arcsOf(region, index), inflow);
      if (!visits) return false;
      region.nodes.forEach((node, place) => (this.local[node] = visits[place] ?? 0));
      if (!this.findSlowest(region, index)) break;
    }
    this.closeRegion(region, index);
    return true;
  }

  /** The share of a return, of the units at the node it runs from. */
  shareOf(one: ReturnArc): number {
    const told = one.arc.share?.[this.end] ?? 0;
    const left = this.options.unlost ? 1 - sumOf(this.graph.losses.get(one.origin) ?? [], this.end) : 1;
    const share = left > 0 ? told / left : told;
    return one.from === one.origin ? share : Math.min(1, share * this.requests(one));
  }

  onward(from: number): readonly { readonly to: number; readonly share: number }[] {
    if (this.regions.branches.has(from))
      return (this.graph.next[from] ?? []).map(({ to }) => ({ to, share: 1 }));
    const ways: { to: number; share: number }[] = [];
    this.eachWay(from, (to, share, plain) => {
      if (plain) ways.push({ to, share });
    });
    return ways;
  }

  eachAwaitedWay(from: number, tell: (to: number, share: number) => void): void {
    this.eachWay(from, (to, share, plain) => {
      if (this.isAwaited(from, to, plain)) tell(to, share);
    });
  }

  keptBy(region: number): number {
    return this.kept[region] ?? 0;
  }

  /** How often the line of a return that leaves a block is passed, for one unit that comes through its branch. */
  private requests(one: ReturnArc): number {
    const join = this.graph.flow.nodes[one.from];
    const gate = join && 'partner' in join ? join.partner : -1;
    let passes = this.local[one.origin] ?? 0;
    let index = this.regions.regionOf[one.origin] ?? 0;
    for (
      let region = this.regions.list[index];
      region && region.gate >= 0;
      region = this.regions.list[index]
    ) {
      const kept = this.kept[index] ?? 0;
      if (region.gate === gate) return kept > 0 ? passes / kept : 0;
      passes *= this.local[region.gate] ?? 0;
      index = region.parent;
    }
    return 1;
  }

  private lostAt(node: number): number {
    return this.options.unlost ? 0 : sumOf(this.graph.losses.get(node) ?? [], this.end);
  }

  private inflowOf(region: Region, node: number): number {
    if (region.into) return region.into.to === node ? 1 : 0;
    return this.graph.entries.has(node) ? 1 : 0;
  }

  private arcsOf(region: Region, index: number): readonly ChainArc[] {
    const arcs: ChainArc[] = [];
    for (const from of region.nodes) {
      this.eachWay(from, (to, share, previous) => {
        if (this.regions.regionOf[to] !== index || !this.isAwaited(from, to, previous)) return;
        arcs.push({ from: this.place[from] ?? 0, to: this.place[to] ?? 0, share });
      });
    }
    return arcs;
  }

  /** Every way that units take from a node, with their share; a block is one way from its gate to its end. */
  private eachWay(from: number, tell: (to: number, share: number, plain: boolean) => void): void {
    const node = this.graph.flow.nodes[from];
    if (!node) return;
    const next = this.graph.next[from] ?? [];
    if (this.regions.branches.has(from) && 'partner' in node) {
      tell(node.partner, this.through.get(from) ?? 1, false);
    } else if (node.kind === 'CHOICE') {
      const shares = this.choiceShares(from);
      next.forEach((arc, at) => tell(arc.to, shares.known[at] ?? 0, true));
      if (shares.rest > 0) tell(node.partner, shares.rest, true);
    } else if (!this.graph.returnsFrom.has(from) && !this.graph.losses.has(from)) {
      for (const arc of next) tell(arc.to, 1, true);
    } else {
      const returns = this.graph.returnsFrom.get(from) ?? [];
      const shares = returns.map((one) => this.shareOf(one));
      const lost = this.lostAt(from);
      const gone = shares.reduce((sum, share) => sum + share, lost);
      const excess = Math.max(1, gone);
      returns.forEach((one, at) => tell(one.to, (shares[at] ?? 0) / excess, false));
      for (const arc of next) tell(arc.to, restOf(gone), true);
    }
  }

  /** Known shares of a choice, scaled to no more than all units; rest is what goes where nobody told the share. */
  private choiceShares(choice: number): { known: readonly number[]; rest: number } {
    const shares = (this.graph.next[choice] ?? []).map((arc) => arc.share);
    const known = shares.map((share) => share?.[this.end] ?? 0);
    const lost = this.lostAt(choice);
    const sum = known.reduce((total, share) => total + share, lost);
    const open = shares.filter((share) => share === null).length;
    if (sum > 1 || (open === 0 && sum > 0 && this.end !== 'likely')) {
      return { known: known.map((share) => share / sum), rest: 0 };
    }
    if (!this.options.evenly) return { known, rest: open > 0 ? restOf(sum) : 0 };
    return { known: known.map((share, at) => (shares[at] === null ? restOf(sum) / open : share)), rest: 0 };
  }

  /** A join that `after` made goes on with the way that it waits for longest; all others end there. */
  private isAwaited(from: number, to: number, plain: boolean): boolean {
    if (!plain || !this.isOpenJoin(to)) return true;
    const ways = this.graph.previous[to] ?? [];
    return ways[this.slowest.get(to) ?? 0]?.from === from;
  }

  private isOpenJoin(node: number): boolean {
    const gate = this.graph.flow.nodes[node];
    if (gate?.kind !== 'JOIN') return false;
    const fork = this.graph.flow.nodes[gate.partner];
    const ended =
      fork && 'partner' in fork && fork.partner === node && this.regions.branches.has(gate.partner);
    return !ended;
  }

  /** true where another way than before turned out to be the slowest. */
  private findSlowest(region: Region, index: number): boolean {
    const arriving = new Map<number, Map<number, number>>();
    for (const from of region.nodes) {
      this.eachWay(from, (to, share, plain) => {
        if (!plain || this.regions.regionOf[to] !== index || !this.isOpenJoin(to)) return;
        const ways = arriving.get(to) ?? new Map<number, number>();
        ways.set(from, (this.local[from] ?? 0) * share);
        arriving.set(to, ways);
      });
    }
    let changed = false;
    for (const [join, ways] of arriving) {
      const froms = (this.graph.previous[join] ?? []).map((arc) => ways.get(arc.from) ?? 0);
      const least = froms.indexOf(Math.min(...froms));
      const now = this.slowest.get(join) ?? 0;
      if ((froms[least] ?? 0) < (froms[now] ?? 0) * (1 - 1e-12)) {
        this.slowest.set(join, least);
        changed = true;
      }
    }
    return changed;
  }

  /** What a branch lets through, and with its last branch (they are solved from last to first) the whole block. */
  private closeRegion(region: Region, index: number): void {
    if (region.gate < 0) return;
    let arrived = 0;
    let stopped = 0;
    for (const from of region.nodes) {
      const visits = this.local[from] ?? 0;
      if (this.graph.stops.has(from)) {
        stopped += visits * restOf(this.lostAt(from));
      } else {
        this.eachWay(from, (to, share) => {
          if (to === region.end) arrived += visits * share;
        });
      }
    }
    this.kept[index] = Math.min(1, arrived + stopped);
    this.stopped[index] = Math.min(1, stopped);
    const branches = this.regions.branches.get(region.gate) ?? [];
    if (branches[0] !== index) return;
    const product = (of: Float64Array) => branches.reduce((all, one) => all * (of[one] ?? 0), 1);
    this.through.set(region.gate, Math.max(0, product(this.kept) - product(this.stopped)));
  }
}

function sumOf(shares: readonly Quantity[], end: RangeEnd): number {
  return shares.reduce((sum, share) => sum + share[end], 0);
}

function restOf(gone: number): number {
  return gone >= 1 - 1e-12 ? 0 : 1 - gone;
}
