import {
  proposeStructure,
  type Solving,
  type StructureLimits,
  type SuggestedStructure,
} from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import { limitsKey, rememberAnswers } from './remember-answers.js';
import { requireFewSteps } from './require-few-steps.js';

/** What the stream asks for within these limits; null takes none, and little work. */
export type Suggest = (
  planned: PlannedStream,
  limits?: StructureLimits | null,
  effort?: Solving['effort'] | null,
) => SuggestedStructure;

/**
 * What the stream asks for within limits; equal limits are worked out once for as long as the stream stays as it is. A
 * Fault BAD_INPUT where a thorough search would take too long.
 */
export function suggestStructure(solving?: Solving): Suggest {
  const remember = rememberAnswers<SuggestedStructure>();
  return ({ plan }, limits = null, effort = null) => {
    const { understanding } = plan;
    const asked = limits ?? {};
    const key = limitsKey(asked);
    if (effort !== 'THOROUGH') {
      if (key === '') return understanding.suggested;
      return remember(understanding, key, () => proposeStructure(understanding, asked, solving));
    }
    requireFewSteps(plan.stream, 'A thorough search', 'headwater plan FILE --thorough');
    const thorough = solving && { ...solving, effort };
    return remember(understanding, `THOROUGH ${key}`, () => proposeStructure(understanding, asked, thorough));
  };
}
