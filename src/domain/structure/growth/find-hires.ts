import type { Role } from '../role.js';
import { shapeRoles, type ShapedRoles } from '../role-shape.js';
import type { SettledLimits } from '../settle-limits.js';
import type { StructureGround } from '../structure-ground.js';
import type { Hire } from './growth.js';

/** The load of a role as demand grows: a fixed part, and one for each time today's demand; seconds a week. */
interface GrowingRole {
  readonly name: string;
  readonly fixed: number;
  readonly perTime: number;
  readonly positions: number;
}

/** Roles whose load is known at any demand. */
export interface GrowingRoles {
  readonly roles: readonly GrowingRole[];
  /** Working seconds a week of one position. */
  readonly capacity: number;
}

/** Hires that are listed. */
const MOST_HIRES = 200;
const TOLERANCE = 1e-9;

/** Kept roles on today's ground and on that of a larger demand, between which each load is a straight line. */
export function growingRoles(
  today: StructureGround,
  larger: { readonly ground: StructureGround; readonly times: number },
  kept: readonly Role[],
  limits: SettledLimits,
): GrowingRoles {
  const places = new Map(today.demands.map(({ step, capability }, at) => [`${step} ${capability.key}`, at]));
  const held = kept
    .map(({ name, demands }) => ({
      name,
      set: demands.flatMap(({ step, capability }) => places.get(`${step} ${capability}`) ?? []),
    }))
    .filter(({ set }) => set.length > 0)
    .sort((a, b) => first(a.set) - first(b.set));
  const shaped = (ground: StructureGround): ShapedRoles =>
    shapeRoles(
      ground,
      limits,
      held.map(({ set }) => set),
    );
  const [now, then] = [shaped(today), shaped(larger.ground)];
  const roles = now.roles.map(({ load, positions }, at): GrowingRole => {
    const perTime = Math.max(0, ((then.roles[at]?.load ?? load) - load) / (larger.times - 1));
    return { name: held[at]?.name ?? '', fixed: load - perTime, perTime, positions };
  });
  return { roles, capacity: now.capacity };
}

function first(set: readonly number[]): number {
  return set.reduce((least, at) => Math.min(least, at), Infinity);
}

/** Positions of all roles at so many times the demand. */
export function positionsAt({ roles, capacity }: GrowingRoles, times: number): number {
  return roles.reduce((sum, role) => sum + positionsOfRole(role, capacity, times), 0);
}

function positionsOfRole(
  { fixed, perTime, positions }: GrowingRole,
  capacity: number,
  times: number,
): number {
  return Math.max(positions, Math.ceil(((fixed + perTime * times) / capacity) * (1 - TOLERANCE)));
}

/**
 * Every position that is added up to so many times the demand, in the order in which it is needed: a role of n
 * positions takes one more where its load passes n times what one position works.
 */
export function findHires(
  growing: GrowingRoles,
  upTo: number,
  demandPerWeek: number,
): { readonly hires: readonly Hire[]; readonly more: number } {
  const { roles, capacity } = growing;
  const found = roles.flatMap((role, at) => {
    const last = positionsOfRole(role, capacity, upTo);
    const count = Math.min(MOST_HIRES, last - role.positions);
    return Array.from({ length: count }, (_, nth) => {
      const from = role.positions + nth;
      return { at, role: role.name, from, times: (from * capacity - role.fixed) / role.perTime };
    });
  });
  found.sort((a, b) => a.times - b.times || a.at - b.at || a.from - b.from);
  const today = positionsAt(growing, 1);
  const hires = found.slice(0, MOST_HIRES).map(({ role, from, times }, nth): Hire => {
    const above = Math.max(1, times);
    return {
      role,
      times: above,
      demandPerWeek: demandPerWeek * above,
      from,
      to: from + 1,
      positions: today + nth + 1,
    };
  });
  return { hires, more: positionsAt(growing, upTo) - today - hires.length };
}
