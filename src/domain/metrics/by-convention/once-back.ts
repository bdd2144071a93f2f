import { exactly, type Quantity, type StepKey } from '../../shared/index.js';
import { expectVisits, type Visits } from '../expected-visits.js';
import { lastStep } from '../flow-ends.js';
import type { FlowGraph, NextArc, ReturnArc } from '../flow-graph.js';
import { straightWeight } from '../node-weights.js';
import type { NodeWeight } from '../path-time.js';
import { isPerUnit, type FlowReckoning } from '../reckon-flow.js';

/** Places that may be walked in all; with very many long returns nobody waits for more. */
const MOST_WORK = 50_000_000;

/** What one return, or one step whose output is not always right, adds when it is taken once. */
export interface OnceBack {
  readonly step: StepKey | null;
  readonly line: number | null;
  /** Expected working seconds for one entering unit. */
  readonly time: number;
}

/** The flow were nothing sent back; a branch all of whose units go back is then taken by none. null where it cannot be followed. */
export function withoutReturns(reckoning: FlowReckoning): FlowReckoning | null {
  const { graph, regions } = reckoning;
  const emptied = emptiedChoices(graph);
  const next = graph.next.map((ways, node) => emptied.get(node) ?? ways);
  const bare: FlowGraph = { ...graph, next, returns: [], returnsFrom: new Map() };
  const visits = expectVisits(bare, regions, 'likely');
  return visits && { ...reckoning, graph: bare, visits: { low: visits, likely: visits, high: visits } };
}

/** Every return once and every step without a return once by what its %C&A leaves, in the order of the text; null where that would take too long. */
export function reworkOnce(reckoning: FlowReckoning): readonly OnceBack[] | null {
  const { graph, regions } = reckoning;
  const bare: FlowGraph = { ...graph, returns: [], returnsFrom: new Map() };
  const visits = expectVisits(bare, regions, 'likely');
  if (!visits) return null;
  const weight = straightWeight(reckoning, 'likely');
  const walk = new StraightWalk(bare, visits, weight);
  const returned = graph.returns.flatMap((one): OnceBack[] => {
    if (one.arc.share === null) return [];
    const from = lastStep(graph, one.origin);
    const share = visits.returned(one);
    const time = one.arc.time
      ? (visits.total[one.origin] ?? 0) * one.arc.share.likely * one.arc.time.likely
      : share * walk.between(one.to, one.from);
    return [{ step: from?.key ?? null, line: one.arc.line, time }];
  });
  if (walk.tooLong) return null;
  const repeated = stepsWithoutReturn(graph).map(({ node, left }): OnceBack => {
    const step = graph.steps[node];
    const time = (visits.total[node] ?? 0) * left.likely * weight(node);
    return { step: step?.key ?? null, line: step?.line ?? null, time };
  });
  return [...returned, ...repeated].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Steps with a %C&A and no return of their own, and the share of their output that nobody can use as it is. */
export function stepsWithoutReturn(
  graph: FlowGraph,
): readonly { readonly node: number; readonly left: Quantity }[] {
  const origins = new Set(graph.returns.map((one) => one.origin));
  return graph.steps.flatMap((step, node) => {
    const accuracy = step && isPerUnit(step) ? step.completeAndAccurate : null;
    if (!accuracy || origins.has(node) || !graph.reached[node]) return [];
    const { low, likely, high, source } = accuracy;
    return [{ node, left: { low: 1 - high, likely: 1 - likely, high: 1 - low, source } }];
  });
}

/** The ways out of the choices from which a branch does nothing but send back, without that branch. */
function emptiedChoices(graph: FlowGraph): ReadonlyMap<number, readonly NextArc[]> {
  const changed = new Map<number, readonly NextArc[]>();
  for (const one of graph.returns) {
    if (one.arc.time || (one.arc.share?.likely ?? 0) < 1 - 1e-12) continue;
    const into = wayInto(graph, one);
    if (!into || into.share === null || into.share.likely >= 1 - 1e-12) continue;
    const rest = 1 - into.share.likely;
    const ways = changed.get(into.from) ?? graph.next[into.from] ?? [];
    changed.set(
      into.from,
      ways.map((arc) => {
        if (arc.to === into.to && arc.share === into.share) return { ...arc, share: exactly(0, 'DERIVED') };
        return arc.share === null
          ? arc
          : { ...arc, share: exactly(arc.share.likely / rest, arc.share.source) };
      }),
    );
  }
  return changed;
}

/** The way out of a choice into the branch that a return leaves, where the branch is a plain chain up to there. */
function wayInto(graph: FlowGraph, one: ReturnArc): NextArc | null {
  for (let node = one.from; ;) {
    const [only, ...others] = graph.previous[node] ?? [];
    if (!only || others.length > 0) return null;
    if (graph.flow.nodes[only.from]?.kind === 'CHOICE') return only;
    node = only.from;
  }
}

/** Times straight through between two places of a flow. */
class StraightWalk {
  private readonly places: Int32Array;
  private readonly order: readonly number[];
  private work = 0;
  private readonly times: Float64Array;

  constructor(
    private readonly graph: FlowGraph,
    private readonly visits: Visits,
    private readonly weight: NodeWeight,
  ) {
    this.order = graph.order ?? [];
    this.places = new Int32Array(graph.size);
    this.order.forEach((node, place) => (this.places[node] = place));
    this.times = new Float64Array(graph.size).fill(NaN);
  }

  get tooLong(): boolean {
    return this.work > MOST_WORK;
  }

  /** Working seconds from when a unit comes to the one to when it leaves the other, branches that happen by the longest, others by their shares; where no way leads from the one to the other, those at the one alone. */
  between(from: number, to: number): number {
    const first = this.places[from] ?? 0;
    const last = this.places[to] ?? 0;
    this.work += last - first + 1;
    if (this.tooLong || last < first) return 0;
    for (let place = first; place <= last; place += 1) {
      const node = this.order[place] ?? -1;
      const start = node === from ? 0 : this.arrival(node, first);
      this.times[node] = start + this.weight(node);
    }
    const through = this.times[to] ?? NaN;
    return Number.isNaN(through) ? this.weight(from) : through;
  }

  /** NaN where no way leads here from where the walk began. */
  private arrival(node: number, first: number): number {
    const merges = this.graph.flow.nodes[node]?.kind === 'MERGE';
    let most = NaN;
    let sum = 0;
    let flow = 0;
    for (const { from } of this.graph.previous[node] ?? []) {
      const time = (this.places[from] ?? -1) < first ? NaN : (this.times[from] ?? NaN);
      if (Number.isNaN(time)) continue;
      if (!(time <= most)) most = time;
      const units = merges ? this.unitsOver(from, node) : 0;
      sum += units * time;
      flow += units;
    }
    return merges && flow > 0 ? sum / flow : most;
  }

  private unitsOver(from: number, to: number): number {
    const way = this.visits.onward(from).find((one) => one.to === to);
    return (this.visits.total[from] ?? 0) * (way?.share ?? 0);
  }
}
