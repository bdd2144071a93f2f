import type { Solving, StructureLimits, SuggestedStructure } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import type { Designer, JobAnswer } from './ports/index.js';
import { limitsKey, rememberAnswers } from './remember-answers.js';
import type { DesignedBefore } from './design/designed-before.js';
import { isFew, requireFewSteps } from './require-few-steps.js';

/** What the stream asks for within these limits; null takes none, and little work. */
export type Suggest = (
  planned: PlannedStream,
  limits?: StructureLimits | null,
  effort?: Solving['effort'] | null,
) => Promise<SuggestedStructure>;

/**
 * What the stream asks for within limits; equal limits are worked out once for as long as the stream stays as it is. A
 * Fault BAD_INPUT where a thorough search would take too long for one request, and was not made before.
 */
export function suggestStructure(designer: Designer, before: DesignedBefore): Suggest {
  const remembered = rememberAnswers<SuggestedStructure>();
  return async (planned, limits = null, effort = null) => {
    await planned.ready();
    const { understanding } = planned.plan;
    const asked = limits ?? {};
    const key = limitsKey(asked);
    const thorough = effort === 'THOROUGH';
    if (!thorough && key === '') return understanding.suggested;
    return remembered.of(understanding, `${effort ?? 'QUICK'} ${key}`, async () => {
      if (thorough && !isFew(planned.stored.steps.length)) {
        const found = await before(planned, { kind: 'STRUCTURE', effort: 'THOROUGH', limits: asked });
        if (found && isSuggested(found)) return found;
        requireFewSteps(planned.stored.steps.length, 'A thorough search');
      }
      const ground = { ...planned.told(), limits: asked, effort: effort ?? 'QUICK' };
      const { answer } = await designer.design<'STRUCTURE'>({ kind: 'STRUCTURE', ...ground }).designed;
      return answer;
    });
  };
}

function isSuggested(answer: JobAnswer): answer is SuggestedStructure {
  return (
    answer.kind === 'StructureProposal' ||
    answer.kind === 'StreamNotReady' ||
    answer.kind === 'LimitsContradict'
  );
}
