import { foldName } from '../shared/index.js';
import { listNames } from '../responsibility/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { AbilityBook, AblePerson } from './able-people.js';
import type { NearPerson } from './staffing-assessment.js';

const MOST = 3;
const MOST_NAMED = 2;
const ORDER: readonly NearPerson['how'][] = ['LEVEL_TOO_LOW', 'LICENCE_MISSING', 'SAME_FAMILY'];

interface Ranked extends NearPerson {
  /** Of two who are near in the same way the one with more comes first: the level, or capabilities of the family. */
  readonly much: number;
}

/** The people nearest to a demand who do not meet it: the capability at a lower level, without its licence, then others of its family; a licence is not learned on the way, so its family is not near it. */
export function nearestPeople(book: AbilityBook, demand: CapabilityDemand): NearPerson[] {
  const ranked = book.fits(demand).flatMap(({ person, fit }): Ranked[] => {
    if (fit === 'FITS') return [];
    const near = fit === 'LACKS' ? ofTheFamily(person, demand) : hasIt(person, demand, fit);
    return near ? [near] : [];
  });
  const byName = (a: Ranked, b: Ranked): number => (foldName(a.name) < foldName(b.name) ? -1 : 1);
  return ranked
    .sort((a, b) => ORDER.indexOf(a.how) - ORDER.indexOf(b.how) || b.much - a.much || byName(a, b))
    .slice(0, MOST)
    .map(({ name, how, text }) => ({ name, how, text }));
}

function hasIt(
  { member, skills }: AblePerson,
  demand: CapabilityDemand,
  how: 'LEVEL_TOO_LOW' | 'LICENCE_MISSING',
): Ranked {
  const level = skills.get(demand.capability.key)?.level ?? null;
  const { name } = demand.capability;
  const text =
    how === 'LICENCE_MISSING'
      ? `has ${name} without the licence`
      : level === null
        ? `has ${name}, no level told, where ${demand.level} is asked`
        : `has ${name} at level ${level}, where ${demand.level} is asked`;
  return { name: member.name, how, text, much: level ?? 0 };
}

function ofTheFamily({ member, families }: AblePerson, demand: CapabilityDemand): Ranked | null {
  const { family, licence } = demand.capability;
  const known = family === null ? [] : (families.get(family) ?? []);
  if (licence || known.length === 0) return null;
  const text = `can do ${listNames(known, 'and', MOST_NAMED)}, work of the same kind`;
  return { name: member.name, how: 'SAME_FAMILY', text, much: known.length };
}
