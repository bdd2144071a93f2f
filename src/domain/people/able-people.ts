import { gatherBy } from './gather-by.js';
import { findCapability, type CapabilityDemand } from '../capability/index.js';
import {
  carriedBy,
  personFit,
  skillNames,
  skillsOf,
  type Fit,
  type GateContext,
  type Skill,
} from '../responsibility/index.js';
import type { Role } from '../structure/index.js';
import type { CapabilityKey, StepKey } from '../shared/index.js';
import type { StaffMember } from './staff-member.js';

/** A member of the staff with their skills by capability; told: somebody has said what they can do. */
export interface AblePerson {
  readonly member: StaffMember;
  readonly skills: ReadonlyMap<CapabilityKey, Skill>;
  /** Names of capabilities by family. */
  readonly families: ReadonlyMap<string, readonly string[]>;
  readonly told: boolean;
}

/** What the staff can do, held against what the stream demands; asking for the same demand twice costs nothing. */
export interface AbilityBook {
  readonly people: readonly AblePerson[];
  /** false: nobody has said what anybody can do. */
  readonly told: boolean;
  readonly demandsOf: ReadonlyMap<StepKey, readonly CapabilityDemand[]>;
  /** What a role demands, each kind of demand once. */
  readonly asked: ReadonlyMap<Role, readonly CapabilityDemand[]>;
  /** Who meets a demand, in the order of the staff. */
  able(demand: CapabilityDemand): readonly AblePerson[];
  /** How far everybody is from a demand, in the order of the staff, unknown people left out. */
  fits(demand: CapabilityDemand): readonly { readonly person: AblePerson; readonly fit: Fit }[];
}

/** Opens the book once for a staff. */
export function openAbilityBook(
  { demands, catalogue, structure }: GateContext,
  members: readonly StaffMember[],
): AbilityBook {
  const people = members.map((member): AblePerson => {
    const skills = skillsOf(member, catalogue);
    const known = skillNames(skills).map((name) => findCapability(catalogue, name));
    const families = gatherBy(known, ({ family }) => family ?? '');
    families.delete('');
    const named = new Map([...families].map(([family, each]) => [family, each.map(({ name }) => name)]));
    return { member, skills, families: named, told: skills.size > 0 };
  });
  const known = people.filter(({ told }) => told);
  const demandsOf = gatherBy(demands, ({ step }) => step);
  const remembered = new Map<string, readonly AblePerson[]>();
  const fits: AbilityBook['fits'] = (demand) =>
    known.map((person) => ({ person, fit: personFit(person.skills, demand) }));
  return {
    people,
    told: known.length > 0,
    demandsOf,
    asked: new Map((structure?.roles ?? []).map((role) => [role, eachKindOnce(carriedBy(role, demandsOf))])),
    fits,
    able: (demand) => {
      const kind = kindOf(demand);
      const found =
        remembered.get(kind) ?? fits(demand).flatMap(({ person, fit }) => (fit === 'FITS' ? [person] : []));
      remembered.set(kind, found);
      return found;
    },
  };
}

function eachKindOnce(demands: readonly CapabilityDemand[]): CapabilityDemand[] {
  const first = new Map<string, CapabilityDemand>();
  for (const demand of demands) if (!first.has(kindOf(demand))) first.set(kindOf(demand), demand);
  return [...first.values()];
}

/** What tells two demands apart for somebody who is to meet them. */
export function kindOf({ capability, level }: CapabilityDemand): string {
  return `${capability.key}\n${level ?? ''}\n${capability.licence}`;
}
