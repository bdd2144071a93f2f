import type { FlowArc, ValueStream } from '../../../domain/index.js';
import { groupBy } from './flow-outline.js';
import { placeTimes, type PlaceTime } from './place-times.js';

/** One way straight through the stream: its places in flow order, and what each adds. */
export interface StraightWay {
  readonly places: ReadonlySet<number>;
  /** These, and all branches that happen beside them. */
  readonly beside: ReadonlySet<number>;
  readonly times: ReadonlyMap<number, PlaceTime>;
}

/**
 * The way straight through without returns and losses, at each `either` by the branch that most units take (the first
 * of equals) of those that go on, and where branches run side by side by the one that takes longest.
 */
export function mostLikelyWay(stream: ValueStream): StraightWay {
  const { flow } = stream;
  const times = placeTimes(stream);
  const order = orderOf(flow.nodes.length, flow.arcs);
  const counted = leadingTo(finishesOf(stream), flow.nodes.length, flow.arcs);
  const onward = groupBy(keptArcs(stream, counted), (arc) => arc.from);
  const elapsed = new Map<number, { readonly time: number; readonly from: number | null }>();
  const reach = (place: number, time: number, from: number | null) => {
    const before = elapsed.get(place);
    if (!before || time > before.time) elapsed.set(place, { time, from });
  };
  for (const entry of flow.entries) reach(entry, 0, null);
  for (const place of order) {
    const start = elapsed.get(place);
    if (!start) continue;
    const own = counted.has(place) ? times.get(place) : undefined;
    const time = start.time + (own?.waiting ?? 0) + (own?.handsOn ?? 0);
    elapsed.set(place, { ...start, time });
    for (const arc of onward.get(place) ?? []) reach(arc.to, time, place);
  }
  return { ...wayBack(finishesOf(stream), elapsed), beside: new Set(elapsed.keys()), times };
}

type Elapsed = ReadonlyMap<number, { readonly time: number; readonly from: number | null }>;

function wayBack(finishes: readonly number[], elapsed: Elapsed): Pick<StraightWay, 'places'> {
  let last: number | null = null;
  for (const end of finishes) {
    const time = elapsed.get(end)?.time;
    if (time !== undefined && (last === null || time > (elapsed.get(last)?.time ?? 0))) last = end;
  }
  const places = new Set<number>();
  for (let place = last; place !== null && !places.has(place);) {
    places.add(place);
    place = elapsed.get(place)?.from ?? null;
  }
  return { places: new Set([...places].reverse()) };
}

/** All plain ways, of each choice only the one that most units take, of those that lead on to an end. */
function keptArcs({ flow }: ValueStream, counted: ReadonlySet<number>): readonly FlowArc[] {
  const plain = flow.arcs.filter((arc) => arc.kind === 'NEXT');
  return [...groupBy(plain, (arc) => arc.from)].flatMap(([from, arcs]) => {
    const taken =
      flow.nodes[from]?.kind === 'CHOICE' ? likeliest(arcs.filter((arc) => counted.has(arc.to))) : undefined;
    return taken ? [taken] : arcs;
  });
}

function likeliest(arcs: readonly FlowArc[]): FlowArc | undefined {
  let best: FlowArc | undefined;
  for (const arc of arcs) if (!best || (arc.share?.likely ?? 0) > (best.share?.likely ?? 0)) best = arc;
  return best;
}

/** Ends that are reached by going all the way; where every branch stops on purpose, those. */
function finishesOf({ flow }: ValueStream): readonly number[] {
  const stops = new Set(flow.stops ?? []);
  const finishes = flow.ends.filter((end) => !stops.has(end));
  return finishes.length > 0 ? finishes : flow.ends;
}

function leadingTo(ends: readonly number[], size: number, arcs: readonly FlowArc[]): ReadonlySet<number> {
  const incoming = groupBy(
    arcs.filter((arc) => arc.kind === 'NEXT'),
    (arc) => arc.to,
  );
  const seen = new Set(ends.filter((end) => end < size));
  for (const place of seen) for (const { from } of incoming.get(place) ?? []) seen.add(from);
  return seen;
}

function orderOf(size: number, arcs: readonly FlowArc[]): readonly number[] {
  const plain = arcs.filter((arc) => arc.kind === 'NEXT');
  const onward = groupBy(plain, (arc) => arc.from);
  const open = Array.from({ length: size }, () => 0);
  for (const arc of plain) open[arc.to] = (open[arc.to] ?? 0) + 1;
  const order = open.flatMap((count, place) => (count === 0 ? [place] : []));
  for (const place of order)
    for (const { to } of onward.get(place) ?? []) {
      open[to] = (open[to] ?? 1) - 1;
      if (open[to] === 0) order.push(to);
    }
  return order;
}
