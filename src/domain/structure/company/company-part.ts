import { formatNumber, type StepKey } from '../../shared/index.js';
import { fingerprintOf } from '../fingerprint.js';
import { partTime } from '../limit-notes.js';
import type { Role } from '../role.js';
import { settleLimits } from '../settle-limits.js';
import { settleStructure } from '../settle-structure.js';
import type { StructureGround } from '../structure-ground.js';
import type { StructureLimits, StructureProposal } from '../structure-proposal.js';
import { companyKey } from './company-ground.js';
import type { CompanyRole, CompanyStructure } from './company-structure.js';

/**
 * What one stream takes of a company, as a structure of its own: the roles that serve it, with its steps only, under the
 * keys and names that they have in all streams, and sized by its own hours. null where the company is not one of this
 * stream as it stands.
 */
export function companyPart(company: CompanyStructure, ground: StructureGround): StructureProposal | null {
  const { stream } = ground;
  const served = company.streams.find(({ key }) => key === stream.key);
  const limits = limitsOfPart(company, ground);
  if (served?.restsOn !== fingerprintOf(ground, settleLimits(limits, stream))) return null;
  const { restsOn: _, ...whole } = company.proposal;
  const kept = { ...whole, limits: settleLimits(limits, stream), roles: rolesOfPart(company, ground) };
  const part = settleStructure(ground, { revision: 0, adoptedAt: '', proposal: kept });
  // A shared role is combined with other work already.
  const shared = company.roles.filter(({ serves }) => serves.length > 1).map(({ key }) => key);
  const combined = new Set(partTime(part.roles.filter(({ key }) => shared.includes(key))));
  const names = company.streams.map(({ name }) => name);
  return {
    ...part,
    method: `the part of "${stream.name}" in one structure over ${names.length} streams (${whole.method})`,
    notes: [
      ...company.roles.flatMap((role) => sharedNote(role, company, stream.key)),
      ...part.notes.filter((note) => !combined.has(note)),
    ],
  };
}

/** The limits of a company as far as they are about one of its streams, with its steps by their own keys. */
export function limitsOfPart(
  { proposal: { limits } }: Pick<CompanyStructure, 'proposal'>,
  ground: StructureGround,
): StructureLimits {
  const own = ownKeys(ground);
  const sets = (of: readonly (readonly StepKey[])[] = []): StepKey[][] =>
    of.map(own).filter((set) => set.length > 1);
  const pins = (limits.pins ?? []).map(({ role, steps }) => ({ role, steps: own(steps) }));
  return {
    ...limits,
    apart: sets(limits.apart),
    together: sets(limits.together),
    pins: pins.filter(({ steps }) => steps.length > 0),
  };
}

function ownKeys({ stream }: StructureGround): (keys: readonly StepKey[]) => StepKey[] {
  const keyOf = new Map(stream.steps.map(({ key }) => [companyKey(stream.key, key), key]));
  return (keys) => keys.flatMap((key) => keyOf.get(key) ?? []);
}

function rolesOfPart({ proposal }: CompanyStructure, ground: StructureGround): Role[] {
  const own = ownKeys(ground);
  const named = new Map(ground.demands.map(({ capability }) => [capability.key, capability]));
  return proposal.roles.flatMap((role): Role[] => {
    const demands = role.demands.flatMap((demand) => own([demand.step]).map((step) => ({ ...demand, step })));
    if (demands.length === 0) return [];
    const held = new Set(demands.map(({ capability }) => capability));
    const capabilities = [...held].flatMap((key) => named.get(key) ?? []);
    return [{ ...role, steps: own(role.steps), demands, capabilities }];
  });
}

/** What whoever reads one stream has to know of a role that works for others as well. */
function sharedNote(
  { name, positions, serves }: CompanyRole,
  { streams }: CompanyStructure,
  key: CompanyStructure['streams'][number]['key'],
): string[] {
  const mine = serves.find(({ stream }) => stream === key);
  if (!mine || serves.length < 2) return [];
  const others = serves.filter(({ stream }) => stream !== key).map(({ stream }) => `"${nameOf(stream)}"`);
  const size =
    positions === null || mine.share === null
      ? ''
      : `: ${positions} ${positions === 1 ? 'position' : 'positions'} for all of them together, of which this stream pays for ${formatNumber(mine.share * positions)}`;
  return [`"${name}" is one role with that of ${others.join(' and ')}${size}.`];

  function nameOf(stream: string): string {
    return streams.find((one) => one.key === stream)?.name ?? stream;
  }
}
