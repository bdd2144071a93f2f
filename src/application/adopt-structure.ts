import type {
  LimitsContradict,
  StreamNotReady,
  StructureLimits,
  SuggestedStructure,
} from '../domain/index.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { requireRevision } from './problems.js';

export interface AdoptInput {
  /** The key of the stream. */
  readonly stream: string;
  readonly limits?: StructureLimits | null;
  /** The revision that the decision is based on; null does not ask. */
  readonly expectedRevision?: number | null;
}

export type AdoptionResult =
  { readonly kind: 'AdoptedStructure'; readonly planned: PlannedStream } | StreamNotReady | LimitsContradict;

/**
 * Adopts what the stream asks for within the limits, as it stands now; a stream that is not ready and limits that
 * contradict each other change nothing. Adopting again what is adopted changes nothing either.
 * A Fault CONFLICT where the stream has another revision than the expected one.
 */
export function adoptStructure(
  { unitOfWork, world, planner }: Parts,
  suggest: (planned: PlannedStream, limits: StructureLimits | null) => SuggestedStructure,
) {
  return (input: AdoptInput): Promise<AdoptionResult> =>
    unitOfWork.write(async (store) => {
      const planned = await planner.required(store, input.stream);
      requireRevision(planned.stored, input.expectedRevision);
      const proposal = suggest(planned, input.limits ?? null);
      if (proposal.kind !== 'StructureProposal') return proposal;

      const { id, revision, adopted } = planned.stored;
      if (adopted?.revision === revision && sameContent(adopted.proposal, proposal)) {
        return { kind: 'AdoptedStructure', planned };
      }
      await store.adopt(id, { revision, adoptedAt: world.now(), proposal });
      return { kind: 'AdoptedStructure', planned: await planner.required(store, input.stream) };
    });
}

function sameContent(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
