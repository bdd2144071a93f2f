import type { FlowArc, Quantity, Step, ValueStream } from '../../../domain/index.js';
import { groupBy } from './flow-outline.js';

/** What a place adds to the time of one unit that passes once: working seconds; null where nobody has measured it. */
export interface PlaceTime {
  readonly waiting: number | null;
  readonly handsOn: number | null;
}

/** One way straight through the stream: its places in flow order, and what each adds. */
export interface StraightWay {
  readonly places: ReadonlySet<number>;
  /** These, and all branches that happen beside them. */
  readonly beside: ReadonlySet<number>;
  readonly times: ReadonlyMap<number, PlaceTime>;
}

/**
 * The way straight through without returns and losses, at each `either` by the branch that most units take (the first
 * of equals), and where branches run side by side by the one that takes longest.
 */
export function mostLikelyWay(stream: ValueStream): StraightWay {
  const { flow } = stream;
  const kept = keptArcs(stream);
  const times = timesOf(stream);
  const onward = groupBy(kept, (arc) => arc.from);
  const order = orderOf(flow.nodes.length, flow.arcs);
  const counted = leadingTo(finishesOf(stream), flow.nodes.length, flow.arcs);
  const elapsed = new Map<number, { readonly time: number; readonly from: number | null }>();
  const reach = (place: number, time: number, from: number | null) => {
    const before = elapsed.get(place);
    if (!before || time > before.time) elapsed.set(place, { time, from });
  };
  for (const entry of flow.entries) reach(entry, 0, null);
  for (const place of order) {
    skipStoppedBranch(stream, place, elapsed, reach);
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

/** Where the branch that most units take stops on purpose, the stream goes on behind the block all the same. */
function skipStoppedBranch(
  { flow }: ValueStream,
  place: number,
  elapsed: Elapsed,
  reach: (place: number, time: number, from: number) => void,
): void {
  const node = flow.nodes[place];
  if (node?.kind !== 'MERGE' || elapsed.has(place)) return;
  const choice = elapsed.get(node.partner);
  const opener = flow.nodes[node.partner];
  if (choice && opener && 'partner' in opener && opener.partner === place)
    reach(place, choice.time, node.partner);
}

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

/** All plain ways, of each choice only the one that most units take. */
function keptArcs({ flow }: ValueStream): readonly FlowArc[] {
  const plain = flow.arcs.filter((arc) => arc.kind === 'NEXT');
  return [...groupBy(plain, (arc) => arc.from)].flatMap(([from, arcs]) =>
    flow.nodes[from]?.kind === 'CHOICE' ? arcs.filter((arc) => arc === likeliest(arcs)) : arcs,
  );
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

/** What every place adds; gates and steps with a rhythm of their own add nothing and are left out. */
function timesOf(stream: ValueStream): ReadonlyMap<number, PlaceTime> {
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  const times = new Map<number, PlaceTime>();
  stream.flow.nodes.forEach((node, place) => {
    if (node.kind === 'WAIT') times.set(place, { waiting: node.time.likely, handsOn: 0 });
    if (node.kind === 'STOCK') times.set(place, { waiting: stockTime(stream, node.units), handsOn: 0 });
    const step = node.kind === 'STEP' ? steps.get(node.step) : undefined;
    if (step && step.everySeconds === null) times.set(place, timeOfStep(step));
  });
  return times;
}

/** Of a step done outside that nobody has timed by hand, only its lead time counts. */
function timeOfStep({ processTime, leadTime, outside }: Step): PlaceTime {
  if (outside && !processTime) return { waiting: leadTime?.likely ?? null, handsOn: 0 };
  if (!leadTime) return { waiting: 0, handsOn: processTime?.likely ?? null };
  if (!processTime) return { waiting: leadTime.likely, handsOn: null };
  return {
    waiting: Math.max(0, leadTime.likely - processTime.likely),
    handsOn: Math.min(processTime.likely, leadTime.likely),
  };
}

/** A stock as time: units over the demand; null where nobody has said how many units enter. */
export function stockTime({ calendar, demandPerWeek }: ValueStream, units: Quantity): number | null {
  if (!demandPerWeek || !(demandPerWeek.likely > 0)) return null;
  return (units.likely / demandPerWeek.likely) * calendar.daysPerWeek * calendar.secondsPerDay;
}
