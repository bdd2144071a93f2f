import { insideTransfers } from '../hand-offs.js';
import type { ShapedRoles } from '../role-shape.js';
import { PriorityQueue } from '../solver/priority-queue.js';
import { smallTeam, type RoleGroups } from './role-groups.js';

interface Group {
  readonly roles: number[];
  positions: number;
  readonly ways: Map<number, number>;
}

/** What speaks for having two roles in one team. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly strength: number;
}

/**
 * Roles with most hand-offs between them come together, as far as a team may be large, and then small teams join their
 * nearest. members: the roles that are grouped.
 */
export function groupByHandOffs(shaped: ShapedRoles, members: readonly number[]): RoleGroups {
  const alone = members.map((at) => [at]);
  return joinGroups(shaped, alone, handOffTies(shaped), Infinity);
}

/** Every transfer between two roles, with its times a week. */
export function handOffTies(shaped: ShapedRoles): Tie[] {
  return insideTransfers(shaped).flatMap(({ from, to, times }) =>
    [...(shaped.rolesOfStep[from] ?? [])].flatMap((a) =>
      [...(shaped.rolesOfStep[to] ?? [])].flatMap((b) => (a === b ? [] : [{ a, b, strength: times }])),
    ),
  );
}

/**
 * Joins groups along the strongest ties, as far as a team may be large, where one of the two has fewer positions than
 * small; then small groups that are left join the next one along the stream.
 */
export function joinGroups(
  shaped: ShapedRoles,
  start: RoleGroups,
  ties: readonly Tie[],
  small: number,
): RoleGroups {
  const groupOf = new Map(start.flatMap((roles, at) => roles.map((role) => [role, at] as const)));
  const groups = new Map<number, Group>(
    start.map((roles, at) => [
      at,
      {
        roles: [...roles],
        positions: roles.reduce((sum, role) => sum + (shaped.roles[role]?.positions ?? 1), 0),
        ways: new Map<number, number>(),
      },
    ]),
  );
  for (const { a, b, strength } of ties) {
    const [x, y] = [groupOf.get(a), groupOf.get(b)];
    if (x !== undefined && y !== undefined && x !== y) link(groups, x, y, strength);
  }
  joinByTies(groups, shaped.limits.teamSize, small);
  joinSmallOnes(groups, shaped.limits.teamSize, smallTeam(shaped.limits));
  return [...groups.values()].map(({ roles }) => roles);
}

function link(groups: ReadonlyMap<number, Group>, a: number, b: number, times: number): void {
  const [x, y] = [groups.get(a), groups.get(b)];
  if (!x || !y) return;
  x.ways.set(b, (x.ways.get(b) ?? 0) + times);
  y.ways.set(a, (y.ways.get(a) ?? 0) + times);
}

function joinByTies(groups: Map<number, Group>, teamSize: number, small: number): void {
  const queue = new PriorityQueue<{ a: number; b: number; times: number }>(
    (x, y) => y.times - x.times || x.a - y.a || x.b - y.b,
  );
  const offer = (a: number, b: number): void => queue.push({ a, b, times: groups.get(a)?.ways.get(b) ?? 0 });
  for (const [a, { ways }] of groups) for (const b of ways.keys()) if (a < b) offer(a, b);
  for (let best = queue.pop(); best; best = queue.pop()) {
    const { a, b, times } = best;
    const [x, y] = [groups.get(a), groups.get(b)];
    if (!x || !y || x.positions + y.positions > teamSize || x.ways.get(b) !== times) continue;
    if (Math.min(x.positions, y.positions) >= small) continue;
    join(groups, a, b).forEach((other) => offer(a, other));
  }
}

/** Makes b part of a; tells to which groups the ways have changed. */
function join(groups: Map<number, Group>, a: number, b: number): number[] {
  const [x, y] = [groups.get(a), groups.get(b)];
  if (!x || !y) return [];
  groups.delete(b);
  x.roles.push(...y.roles);
  x.positions += y.positions;
  x.ways.delete(b);
  y.ways.delete(a);
  for (const [other, times] of y.ways) {
    groups.get(other)?.ways.delete(b);
    link(groups, a, other, times);
  }
  return [...y.ways.keys()];
}

/** Small teams that no hand-off ties to one with room join the next one along the stream that has it. */
function joinSmallOnes(groups: Map<number, Group>, teamSize: number, small: number): void {
  let open: number | null = null;
  for (const at of [...groups.keys()].sort((a, b) => a - b)) {
    const group = groups.get(at);
    if (!group || group.positions >= small) continue;
    const room = open === null ? undefined : groups.get(open);
    if (open !== null && room && room.positions + group.positions <= teamSize) {
      join(groups, open, at);
      if (room.positions >= small) open = null;
    } else {
      open = at;
    }
  }
  joinWhereRoomIs(groups, teamSize, small);
}

/** Teams that are small still join the next one along the stream that has room for them, else the first one. */
function joinWhereRoomIs(groups: Map<number, Group>, teamSize: number, small: number): void {
  const order = [...groups.keys()].sort((a, b) => a - b);
  let tooMany = Infinity;
  order.forEach((at, place) => {
    const group = groups.get(at);
    if (!group || group.positions >= Math.min(small, tooMany)) return;
    const room = (other: number): boolean =>
      other !== at && (groups.get(other)?.positions ?? Infinity) + group.positions <= teamSize;
    const next = order.find((other, nth) => nth > place && room(other)) ?? order.find(room);
    if (next === undefined) tooMany = group.positions;
    else join(groups, next, at);
  });
}
