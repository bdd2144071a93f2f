import { foldName } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import type { Role } from '../role.js';
import type { ClosestToToday } from './closest-to-today.js';

/** Roles that people of today hold among them, where somebody stands in more than one. */
export interface SeveralSeats {
  /** Of all of these roles. */
  readonly positions: number;
  /** As written first, in the order in which they are kept. */
  readonly people: readonly string[];
  /** What the roles ask for in a week over what so many people work; null where not all of it is measured. */
  readonly share: number | null;
}

/**
 * How many people of today hold the positions of the roles in which somebody stands who stands in another one too. null
 * where nobody does, and where a name may stand for several people: fewer names than positions, or than people at a step.
 * capacity: working seconds a week of one position.
 */
export function severalSeats(
  { kept, proposal }: Pick<ClosestToToday, 'kept' | 'proposal'>,
  { steps }: Pick<ValueStream, 'steps'>,
  capacity: number,
): SeveralSeats | null {
  const peopleIn = new Map<string, string[]>();
  const rolesOf = new Map<string, string[]>();
  const written = new Map<string, string>();
  for (const { performer, role } of kept) {
    const folded = foldName(performer);
    peopleIn.set(role, [...(peopleIn.get(role) ?? []), folded]);
    rolesOf.set(folded, [...(rolesOf.get(folded) ?? []), role]);
    if (!written.has(folded)) written.set(folded, performer);
  }
  const reached = new Set([...rolesOf.values()].flatMap((roles) => (roles.length > 1 ? roles : [])));
  const folded = new Set<string>();
  for (const role of reached)
    for (const name of peopleIn.get(role) ?? []) {
      folded.add(name);
      for (const other of rolesOf.get(name) ?? []) reached.add(other);
    }
  const roles = proposal.roles.filter(({ name }) => reached.has(name));
  if (roles.length === 0 || roles.some((role) => role.positions !== peopleIn.get(role.name)?.length))
    return null;
  const held = new Set(roles.flatMap((role) => role.steps));
  if (steps.some(({ key, people, performers }) => held.has(key) && people > performers.length)) return null;
  const people = [...written].flatMap(([name, as]) => (folded.has(name) ? [as] : []));
  const positions = roles.reduce((sum, role) => sum + (role.positions ?? 0), 0);
  return { positions, people, share: shareOf(roles, people.length * capacity) };
}

function shareOf(roles: readonly Role[], seconds: number): number | null {
  const hours = roles.map(({ hoursPerWeek }) => (hoursPerWeek.atLeast ? null : hoursPerWeek.value));
  return hours.reduce(
    (sum: number | null, each) => (sum === null || each === null ? null : sum + (each * 3600) / seconds),
    0,
  );
}
