import { alternativeBy, type SuggestedStructure } from '../../domain/index.js';
import { partOfCompany } from '../adopt-company-part.js';
import type { PlannedStream } from '../planned-stream.js';
import { Fault, type JobAnswer } from '../ports/index.js';
import type { DesignJob } from './design-job.js';

/**
 * The structure that a design found for a stream as it still stands, of a company the part of that stream. A Fault
 * NOT_FOUND where there is no such design or alternative, CONFLICT where the stream was drawn again since, BAD_INPUT
 * where it found no structure to adopt.
 */
export function designed(
  planned: PlannedStream,
  job: DesignJob | null,
  answer: JobAnswer | null,
  alternative: string | null,
): SuggestedStructure {
  const { stored } = planned;
  const made = job && [job, ...job.others].find(({ streamId }) => streamId === stored.id);
  if (!made)
    throw new Fault('NOT_FOUND', `"${stored.key}" has no such design, or no longer. Ask for it anew.`);
  const { revision } = made;
  if (revision !== stored.revision)
    throw new Fault(
      'CONFLICT',
      `The design was made for revision ${revision} of "${stored.key}", and the present one is ${stored.revision}: nothing was stored. Ask for it anew.`,
    );
  return structureIn(planned, answer, alternative);
}

function structureIn(
  planned: PlannedStream,
  answer: JobAnswer | null,
  alternative: string | null,
): SuggestedStructure {
  switch (answer?.kind) {
    case 'StructureFront': {
      const found = alternative === null ? null : alternativeBy(answer, alternative);
      if (found) return found;
      const named =
        alternative === null
          ? 'Name one of them'
          : `It has no alternative "${alternative}"; name one that it has`;
      throw new Fault('BAD_INPUT', `The design holds several alternatives. ${named}.`);
    }
    case 'StructureProposal':
    case 'StreamNotReady':
    case 'LimitsContradict':
      return answer;
    case 'CompanyStructure':
    case 'CompanyNotReady':
    case 'CompanyNotPossible':
    case 'CompanyLimitsContradict':
      return partOfCompany(planned, answer);
    case 'Growth':
    case 'GrowthNotPossible':
    case 'Sensitivity':
    case undefined:
      throw new Fault(
        'BAD_INPUT',
        'The design holds no structure that could be adopted: it has not ended, or it was asked for something else.',
      );
  }
}
