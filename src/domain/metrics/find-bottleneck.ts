import {
  derivedSource,
  foldName,
  formatNumber,
  knownFigure,
  type FigureSource,
  type StepKey,
} from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import type { Bottleneck, StepMetrics } from './stream-metrics.js';

interface Work {
  readonly name: string;
  readonly steps: Step[];
  hours: number;
  low: number;
  high: number;
  measured: number;
  crew: number;
  readonly sources: FigureSource[];
}

/** The performer of today with the highest load for their hours, over all of their steps; null where no load is known. */
export function findBottleneck(
  stream: ValueStream,
  metrics: ReadonlyMap<StepKey, StepMetrics>,
): Bottleneck | null {
  const people = new Map(stream.people.map((person) => [foldName(person.name), person]));
  let most: { work: Work; capacity: number; sources: readonly FigureSource[] } | null = null;
  for (const [name, work] of workByPerformer(stream, metrics)) {
    const told = people.get(name)?.hoursPerWeek ?? null;
    const capacity = told ? told.likely : stream.calendar.paidHoursPerWeek * work.crew;
    if (work.measured === 0 || !(capacity > 0)) continue;
    const sources = told ? [...work.sources, told.source] : work.sources;
    if (!most || work.hours / capacity > (most.work.hours / most.capacity) * (1 + 1e-12))
      most = { work, capacity, sources };
  }
  if (!most) return null;
  const { work, capacity, sources } = most;
  const utilisation = knownFigure(work.hours / capacity, {
    unit: 'FRACTION',
    convention: CONVENTIONS.utilisation,
    measuredSteps: work.measured,
    ofSteps: work.steps.length,
    low: work.low / capacity,
    high: work.high / capacity,
    source: derivedSource(sources),
    note: `of ${formatNumber(capacity)} h a week`,
  });
  return { performer: work.name, steps: work.steps.map((step) => step.key), utilisation };
}

function workByPerformer(
  stream: ValueStream,
  metrics: ReadonlyMap<StepKey, StepMetrics>,
): ReadonlyMap<string, Work> {
  const works = new Map<string, Work>();
  for (const step of stream.steps) {
    if (step.outside) continue;
    const load = metrics.get(step.key)?.loadPerWeek;
    const parts = step.performers.length;
    for (const name of step.performers) {
      const work: Work = works.get(foldName(name)) ?? {
        name,
        steps: [],
        hours: 0,
        low: 0,
        high: 0,
        measured: 0,
        crew: 1,
        sources: [],
      };
      works.set(foldName(name), work);
      work.steps.push(step);
      if (parts === 1) work.crew = Math.max(work.crew, step.people);
      if (!load || load.value === null) continue;
      work.hours += load.value / parts;
      work.low += (load.low ?? load.value) / parts;
      work.high += (load.high ?? load.value) / parts;
      work.measured += 1;
      work.sources.push(load.source);
    }
  }
  return works;
}
