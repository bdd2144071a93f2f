import { foldName, type FigureSource, type StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { StepMetrics } from './stream-metrics.js';

/** What one performer of today has to do in a week, for each head that stands behind the name. */
export interface PerformerLoad {
  readonly name: string;
  /** Their steps in the order of the text; hours a week are null where nobody knows them. */
  readonly parts: readonly { readonly step: Step; readonly hours: number | null }[];
  /** Sums of the known hours a week, and at both ends of every range. */
  readonly hours: number;
  readonly low: number;
  readonly high: number;
  readonly measured: number;
  /** Where the hours come from. */
  readonly sources: readonly FigureSource[];
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };

/** How many heads share the load of a step: the people on it, or those who are named (at least so many) where they are more. */
export function headsOn(step: Step, named = 0): number {
  return Math.max(1, step.people, step.performers.length, named);
}

/** The load of every performer of today over all of their steps, by folded name, in the order in which they are first named. */
export function loadPerformers(
  steps: readonly Step[],
  metrics: ReadonlyMap<StepKey, Pick<StepMetrics, 'loadPerWeek'>>,
): ReadonlyMap<string, PerformerLoad> {
  const loads = new Map<string, Writable<PerformerLoad>>();
  for (const step of steps) {
    if (step.outside) continue;
    const figure = metrics.get(step.key)?.loadPerWeek;
    const heads = headsOn(step);
    for (const name of step.performers) {
      const load = loads.get(foldName(name)) ?? idle(name);
      loads.set(foldName(name), load);
      const value = figure?.value ?? null;
      load.parts.push({ step, hours: value === null ? null : value / heads });
      if (!figure || value === null) continue;
      load.hours += value / heads;
      load.low += (figure.low ?? value) / heads;
      load.high += (figure.high ?? value) / heads;
      load.measured += 1;
      load.sources.push(figure.source);
    }
  }
  return loads;
}

function idle(name: string): Writable<PerformerLoad> {
  return { name, parts: [], hours: 0, low: 0, high: 0, measured: 0, sources: [] };
}
