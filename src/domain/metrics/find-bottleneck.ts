import { derivedSource, foldName, formatNumber, knownFigure, type StepKey } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import { loadPerformers, type PerformerLoad } from './performer-loads.js';
import type { Bottleneck, StepMetrics } from './stream-metrics.js';

/** The performer of today with the highest load for their hours, over all of their steps; null where no load is known. */
export function findBottleneck(
  stream: ValueStream,
  metrics: ReadonlyMap<StepKey, StepMetrics>,
): Bottleneck | null {
  const people = new Map(stream.people.map((person) => [foldName(person.name), person]));
  let most: { load: PerformerLoad; used: number } | null = null;
  const told = (folded: string) => people.get(folded)?.hoursPerWeek ?? null;
  const capacityOf = (folded: string) => told(folded)?.likely ?? stream.calendar.paidHoursPerWeek;
  for (const [folded, load] of loadPerformers(stream.steps, metrics)) {
    const capacity = capacityOf(folded);
    if (load.measured === 0 || !(capacity > 0)) continue;
    const used = load.hours / capacity;
    if (!most || used > most.used * (1 + 1e-12)) most = { load, used };
  }
  if (!most) return null;
  const { load, used } = most;
  const folded = foldName(load.name);
  const capacity = capacityOf(folded);
  const hoursTold = told(folded);
  const utilisation = knownFigure(used, {
    unit: 'FRACTION',
    convention: CONVENTIONS.utilisation,
    calendar: stream.calendar,
    measuredSteps: load.measured,
    ofSteps: load.parts.length,
    low: load.low / capacity,
    high: load.high / capacity,
    source: derivedSource(hoursTold ? [...load.sources, hoursTold.source] : load.sources),
    note: `of ${formatNumber(capacity)} h a week`,
  });
  return { performer: load.name, steps: load.parts.map(({ step }) => step.key), utilisation };
}
