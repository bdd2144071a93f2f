import { exactly, foldName, type Calendar, type StepKey, type StreamKey } from '../../shared/index.js';
import { READINESS_RUNGS } from '../../metrics/index.js';
import type { Person, Step } from '../../stream/index.js';
import type { DesignGround, StructureGround } from '../structure-ground.js';
import type { CompanyStep } from './company-structure.js';

/** Several streams as one ground; what belongs to one of them is found by its place among the parts. */
export interface CompanyGround extends DesignGround {
  readonly parts: readonly DesignGround[];
  /** The streams that were put together, as they are by themselves, in the order of the parts. */
  readonly streams: readonly StructureGround[];
  /** By the key that a step has among the steps of all. */
  readonly steps: ReadonlyMap<StepKey, CompanyStep>;
}

/**
 * Streams as one: steps of all, each under a key of its own and a name that tells it from others; who is seen doing
 * what in all of them; transfers and loads of one week, which is the same week everywhere; one working calendar and
 * one number of paid hours. Where nobody has said how many units enter one stream but not all, one unit a week is taken.
 */
export function companyGround(streams: readonly StructureGround[]): CompanyGround {
  const inOrder = [...streams].sort((a, b) => compareKeys(a.stream.key, b.stream.key));
  const calendar = companyCalendar(inOrder);
  const nameOf = namesOf(inOrder);
  const steps = new Map<StepKey, CompanyStep>();
  const calendars = new Map<StepKey, Calendar>();
  const parts = inOrder.map((ground) => {
    for (const { key, name } of ground.stream.steps) {
      const companys = companyKey(ground.stream.key, key);
      steps.set(companys, { stream: ground.stream.key, key, name, label: nameOf(ground, name) });
      calendars.set(companys, ground.stream.calendar);
    }
    return partOf(ground, calendar, steps);
  });
  const [first] = inOrder;
  if (!first) throw new Error('A company has at least one stream');
  return {
    ...together(parts, inOrder, calendar),
    catalogue: first.catalogue,
    parts,
    calendars,
    streams: inOrder,
    steps,
  };
}

/** The key of a step among those of several streams. */
export function companyKey(stream: StreamKey, step: StepKey): StepKey {
  return `${stream}/${step}` as StepKey;
}

function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The calendar of the stream with most steps inside, the first of equal ones; the fewest hours that any of them pays a person for. */
function companyCalendar(streams: readonly StructureGround[]): Calendar {
  const [largest] = [...streams].sort((a, b) => b.demands.length - a.demands.length);
  const paid = streams.map(({ stream }) => stream.calendar.paidHoursPerWeek);
  if (!largest) throw new Error('A company has at least one stream');
  return { ...largest.stream.calendar, paidHoursPerWeek: Math.min(...paid) };
}

/** Steps of one name in two streams are told with their stream. */
function namesOf(streams: readonly StructureGround[]): (ground: StructureGround, name: string) => string {
  const counts = new Map<string, number>();
  for (const { stream } of streams)
    for (const name of new Set(stream.steps.map((step) => foldName(step.name))))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return ({ stream }, name) => ((counts.get(foldName(name)) ?? 0) > 1 ? `${name} (${stream.name})` : name);
}

function partOf(
  { stream, metrics, readiness, demands, catalogue }: StructureGround,
  calendar: Calendar,
  named: ReadonlyMap<StepKey, CompanyStep>,
): DesignGround {
  const keyOf = (step: StepKey): StepKey => companyKey(stream.key, step);
  const keysOf = (steps: readonly StepKey[]): StepKey[] => steps.map(keyOf);
  // A line number would not say of which napkin.
  const steps = stream.steps.map((step): Step => {
    const key = keyOf(step.key);
    const name = named.get(key)?.label ?? step.name;
    return { ...step, key, name, line: null, approves: keysOf(step.approves), checks: keysOf(step.checks) };
  });
  return {
    stream: {
      name: stream.name,
      calendar,
      demandPerWeek: stream.demandPerWeek,
      steps,
      apart: stream.apart.map(keysOf),
      together: stream.together.map(keysOf),
      people: stream.people,
    },
    metrics: {
      steps: new Map([...metrics.steps].map(([key, figures]) => [keyOf(key), figures])),
      transfers: metrics.transfers.map((one) => ({ ...one, from: keyOf(one.from), to: keyOf(one.to) })),
    },
    readiness,
    demands: demands.map((demand) => ({ ...demand, step: keyOf(demand.step) })),
    catalogue,
  };
}

function together(
  parts: readonly DesignGround[],
  streams: readonly StructureGround[],
  calendar: Calendar,
): Omit<DesignGround, 'catalogue'> {
  const rungs = streams.map(({ readiness }) => READINESS_RUNGS.indexOf(readiness.rung));
  const rung = READINESS_RUNGS[Math.min(...rungs)] ?? 'SKETCHED';
  const isTold = parts.some(({ stream }) => stream.demandPerWeek !== null);
  const unitsOf = ({ stream }: DesignGround): number => stream.demandPerWeek?.likely ?? 1;
  return {
    stream: {
      name: 'Company',
      calendar,
      // Transfers are those of a week already: one week of all streams is the unit.
      demandPerWeek: isTold ? exactly(1, 'DERIVED') : null,
      steps: parts.flatMap(({ stream }) => stream.steps).map((step, at) => ({ ...step, position: at + 1 })),
      apart: parts.flatMap(({ stream }) => stream.apart),
      together: parts.flatMap(({ stream }) => stream.together),
      people: peopleOf(parts),
    },
    metrics: {
      steps: new Map(parts.flatMap(({ metrics }) => [...metrics.steps])),
      transfers: parts.flatMap((part) =>
        part.metrics.transfers.map((one) => ({ ...one, perUnit: one.perUnit * unitsOf(part) })),
      ),
    },
    readiness: { rung, missing: [], unconnected: [] },
    demands: parts.flatMap(({ demands }) => demands),
  };
}

/** Each person once, as the first stream tells them. */
function peopleOf(parts: readonly DesignGround[]): readonly Person[] {
  const people = new Map<string, Person>();
  for (const person of parts.flatMap(({ stream }) => stream.people))
    if (!people.has(foldName(person.name))) people.set(foldName(person.name), person);
  return [...people.values()];
}
