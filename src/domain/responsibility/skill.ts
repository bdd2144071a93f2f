import { keyFromName, type CapabilityKey } from '../shared/index.js';
import { findCapability, type CapabilityDemand, type Catalogue } from '../capability/index.js';
import type { Person } from '../stream/index.js';

/** What somebody can do. level null: nobody has said; a role is staffed at the level that its steps ask for. */
export interface Skill {
  readonly name: string;
  readonly level: number | null;
  readonly licence: boolean;
}

/** How well a skill answers a demand. */
export type Fit = 'FITS' | 'LEVEL_TOO_LOW' | 'LICENCE_MISSING' | 'LACKS';

/**
 * What a person line says, by capability; of two mentions the higher level counts. Another name of a capability stands
 * for it and also for itself: a step that is called just so, and states nothing, asks for its own activity.
 */
export function skillsOf(person: Person, catalogue: Catalogue): ReadonlyMap<CapabilityKey, Skill> {
  const skills = new Map<CapabilityKey, Skill>();
  for (const stated of person.capabilities) {
    const { key, name } = findCapability(catalogue, stated.name, stated.licence);
    for (const each of new Set([key, keyFromName(stated.name) as CapabilityKey])) {
      const before = skills.get(each);
      const levels = [before?.level ?? null, stated.level].filter((level) => level !== null);
      const level = levels.length > 0 ? Math.max(...levels) : null;
      skills.set(each, { name, level, licence: stated.licence || before?.licence === true });
    }
  }
  return skills;
}

/** The names of what somebody can do, each once, in the order in which they were told. */
export function skillNames(skills: ReadonlyMap<CapabilityKey, Skill>): string[] {
  return [...new Set([...skills.values()].map(({ name }) => name))];
}

/** Holds what a person can do against what a step demands: the capability, its licence, its level. */
export function personFit(skills: ReadonlyMap<CapabilityKey, Skill>, demand: CapabilityDemand): Fit {
  const skill = skills.get(demand.capability.key);
  if (!skill) return 'LACKS';
  if (demand.capability.licence && !skill.licence) return 'LICENCE_MISSING';
  if (demand.level === null) return 'FITS';
  return skill.level !== null && skill.level >= demand.level ? 'FITS' : 'LEVEL_TOO_LOW';
}
