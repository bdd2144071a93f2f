import { balanceWork, stepCarriers, type StreamMetrics } from '../../metrics/index.js';
import type { Figure, StepKey } from '../../shared/index.js';
import type { Step, ValueStream } from '../../stream/index.js';

/** What a line is made from. */
export interface PaceGround {
  readonly stream: ValueStream;
  readonly metrics: StreamMetrics;
}

/** A step on the line: what it asks for, and how many people have to stand at its station. */
export interface LineStep {
  readonly step: Step;
  readonly content: Figure;
  readonly people: number;
}

const TOLERANCE = 1e-9;

/** The own steps that every unit sets to work, in stream order, each with the people that it asks for at this takt (working seconds). */
export function stepsOnLine({ stream, metrics }: PaceGround, takt: number): readonly LineStep[] {
  const contents = new Map<StepKey | undefined, Figure>();
  for (const { steps, workContent } of balanceWork(stream, metrics, stepCarriers(stream)).carriers)
    contents.set(steps[0], workContent);
  return stream.steps.flatMap((step) => {
    const content = contents.get(step.key);
    if (!content || step.outside || step.everySeconds !== null) return [];
    const turns = Math.ceil(((content.value ?? 0) / step.people / takt) * (1 - TOLERANCE));
    return [{ step, content, people: step.people * Math.max(1, turns) }];
  });
}
