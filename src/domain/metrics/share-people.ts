import {
  derivedSource,
  foldName,
  formatNumber,
  knownFigure,
  unknownFigure,
  type Figure,
  type Quantity,
  type StreamKey,
} from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import { loadPerformers, type PerformerLoad } from './performer-loads.js';
import type { StreamMetrics } from './stream-metrics.js';

/** A performer of today who works in several streams: their hours are one person's, and the work adds up. */
export interface SharedPerson {
  readonly name: string;
  /** In the order of the streams; hours a week that are known, at least so many where measured is below steps. */
  readonly streams: readonly {
    readonly stream: StreamKey;
    readonly name: string;
    readonly hours: number;
    readonly measured: number;
    readonly steps: number;
  }[];
  /** Hours of work a week over all of these streams, for each head behind the name. */
  readonly hoursPerWeek: Figure;
  /** The same / the hours that the person has: those of the first person line, else what a calendar pays at most. */
  readonly utilisation: Figure;
}

interface Shared {
  readonly name: string;
  readonly parts: { readonly stream: ValueStream; readonly load: PerformerLoad }[];
}

/** Everybody who is named in more than one of these streams, the most loaded first. */
export function sharePeople(
  measured: readonly { readonly stream: ValueStream; readonly metrics: StreamMetrics }[],
): readonly SharedPerson[] {
  const people = new Map<string, Shared>();
  for (const { stream, metrics } of measured) {
    for (const [folded, load] of loadPerformers(stream.steps, metrics.steps)) {
      const known = people.get(folded) ?? { name: load.name, parts: [] };
      people.set(folded, known);
      known.parts.push({ stream, load });
    }
  }
  const shared = [...people.values()].filter(({ parts }) => parts.length > 1).map(weigh);
  return shared.sort((a, b) => (b.utilisation.value ?? -1) - (a.utilisation.value ?? -1));
}

function weigh({ name, parts }: Shared): SharedPerson {
  const sum = (of: (load: PerformerLoad) => number) => parts.reduce((all, { load }) => all + of(load), 0);
  const told = hoursTold(name, parts);
  const capacity = told?.likely ?? Math.max(...parts.map(({ stream }) => stream.calendar.paidHoursPerWeek));
  const sources = parts.flatMap(({ load }) => load.sources);
  const ground = {
    convention: CONVENTIONS.sharedPeople,
    measuredSteps: sum((load) => load.measured),
    ofSteps: sum((load) => load.parts.length),
    source: derivedSource(told ? [...sources, told.source] : sources),
  };
  const hours = sum((load) => load.hours);
  const [low, high] = [sum((load) => load.low), sum((load) => load.high)];
  const none = 'no load of any of these steps is known';
  const known = ground.measuredSteps > 0;
  const load = { ...ground, unit: 'HOURS_PER_WEEK', low, high } as const;
  const share = { ...ground, unit: 'FRACTION', note: `of ${formatNumber(capacity)} h a week` } as const;
  return {
    name,
    streams: parts.map(({ stream, load: part }) => ({
      stream: stream.key,
      name: stream.name,
      hours: part.hours,
      measured: part.measured,
      steps: part.parts.length,
    })),
    hoursPerWeek: known ? knownFigure(hours, load) : unknownFigure(none, load),
    utilisation:
      known && capacity > 0
        ? knownFigure(hours / capacity, { ...share, low: low / capacity, high: high / capacity })
        : unknownFigure(known ? 'the hours of the person are 0' : none, share),
  };
}

function hoursTold(name: string, parts: Shared['parts']): Quantity | null {
  const folded = foldName(name);
  for (const { stream } of parts) {
    const person = stream.people.find((one) => foldName(one.name) === folded);
    if (person?.hoursPerWeek) return person.hoursPerWeek;
  }
  return null;
}
