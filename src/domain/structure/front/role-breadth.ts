import type { Role } from '../role.js';

type Breadth = Pick<Role, 'name' | 'positions' | 'capabilities'>;

/** A generalist holds at least so many capabilities, and so many times the average of the roles. */
const GENERALIST_FROM = 3;
const GENERALIST_TIMES = 1.5;

/** Capabilities that one person needs on average: each role counts with its people, with one where those are not known. */
export function breadthOfPeople(roles: readonly Breadth[]): number {
  const people = roles.reduce((sum, { positions }) => sum + (positions ?? 1), 0);
  const held = roles.reduce((sum, role) => sum + (role.positions ?? 1) * role.capabilities.length, 0);
  return held / Math.max(1, people);
}

/** Names of the roles that hold many capabilities beside the others. */
export function generalistsOf(roles: readonly Breadth[]): readonly string[] {
  const all = roles.reduce((sum, { capabilities }) => sum + capabilities.length, 0);
  const least = Math.max(GENERALIST_FROM, (GENERALIST_TIMES * all) / Math.max(1, roles.length));
  return roles.filter(({ capabilities }) => capabilities.length >= least).map(({ name }) => name);
}

/** Names of the roles that hold one capability where others hold more. */
export function specialistsOf(roles: readonly Breadth[]): readonly string[] {
  if (roles.every(({ capabilities }) => capabilities.length <= 1)) return [];
  return roles.filter(({ capabilities }) => capabilities.length === 1).map(({ name }) => name);
}
