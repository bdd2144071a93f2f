import {
  alternativeBy,
  type LimitsContradict,
  type Solving,
  type StreamNotReady,
  type StructureLimits,
  type SuggestedCompany,
} from '../domain/index.js';
import { logStanding } from './log-standing.js';
import { partOfCompany } from './adopt-company-part.js';
import type { DesignedCompany } from './design-company.js';
import { designed } from './design/designed-structure.js';
import type { DesignJobs } from './design/design-jobs.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { Fault } from './ports/index.js';
import { requireRevision } from './problems.js';
import type { Alternatives } from './structure-alternatives.js';
import type { Suggest } from './suggest-structure.js';

export interface AdoptInput {
  /** The key of the stream. */
  readonly stream: string;
  readonly limits?: StructureLimits | null;
  /** The id of one of its alternatives; null adopts what is suggested. */
  readonly alternative?: string | null;
  readonly effort?: Solving['effort'] | null;
  /** The id of a design that has ended: what it found is adopted, or the alternative of it that is named. */
  readonly design?: string | null;
  /** The keys of other streams: the part of this one in a structure over all of them is adopted. */
  readonly company?: readonly string[] | null;
  /** The revision that the decision is based on; null does not ask. */
  readonly expectedRevision?: number | null;
}

export type AdoptionResult =
  { readonly kind: 'AdoptedStructure'; readonly planned: PlannedStream } | StreamNotReady | LimitsContradict;

/**
 * Adopts what the stream asks for within the limits, as it stands now, or one of its alternatives, or its part of a company; a stream that is not ready and limits that
 * contradict each other change nothing. Adopting again what is adopted changes nothing either.
 * A Fault CONFLICT where the stream has another revision than the expected one, NOT_FOUND where it has no such alternative.
 */
export function adoptStructure(
  { unitOfWork, world, planner }: Parts,
  suggest: Suggest,
  alternatives: Alternatives,
  designs: Pick<DesignJobs, 'find' | 'answer'>,
  designCompany: (keys: readonly string[], limits?: StructureLimits) => Promise<DesignedCompany>,
) {
  const companyOf = async ({ stream, company, design, limits }: AdoptInput) =>
    company == null || design != null
      ? null
      : (await designCompany([stream, ...company], limits ?? {})).company;

  const chosen = async (
    planned: PlannedStream,
    { limits = null, alternative, effort, design }: AdoptInput,
    company: SuggestedCompany | null,
  ) => {
    if (company) return partOfCompany(planned, company);
    if (design !== null && design !== undefined)
      return designed(planned, await designs.find(design), await designs.answer(design), alternative ?? null);
    if (alternative === null || alternative === undefined) return suggest(planned, limits, effort);
    const front = await alternatives(planned, limits);
    if (front.kind !== 'StructureFront') return front;
    const found = alternativeBy(front, alternative);
    if (found) return found;
    throw new Fault(
      'NOT_FOUND',
      `This stream has no alternative "${alternative}" within these limits as it stands now. Read its alternatives again, then adopt one of them.`,
    );
  };

  return async (input: AdoptInput): Promise<AdoptionResult> => {
    // Designed before the write begins, which holds up all others; within it, it is remembered.
    const before = await planner.readied(unitOfWork, input.stream);
    requireRevision(before.stored, input.expectedRevision);
    const company = await companyOf(input);
    await chosen(before, input, company);
    return unitOfWork.write(async (store) => {
      const planned = await planner.required(store, input.stream);
      requireRevision(planned.stored, input.expectedRevision);
      const proposal = await chosen(planned, input, company);
      if (proposal.kind !== 'StructureProposal') return proposal;

      const { id, revision, adopted } = planned.stored;
      if (adopted?.revision === revision && sameContent(adopted.proposal, proposal)) {
        return { kind: 'AdoptedStructure', planned };
      }
      await store.adopt(id, { revision, adoptedAt: world.now(), proposal });
      const now = await planner.required(store, input.stream);
      await logStanding(store, world, [planned, now], 'STRUCTURE');
      return { kind: 'AdoptedStructure', planned: now };
    });
  };
}

function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
