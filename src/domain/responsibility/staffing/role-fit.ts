import type { CapabilityKey, StepKey } from '../../shared/index.js';
import type { CapabilityDemand } from '../../capability/index.js';
import type { Role } from '../../structure/index.js';
import { personFit, type Fit, type Skill } from '../skill.js';

/** A demand of a role that somebody does not meet, and how far away it is. */
export interface MissingSkill {
  readonly demand: CapabilityDemand;
  readonly fit: Exclude<Fit, 'FITS'>;
}

/** What somebody brings of what a role demands: every demand is on one of the two sides. */
export interface RoleFit {
  readonly brings: readonly CapabilityDemand[];
  /** The hardest demand of each capability that is not met, in the order of the role. */
  readonly missing: readonly MissingSkill[];
}

/** Holds what somebody can do against the demands that a role carries. */
export function fitRole(
  skills: ReadonlyMap<CapabilityKey, Skill>,
  carried: readonly CapabilityDemand[],
): RoleFit {
  const brings: CapabilityDemand[] = [];
  const missing = new Map<CapabilityKey, MissingSkill>();
  for (const demand of carried) {
    const fit = personFit(skills, demand);
    const before = missing.get(demand.capability.key);
    if (fit === 'FITS') brings.push(demand);
    else if (!before || isHarder(demand, before.demand)) missing.set(demand.capability.key, { demand, fit });
  }
  return { brings, missing: [...missing.values()] };
}

/** The demands that a role carries, in its order. */
export function carriedBy(
  role: Role,
  demandsOf: ReadonlyMap<StepKey, readonly CapabilityDemand[]>,
): CapabilityDemand[] {
  return role.demands.flatMap(
    ({ step, capability }) =>
      demandsOf.get(step)?.find((demand) => demand.capability.key === capability) ?? [],
  );
}

function isHarder(demand: CapabilityDemand, than: CapabilityDemand): boolean {
  if (demand.capability.licence !== than.capability.licence) return demand.capability.licence;
  return (demand.level ?? 0) > (than.level ?? 0);
}
