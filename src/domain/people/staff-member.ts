import { foldName, formatNumber } from '../shared/index.js';
import type { Person, StatedCapability, ValueStream } from '../stream/index.js';

/** Somebody of the staff: what they can do, their hours, the roles they fill by name, and what they wish, which is heard and never weighed. */
export interface StaffMember extends Person {
  readonly roles: readonly string[];
  readonly wishes: string | null;
  /** Who tells of them: a list of people, a person line of the napkin, or only the steps that name them behind @. */
  readonly toldBy: 'LIST' | 'NAPKIN' | 'STEPS';
}

/** Everybody who is known, each once, and what the sources say differently. */
export interface Staff {
  readonly members: readonly StaffMember[];
  readonly notes: readonly string[];
}

/**
 * Puts the person lines of a napkin, a list of people and the names behind @ together, in this order. Of somebody in
 * both, capabilities and roles add up, and the hours of the list count.
 */
export function gatherStaff(stream: ValueStream, listed: readonly StaffMember[]): Staff {
  const members = new Map<string, StaffMember>();
  const notes: string[] = [];
  for (const person of stream.people)
    join(members, notes, { ...person, roles: [], wishes: null, toldBy: 'NAPKIN' });
  for (const person of listed) join(members, notes, { ...person, toldBy: 'LIST' });
  for (const { performers } of stream.steps) {
    for (const name of performers) {
      if (members.has(foldName(name))) continue;
      members.set(foldName(name), {
        name,
        hoursPerWeek: null,
        capabilities: [],
        roles: [],
        wishes: null,
        toldBy: 'STEPS',
      });
    }
  }
  return { members: [...members.values()], notes };
}

function join(members: Map<string, StaffMember>, notes: string[], person: StaffMember): void {
  const folded = foldName(person.name);
  const before = members.get(folded);
  if (!before) return void members.set(folded, person);
  const hours = person.hoursPerWeek ?? before.hoursPerWeek;
  const [had, has] = [before.hoursPerWeek?.likely, person.hoursPerWeek?.likely];
  if (had !== undefined && has !== undefined && had !== has)
    notes.push(
      `${before.name} has ${formatNumber(had)} h a week in one place and ${formatNumber(has)} h in another; ${formatNumber(has)} h count. Put the wrong one right.`,
    );
  members.set(folded, {
    name: before.name,
    hoursPerWeek: hours,
    capabilities: eachOnce([...before.capabilities, ...person.capabilities]),
    roles: [...new Map([...before.roles, ...person.roles].map((role) => [foldName(role), role])).values()],
    wishes: [before.wishes, person.wishes].filter((text) => text !== null).join(' ') || null,
    toldBy: person.toldBy,
  });
}

function eachOnce(stated: readonly StatedCapability[]): StatedCapability[] {
  return [
    ...new Map(
      stated.map((each) => [`${foldName(each.name)}\n${each.level}\n${each.licence}`, each]),
    ).values(),
  ];
}
