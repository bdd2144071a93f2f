import type { Quantity, StepKey } from '../shared/index.js';
import type { Flow, FlowArc, Step, ValueStream } from '../stream/index.js';

/** Which end of every range a calculation takes. */
export type RangeEnd = 'low' | 'likely' | 'high';

/** The end at which what works against a figure stands. */
export const OTHER_END: Readonly<Record<RangeEnd, RangeEnd>> = { low: 'high', likely: 'likely', high: 'low' };

/** A plain way on; share is null out of a choice whose shares nobody told. */
export interface NextArc {
  readonly from: number;
  readonly to: number;
  readonly share: Quantity | null;
}

/** A return as the flow has it; units of origin go from `from` to `to`. */
export interface ReturnArc {
  readonly arc: FlowArc;
  readonly from: number;
  readonly to: number;
  readonly origin: number;
  readonly target: number;
}

/** A flow with everything looked up once that calculations over it need. */
export interface FlowGraph {
  readonly flow: Flow;
  readonly size: number;
  readonly steps: readonly (Step | null)[];
  readonly nodeOf: ReadonlyMap<StepKey, number>;
  readonly next: readonly (readonly NextArc[])[];
  readonly previous: readonly (readonly NextArc[])[];
  readonly returns: readonly ReturnArc[];
  readonly returnsFrom: ReadonlyMap<number, readonly ReturnArc[]>;
  readonly losses: ReadonlyMap<number, readonly Quantity[]>;
  /** Nodes so that every plain way leads onward; null where `after` lines run in a circle. */
  readonly order: readonly number[] | null;
  readonly entries: ReadonlySet<number>;
  readonly stops: ReadonlySet<number>;
  /** Nodes to which a way leads; a branch of share 0 is a way, what is left behind `lost 100%` is none. */
  readonly reached: readonly boolean[];
  /** Nodes from which a way leads to an end (a branch that stops on purpose is one). */
  readonly leading: readonly boolean[];
  /** Nodes that count for lead time: a way leads to an end that work comes to and that is no stop (all, where every way stops). */
  readonly counted: readonly boolean[];
}

/** The flow of a stream with what every walk over it needs: ways in and out of each node, what is reached, what leads to an end. */
export function readGraph(stream: ValueStream): FlowGraph {
  const { flow } = stream;
  const size = flow.nodes.length;
  const bySteps = new Map(stream.steps.map((step) => [step.key, step]));
  const next: NextArc[][] = Array.from({ length: size }, () => []);
  const previous: NextArc[][] = Array.from({ length: size }, () => []);
  const returns: ReturnArc[] = [];
  for (const arc of flow.arcs) {
    const { from, to, share } = arc;
    if (arc.kind === 'RETURN') {
      returns.push({ arc, from, to, origin: arc.origin ?? from, target: arc.target ?? to });
    } else {
      const way = { from, to, share };
      next[from]?.push(way);
      previous[to]?.push(way);
    }
  }
  const stops = new Set(flow.stops ?? []);
  const entered = spread(size, flow.entries, (node) => (next[node] ?? []).map((arc) => arc.to));
  const comeTo = flow.ends.filter((end) => entered[end]);
  const finishes = comeTo.filter((end) => !stops.has(end));
  const carries = (arc: NextArc) =>
    arc.share === null || arc.share.high > 0 || flow.nodes[arc.from]?.kind === 'CHOICE';
  return {
    flow,
    size,
    steps: flow.nodes.map((node) => (node.kind === 'STEP' ? (bySteps.get(node.step) ?? null) : null)),
    nodeOf: new Map(
      flow.nodes.flatMap((node, index) => (node.kind === 'STEP' ? [[node.step, index] as const] : [])),
    ),
    next,
    previous,
    returns,
    returnsFrom: groupByKey(
      returns.filter((one) => !one.arc.time),
      (one) => one.from,
      (one) => one,
    ),
    losses: groupByKey(
      flow.losses,
      (loss) => loss.node,
      (loss) => loss.share,
    ),
    order: topologicalOrder(next, previous),
    entries: new Set(flow.entries),
    stops,
    reached: spread(size, flow.entries, (node) => (next[node] ?? []).filter(carries).map((arc) => arc.to)),
    leading: spread(size, flow.ends, (node) => (previous[node] ?? []).map((arc) => arc.from)),
    counted: spread(size, finishes.length > 0 ? finishes : comeTo, (node) =>
      (previous[node] ?? []).map((arc) => arc.from),
    ),
  };
}

/** A node before all that follow it; the lowest first where several are ready. Null where ways run in a circle. */
function topologicalOrder(
  next: readonly (readonly NextArc[])[],
  previous: readonly (readonly NextArc[])[],
): readonly number[] | null {
  const open = previous.map((arcs) => arcs.length);
  const ready: number[] = [];
  for (let node = open.length - 1; node >= 0; node -= 1) if (open[node] === 0) ready.push(node);
  const order: number[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order.push(node);
    const arcs = next[node] ?? [];
    for (let i = arcs.length - 1; i >= 0; i -= 1) {
      const to = arcs[i]?.to ?? 0;
      const left = (open[to] ?? 0) - 1;
      open[to] = left;
      if (left === 0) ready.push(to);
    }
  }
  return order.length === open.length ? order : null;
}

/** Which nodes can be reached from these, over the ways that `onward` tells. */
export function spread(
  size: number,
  from: readonly number[],
  onward: (node: number) => readonly number[],
): boolean[] {
  const seen = Array.from({ length: size }, () => false);
  const waiting = [...from];
  for (const node of waiting) seen[node] = true;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const to of onward(node)) {
      if (seen[to]) continue;
      seen[to] = true;
      waiting.push(to);
    }
  }
  return seen;
}

/** The values of the items by key, keys in the order in which they are met. */
export function groupByKey<T, K, V>(
  items: readonly T[],
  keyOf: (item: T) => K,
  valueOf: (item: T) => V,
): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(valueOf(item));
    else groups.set(keyOf(item), [valueOf(item)]);
  }
  return groups;
}
