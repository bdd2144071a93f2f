import type { StructureLimits, SuggestedCompany } from '../../domain/index.js';
import type { PlannedStream } from '../planned-stream.js';
import type { JobAnswer, Reading, UnitOfWork } from '../ports/index.js';
import { companyGroundOf, companyQuestion, questionKey } from './design-ground.js';

/** What a design has found about several streams as they stand; null where none was asked that, or it has not ended. */
export type CompanyBefore = (
  streams: readonly PlannedStream[],
  limits: StructureLimits,
) => Promise<SuggestedCompany | null>;

/** Looks for a company among the designs that are kept, a thorough one first: what was worked out once, on whatever server, is not refused for being long. */
export function companyBefore({ unitOfWork }: { readonly unitOfWork: UnitOfWork }): CompanyBefore {
  return (streams, limits) =>
    unitOfWork.read(async (store) => {
      for (const effort of ['THOROUGH', 'QUICK'] as const) {
        const found = await doneBefore(store, streams, limits, effort);
        if (found && isCompany(found)) return found;
      }
      return null;
    });
}

async function doneBefore(
  store: Reading,
  streams: readonly PlannedStream[],
  limits: StructureLimits,
  effort: 'THOROUGH' | 'QUICK',
): Promise<JobAnswer | null> {
  const [first, ...others] = streams
    .map(({ stored }) => stored)
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  if (!first) return null;
  const asked = companyQuestion({ effort, limits });
  const ground = companyGroundOf(first, others, await store.learnedAliases(), asked);
  const design = await store.designs.standing(first.id, questionKey(ground));
  if (design?.state !== 'DONE') return null;
  return (await store.designs.answers([design.id])).get(design.id) ?? null;
}

function isCompany(answer: JobAnswer): answer is SuggestedCompany {
  switch (answer.kind) {
    case 'CompanyStructure':
    case 'CompanyNotReady':
    case 'CompanyNotPossible':
    case 'CompanyLimitsContradict':
      return true;
    case 'StructureProposal':
    case 'StructureFront':
    case 'StreamNotReady':
    case 'LimitsContradict':
    case 'Growth':
    case 'GrowthNotPossible':
    case 'Sensitivity':
      return false;
  }
}
