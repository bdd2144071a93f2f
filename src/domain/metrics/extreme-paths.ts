import type { FlowGraph, NextArc, RangeEnd } from './flow-graph.js';
import { straightWeight } from './node-weights.js';
import type { NodeWeight, PathTime, PathTrace } from './path-time.js';
import type { FlowReckoning } from './reckon-flow.js';

export type Extreme = 'WORST' | 'LIKELIEST';

/**
 * The way straight through, without returns or losses, that takes at each `either` the branch that takes longest
 * (worst) or, of those that go on, that most units take (likeliest; the first of equals; a branch that stops on purpose
 * leads to no end, unless all do). It is one chain of places: where a step has two
 * followers, because an `after` line names it, it goes on by the one that takes longer, so that no two branches of one
 * `either` ever stand in it.
 */
export function straightPath({ graph, ...rest }: FlowReckoning, extreme: Extreme, end: RangeEnd): PathTime {
  const weight = straightWeight({ graph, ...rest }, end);
  const walk = new StraightWalk(graph, weight, extreme === 'WORST' ? null : likeliestWays(graph));
  const ends = graph.flow.ends.filter((one) => graph.counted[one]);
  return {
    toEnds: (entries) => {
      walk.pass(entries);
      return new Map(ends.flatMap((one) => (walk.isReached(one) ? [[one, walk.at(one)] as const] : [])));
    },
    trace: (entries, last) => {
      walk.pass(entries);
      return walk.trace(last);
    },
  };
}

/** By choice the way on that most units take; a way whose share nobody told counts as taken by none. */
function likeliestWays(graph: FlowGraph): ReadonlyMap<number, NextArc> {
  const taken = new Map<number, NextArc>();
  const shareOf = (arc: NextArc) => arc.share?.likely ?? 0;
  graph.flow.nodes.forEach(({ kind }, node) => {
    const goingOn = kind === 'CHOICE' ? (graph.next[node] ?? []).filter((arc) => graph.counted[arc.to]) : [];
    const [first, ...others] = goingOn;
    if (first)
      taken.set(
        node,
        others.reduce((best, arc) => (shareOf(arc) > shareOf(best) ? arc : best), first),
      );
  });
  return taken;
}

/** The longest chain of places over the ways that may be taken. */
class StraightWalk {
  private readonly elapsed: Float64Array;
  /** The way over which each place is come to; null where the chain begins. */
  private readonly over: (NextArc | null)[];

  constructor(
    private readonly graph: FlowGraph,
    private readonly weight: NodeWeight,
    private readonly taken: ReadonlyMap<number, NextArc> | null,
  ) {
    this.elapsed = new Float64Array(graph.size);
    this.over = [];
  }

  at(node: number): number {
    return this.elapsed[node] ?? NaN;
  }

  isReached(node: number): boolean {
    return !Number.isNaN(this.at(node));
  }

  pass(entries: readonly number[]): void {
    const seeds = new Set(entries);
    this.elapsed.fill(NaN);
    this.over.length = 0;
    for (const node of this.graph.order ?? []) {
      const start = seeds.has(node) ? 0 : this.arrive(node);
      const own = this.graph.counted[node] ? this.weight(node) : 0;
      this.elapsed[node] = start + own;
    }
  }

  /** The chain to an end, from there back to where it begins. */
  trace(end: number): PathTrace {
    const counts = new Float64Array(this.graph.size);
    const taken = new Map<number, NextArc>();
    for (let node: number | null = end; node !== null;) {
      counts[node] = this.graph.counted[node] ? 1 : 0;
      const arc: NextArc | null = this.over[node] ?? null;
      if (arc) taken.set(arc.from, arc);
      node = arc && arc.from;
    }
    return { counts, taken };
  }

  private arrive(node: number): number {
    let longest: NextArc | null = null;
    for (const arc of this.graph.previous[node] ?? []) {
      if (!this.isReached(arc.from) || !this.isTaken(arc)) continue;
      if (!longest || this.at(arc.from) > this.at(longest.from)) longest = arc;
    }
    this.over[node] = longest;
    return longest ? this.at(longest.from) : NaN;
  }

  private isTaken(arc: NextArc): boolean {
    const way = this.taken?.get(arc.from);
    return !way || way === arc;
  }
}
