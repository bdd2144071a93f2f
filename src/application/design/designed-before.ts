import type { StructureLimits } from '../../domain/index.js';
import type { PlannedStream } from '../planned-stream.js';
import type { JobAnswer, JobQuestion, UnitOfWork } from '../ports/index.js';
import { groundOf, questionKey } from './design-ground.js';

/** What a design has found about a stream as it stands; null where none was asked that, or it has not ended. */
export type DesignedBefore = (
  planned: PlannedStream,
  asked: Pick<JobQuestion, 'kind' | 'effort'> & { readonly limits: StructureLimits },
) => Promise<JobAnswer | null>;

/** Looks for an answer among the designs that are kept: what was worked out once, on whatever server, is not refused for being long. */
export function designedBefore({ unitOfWork }: { readonly unitOfWork: UnitOfWork }): DesignedBefore {
  return ({ stored }, { kind, effort, limits }) =>
    unitOfWork.read(async (store) => {
      const aliases = await store.learnedAliases();
      const none = Object.keys(limits).length === 0;
      for (const given of none ? [null, limits] : [limits]) {
        const question = { kind, effort, limits: given, times: null, most: null };
        const found = await store.designs.standing(
          stored.id,
          questionKey(groundOf(stored, aliases, question)),
        );
        if (found?.state === 'DONE') return (await store.designs.answers([found.id])).get(found.id) ?? null;
      }
      return null;
    });
}
