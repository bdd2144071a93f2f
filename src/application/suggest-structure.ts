import type { Solving, StructureLimits, SuggestedStructure } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import type { Designer } from './ports/index.js';
import { limitsKey, rememberAnswers } from './remember-answers.js';
import { requireFewSteps } from './require-few-steps.js';

/** What the stream asks for within these limits; null takes none, and little work. */
export type Suggest = (
  planned: PlannedStream,
  limits?: StructureLimits | null,
  effort?: Solving['effort'] | null,
) => Promise<SuggestedStructure>;

/** What was suggested, and a way to put in what was worked out otherwise. */
export interface Suggestions {
  readonly suggest: Suggest;
  readonly keep: (
    planned: PlannedStream,
    limits: StructureLimits,
    effort: Solving['effort'],
    found: SuggestedStructure,
  ) => void;
}

/**
 * What the stream asks for within limits; equal limits are worked out once for as long as the stream stays as it is. A
 * Fault BAD_INPUT where a thorough search would take too long for one request, and was not made before.
 */
export function suggestStructure(designer: Designer): Suggestions {
  const remembered = rememberAnswers<SuggestedStructure>();
  const suggest: Suggest = async (planned, limits = null, effort = null) => {
    await planned.ready();
    const { understanding } = planned.plan;
    const asked = limits ?? {};
    const key = limitsKey(asked);
    const thorough = effort === 'THOROUGH';
    if (!thorough && key === '') return understanding.suggested;
    return remembered.of(understanding, `${effort ?? 'QUICK'} ${key}`, async () => {
      if (thorough) requireFewSteps(planned.stored.steps.length, 'A thorough search');
      const ground = { ...planned.told(), limits: asked, effort: effort ?? 'QUICK' };
      const { answer } = await designer.design<'STRUCTURE'>({ kind: 'STRUCTURE', ...ground }).designed;
      return answer;
    });
  };
  return {
    suggest,
    keep: ({ plan }, limits, effort, found) =>
      remembered.keep(plan.understanding, `${effort} ${limitsKey(limits)}`, found),
  };
}
