import { acceptDraft } from '../../src/domain/stream/index.js';
import { BUILT_IN_CATALOGUE } from '../../src/domain/capability/index.js';
import { readNapkin } from '../../src/domain/napkin/index.js';
import {
  groundStream,
  proposeStructure,
  type Role,
  type StructureGround,
  type StructureLimits,
  type StructureProposal,
  type SuggestedStructure,
} from '../../src/domain/structure/index.js';

/** The ground of the first stream of a napkin. */
export function groundOfNapkin(text: string): StructureGround {
  const draft = readNapkin(text).drafts[0];
  if (!draft) throw new Error('no stream in this napkin');
  return groundStream(acceptDraft(draft).stream, BUILT_IN_CATALOGUE);
}

/** What is suggested, which must be a proposal. */
export function proposalOf(ground: StructureGround, limits: StructureLimits = {}): StructureProposal {
  return asProposal(proposeStructure(ground, limits));
}

export function asProposal(suggested: SuggestedStructure): StructureProposal {
  if (suggested.kind !== 'StructureProposal') throw new Error(JSON.stringify(suggested));
  return suggested;
}

/** The roles that hold a step, by their names. */
export function rolesHolding(proposal: StructureProposal, step: string): string[] {
  return holders(proposal, step).map(({ name }) => name);
}

/** true where one role holds all of these steps. */
export function oneRoleHolds(proposal: StructureProposal, ...steps: readonly string[]): boolean {
  const [first, ...others] = steps.map((step) => holders(proposal, step).map(({ key }) => key));
  return (first ?? []).some((key) => others.every((keys) => keys.includes(key)));
}

function holders(proposal: StructureProposal, step: string): Role[] {
  const roles = proposal.roles.filter((role) => role.steps.some((key) => key === step));
  if (roles.length === 0) throw new Error(`no role holds ${step}`);
  return roles;
}
