import type { LimitsContradict, StreamNotReady, StructureFront, StructureLimits } from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';
import type { Designer } from './ports/index.js';
import { limitsKey, rememberAnswers } from './remember-answers.js';
import { requireFewSteps } from './require-few-steps.js';

/** The choice from fewest people to fewest hand-offs, or why there is none. */
export type Alternatives = (
  planned: PlannedStream,
  limits?: StructureLimits | null,
) => Promise<AlternativesAnswer>;

export type AlternativesAnswer = StructureFront | StreamNotReady | LimitsContradict;

/** The choices that were weighed, and a way to put in one that was weighed otherwise. */
export interface WeighedAlternatives {
  readonly alternatives: Alternatives;
  readonly keep: (planned: PlannedStream, limits: StructureLimits, answer: AlternativesAnswer) => void;
}

/**
 * The choice within limits; equal limits are worked out once for as long as the stream stays as it is. A Fault BAD_INPUT
 * where the stream has too many steps for that within one request, and it was not weighed before.
 */
export function structureAlternatives(designer: Designer): WeighedAlternatives {
  const remembered = rememberAnswers<AlternativesAnswer>();
  return {
    alternatives: async (planned, limits = null) => {
      await planned.ready();
      const asked = withoutGoals(limits ?? {});
      return remembered.of(planned.plan.understanding, limitsKey(asked), async () => {
        requireFewSteps(planned.stored.steps.length, 'Weighing alternatives');
        const ground = { ...planned.told(), limits: asked, effort: 'QUICK' as const };
        const { answer } = await designer.design<'ALTERNATIVES'>({ kind: 'ALTERNATIVES', ...ground })
          .designed;
        return answer;
      });
    },
    keep: ({ plan }, limits, answer) =>
      remembered.keep(plan.understanding, limitsKey(withoutGoals(limits)), answer),
  };
}

function withoutGoals(limits: StructureLimits): StructureLimits {
  const { goals: _, relax: __, ...asked } = limits;
  return asked;
}
