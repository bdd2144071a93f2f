import { keyFromName } from '../../shared/index.js';
import type { RoleShape, ShapedRoles } from '../role-shape.js';
import { streamsOfSteps } from '../streams-of-steps.js';

/** The names given to roles so far, by the streams that the roles work in. */
export interface NamesMet {
  /** Whether it works in several streams. */
  isShared(role: RoleShape): boolean;
  /** Whether a role that works in one of the same streams has that name. */
  before(role: RoleShape, name: string): boolean;
  note(role: RoleShape, name: string): void;
}

/** No names so far. Roles of one stream all meet; those of several streams put together meet where they share one. */
export function namesMet(shaped: ShapedRoles): NamesMet {
  const streamsOf = streamsOfSteps(shaped);
  if (streamsOf === null) return { isShared: () => false, before: () => true, note: () => undefined };
  const given = new Map<string, Set<number>>();
  return {
    isShared: (role) => streamsOf(role.steps).size > 1,
    before(role, name) {
      const there = given.get(keyFromName(name));
      return there === undefined || [...streamsOf(role.steps)].some((stream) => there.has(stream));
    },
    note(role, name) {
      for (const key of [keyFromName(name), keyFromName(turned(name))]) {
        const there = given.get(key) ?? new Set();
        for (const stream of streamsOf(role.steps)) there.add(stream);
        given.set(key, there);
      }
    },
  };
}

/** "Waiter and Cook" of "Cook and Waiter", which would be taken for one. */
export function turned(name: string): string {
  return name.split(' and ').reverse().join(' and ');
}
