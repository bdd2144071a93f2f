import type { LimitsContradict, StreamNotReady, StructureFront, StructureLimits } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import type { Designer } from './ports/index.js';
import { limitsKey, rememberAnswers } from './remember-answers.js';
import type { DesignedBefore } from './design/designed-before.js';
import { isFew, requireFewSteps } from './require-few-steps.js';

/** The choice from fewest people to fewest hand-offs, or why there is none. */
export type Alternatives = (
  planned: PlannedStream,
  limits?: StructureLimits | null,
) => Promise<AlternativesAnswer>;

export type AlternativesAnswer = StructureFront | StreamNotReady | LimitsContradict;

/**
 * The choice within limits; equal limits are worked out once for as long as the stream stays as it is. A Fault BAD_INPUT
 * where the stream has too many steps for that within one request, and it was not weighed before.
 */
export function structureAlternatives(designer: Designer, before: DesignedBefore): Alternatives {
  const remembered = rememberAnswers<AlternativesAnswer>();
  return async (planned, limits = null) => {
    await planned.ready();
    const asked = withoutGoals(limits ?? {});
    return remembered.of(planned.plan.understanding, limitsKey(asked), async () => {
      if (!isFew(planned.stored.steps.length)) {
        const found = await before(planned, { kind: 'ALTERNATIVES', effort: 'QUICK', limits: asked });
        if (found?.kind === 'StructureFront') return found;
        requireFewSteps(planned.stored.steps.length, 'Weighing alternatives');
      }
      const ground = { ...planned.told(), limits: asked, effort: 'QUICK' as const };
      return (await designer.design<'ALTERNATIVES'>({ kind: 'ALTERNATIVES', ...ground }).designed).answer;
    });
  };
}

function withoutGoals(limits: StructureLimits): StructureLimits {
  const { goals: _, relax: __, ...asked } = limits;
  return asked;
}
