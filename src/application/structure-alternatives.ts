import {
  structureFront,
  type LimitsContradict,
  type Solving,
  type StreamNotReady,
  type StructureFront,
  type StructureLimits,
} from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import { limitsKey, rememberAnswers } from './remember-answers.js';
import { requireFewSteps } from './require-few-steps.js';

/** The choice from fewest people to fewest hand-offs, or why there is none. */
export type Alternatives = (
  planned: PlannedStream,
  limits?: StructureLimits | null,
) => StructureFront | StreamNotReady | LimitsContradict;

/**
 * The choice within limits; equal limits are worked out once for as long as the stream stays as it is. A Fault BAD_INPUT
 * where the stream has too many steps for that.
 */
export function structureAlternatives(solving?: Solving): Alternatives {
  const remember = rememberAnswers<ReturnType<Alternatives>>();
  return ({ plan }, limits = null) => {
    requireFewSteps(plan.stream, 'Weighing alternatives', 'headwater alternatives FILE');
    const { goals: _, relax: __, ...asked } = limits ?? {};
    const { understanding } = plan;
    return remember(understanding, limitsKey(asked), () => structureFront(understanding, asked, solving));
  };
}
