import type { StructureProposal } from './structure-proposal.js';

/** A proposal that somebody adopted, as it was at that revision of the stream. */
export interface AdoptedStructure {
  readonly revision: number;
  readonly adoptedAt: string;
  readonly proposal: StructureProposal;
}
