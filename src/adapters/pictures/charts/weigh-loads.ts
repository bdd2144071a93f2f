import { foldName, type Step, type StreamMetrics, type ValueStream } from '../../../domain/index.js';

/** Work content for one entering unit, of one person: working seconds, null where it is not measured. */
export interface Load {
  readonly name: string;
  readonly seconds: number | null;
  /** The sum leaves out steps that nobody has measured. */
  readonly atLeast: boolean;
}

/** Work content of every step of ours, in the order of the stream; rework and losses are in it. */
export function weighSteps(stream: ValueStream, metrics: StreamMetrics): readonly Load[] {
  return stream.steps
    .filter((step) => !step.outside)
    .map((step) => {
      const effort = effortOf(step, stream, metrics);
      const seconds = effort === null ? null : effort / step.people;
      return { name: `${step.position} ${step.name}`, seconds, atLeast: false };
    });
}

/** Work content of everyone who is named; several performers of a step share it, and a crew counts its people. */
export function weighPerformers(stream: ValueStream, metrics: StreamMetrics): readonly Load[] {
  const loads = new Map<string, { name: string; seconds: number; known: number; of: number; crew: number }>();
  for (const step of stream.steps) {
    if (step.outside) continue;
    const effort = effortOf(step, stream, metrics);
    for (const name of step.performers) {
      const load = loads.get(foldName(name)) ?? { name, seconds: 0, known: 0, of: 0, crew: 1 };
      loads.set(foldName(name), load);
      load.of += 1;
      if (step.performers.length === 1) load.crew = Math.max(load.crew, step.people);
      if (effort === null) continue;
      load.known += 1;
      load.seconds += effort / step.performers.length;
    }
  }
  return [...loads.values()].map(({ name, seconds, known, of, crew }) => ({
    name: crew > 1 ? `${name} × ${crew}` : name,
    seconds: known === 0 ? null : seconds / crew,
    atLeast: known < of,
  }));
}

/** Working seconds of all people on a step for one entering unit; null where something in it is not known. */
export function effortOf(step: Step, { demandPerWeek }: ValueStream, metrics: StreamMetrics): number | null {
  const figures = metrics.steps.get(step.key);
  const load = figures?.loadPerWeek.value ?? null;
  if (load !== null && demandPerWeek && demandPerWeek.likely > 0) return (load * 3600) / demandPerWeek.likely;
  const visits = figures?.visitsPerUnit.value ?? null;
  if (visits === null || !step.processTime || step.outside) return null;
  return visits * step.processTime.likely * step.people;
}
