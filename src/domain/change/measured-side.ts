import {
  balanceWork,
  behindTakt,
  loadPerformers,
  measureStream,
  probeStream,
  weighForces,
  type ForcesWeight,
  type StreamMetrics,
} from '../metrics/index.js';
import { foldName, formatPercent, type Figure, type StepKey } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';

/** A performer of today with the part of their hours that is asked for. */
export interface Utilised {
  readonly name: string;
  readonly used: number;
}

/** One of two streams that are set side by side, with all that its measures are read from. */
export interface MeasuredSide {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
  readonly forces: ForcesWeight;
  /** People that the work content asks for at takt. */
  readonly operators: Figure;
  /** Everybody of whom a load is known, by folded name. */
  readonly used: ReadonlyMap<string, Utilised>;
  /** Of one entering unit, what comes through to an end; null where it cannot be reckoned. */
  readonly through: number | null;
}

/** A stream measured for a comparison; in about linear time. */
export function measureSide(stream: ValueStream): MeasuredSide {
  const metrics = measureStream(stream);
  return {
    stream,
    metrics,
    forces: weighForces(stream, metrics),
    operators: balanceWork(stream, metrics, []).operators,
    used: utilisedIn(stream, metrics),
    through: unitsThrough(stream),
  };
}

function utilisedIn(stream: ValueStream, { steps }: StreamMetrics): ReadonlyMap<string, Utilised> {
  const hours = new Map(stream.people.map((person) => [foldName(person.name), person.hoursPerWeek?.likely]));
  const used = new Map<string, Utilised>();
  for (const [folded, load] of loadPerformers(stream.steps, steps)) {
    const capacity = hours.get(folded) ?? stream.calendar.paidHoursPerWeek;
    if (load.measured > 0 && capacity > 0) used.set(folded, { name: load.name, used: load.hours / capacity });
  }
  return used;
}

/** What is passed on at the ends of the flow: what comes to them, less what goes back or is lost there. */
function unitsThrough(stream: ValueStream): number | null {
  const probe = probeStream(stream);
  if (typeof probe === 'string') return null;
  const { flow } = stream;
  const stops = new Set(flow.stops ?? []);
  const leaving = new Map<number, number>();
  const leave = (node: number, share: number) => leaving.set(node, (leaving.get(node) ?? 0) + share);
  for (const { kind, from, share, time } of flow.arcs)
    if (kind === 'RETURN' && !time) leave(from, share?.likely ?? 0);
  for (const { node, share } of flow.losses) leave(node, share.likely);
  const ends = flow.ends.filter((end) => !stops.has(end));
  return ends.reduce((sum, end) => sum + probe.visits(end) * Math.max(0, 1 - (leaving.get(end) ?? 0)), 0);
}

/** Who is asked for more than their hours, the most loaded first; `of` is the share of the work that is looked at. */
export function overCapacity({ used }: MeasuredSide, of = 1): readonly Utilised[] {
  return [...used.values()].filter((one) => one.used > (1 + 1e-9) * of).sort((a, b) => b.used - a.used);
}

/** Of those over capacity after, who was less loaded before. */
export function furtherOver(before: MeasuredSide, after: MeasuredSide): readonly Utilised[] {
  return overCapacity(after).filter(
    ({ name, used }) => used > (before.used.get(foldName(name))?.used ?? 0) + 1e-9,
  );
}

const MOST_NAMED = 3;

/** `Bob 112 %, Cem 104 %`. */
export function tellUtilised(people: readonly Utilised[]): string {
  const told = people.slice(0, MOST_NAMED).map(({ name, used }) => `${name} ${formatPercent(used)}`);
  const more = people.length - told.length;
  return `${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The name of a step in quotes; null where there is none. */
export function nameOfStep({ stream }: MeasuredSide, key: StepKey | null): string | null {
  const step = key === null ? undefined : stream.steps.find((one) => one.key === key);
  return step ? `"${step.name}"` : null;
}

/** The steps that fall behind takt by their stoppages and changeovers, and did not before, or do so by more. */
export function furtherBehind(before: MeasuredSide, after: MeasuredSide): readonly string[] {
  const shareOf = ({ metrics }: MeasuredSide, key: StepKey) =>
    metrics.stations.stations.find(({ step }) => step === key)?.againstTakt.value ?? 0;
  return behindTakt(after.metrics.stations)
    .filter((key) => shareOf(after, key) > shareOf(before, key) + 1e-9)
    .flatMap((key) => nameOfStep(after, key) ?? []);
}
