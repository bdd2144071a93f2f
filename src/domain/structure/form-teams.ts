import { keyFromName, type RoleKey, type StepKey, type TeamKey } from '../shared/index.js';
import type { Force } from '../stream/index.js';
import { insideTransfers } from './hand-offs.js';
import type { Role, Team } from './role.js';
import type { ShapedRoles } from './role-shape.js';
import { PriorityQueue } from './solver/priority-queue.js';

/** A team is not made smaller than this where it can be joined with another. */
const SMALL_TEAM = 5;

interface Group {
  readonly roles: number[];
  positions: number;
  readonly ways: Map<number, number>;
}

/**
 * One team where all positions fit into it; else roles with most hand-offs between them come together, as far as a
 * team may be large, and then small teams join their nearest. A role that is larger than a team is one.
 */
export function formTeams(shaped: ShapedRoles, roles: readonly Role[]): Team[] {
  const groups = groupRoles(shaped).map((members) => members.flatMap((at) => roles[at] ?? []));
  const taken = new Set<string>();
  return groups.map((members) => {
    const name = freeName(teamNames(shaped, members, groups.length === 1), taken);
    const key = keyFromName(name);
    taken.add(key);
    return { key: key as TeamKey, name, roles: members.map((role): RoleKey => role.key) };
  });
}

function groupRoles(shaped: ShapedRoles): number[][] {
  const all = shaped.roles.map((_, at) => at);
  const total = shaped.roles.reduce((sum, { positions }) => sum + positions, 0);
  if (all.length === 0) return [];
  if (total <= shaped.limits.teamSize) return [all];
  const groups = new Map<number, Group>(
    shaped.roles.map(({ positions }, at) => [at, { roles: [at], positions, ways: new Map() }]),
  );
  for (const { from, to, times } of insideTransfers(shaped)) {
    for (const a of shaped.rolesOfStep[from] ?? [])
      for (const b of shaped.rolesOfStep[to] ?? []) if (a !== b) link(groups, a, b, times);
  }
  joinByHandOffs(groups, shaped.limits.teamSize);
  joinSmallOnes(groups, shaped.limits.teamSize);
  return [...groups.values()]
    .map(({ roles }) => roles.sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function link(groups: ReadonlyMap<number, Group>, a: number, b: number, times: number): void {
  const [x, y] = [groups.get(a), groups.get(b)];
  x?.ways.set(b, (x.ways.get(b) ?? 0) + times);
  y?.ways.set(a, (y.ways.get(a) ?? 0) + times);
}

function joinByHandOffs(groups: Map<number, Group>, teamSize: number): void {
  const queue = new PriorityQueue<{ a: number; b: number; times: number }>(
    (x, y) => y.times - x.times || x.a - y.a || x.b - y.b,
  );
  const offer = (a: number, b: number): void => queue.push({ a, b, times: groups.get(a)?.ways.get(b) ?? 0 });
  for (const [a, { ways }] of groups) for (const b of ways.keys()) if (a < b) offer(a, b);
  for (let best = queue.pop(); best; best = queue.pop()) {
    const { a, b, times } = best;
    const [x, y] = [groups.get(a), groups.get(b)];
    if (!x || !y || x.positions + y.positions > teamSize || x.ways.get(b) !== times) continue;
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
function joinSmallOnes(groups: Map<number, Group>, teamSize: number): void {
  let open: number | null = null;
  for (const at of [...groups.keys()].sort((a, b) => a - b)) {
    const group = groups.get(at);
    if (!group || group.positions >= SMALL_TEAM) continue;
    const room = open === null ? undefined : groups.get(open);
    if (open !== null && room && room.positions + group.positions <= teamSize) {
      join(groups, open, at);
      if (room.positions >= SMALL_TEAM) open = null;
    } else {
      open = at;
    }
  }
}

/** By what all its members do: the places of their work (two at most), else by the force they serve, else by the stream. */
function teamNames(shaped: ShapedRoles, members: readonly Role[], only: boolean): string[] {
  const whole = `${shaped.ground.stream.name} team`;
  const [lead, ...others] = members;
  if (only || !lead) return [whole];
  if (others.length === 0) return [`${lead.name} team`];
  const places = [...new Set(members.flatMap((role) => placeOf(shaped, role) ?? []))];
  const forces = new Set(members.flatMap(({ steps }) => steps.map((step) => forceOf(shaped, step))));
  const [force] = forces;
  const byForce = forces.size !== 1 || !force ? [] : [force === 'SALES' ? 'Sales team' : 'Fulfilment team'];
  const [first, second] = places;
  if (first === undefined || places.length > 2) return [...byForce, whole];
  const byPlace = second === undefined ? `${first} team` : `${first} and ${lowerFirst(second)} team`;
  return [byPlace, ...byForce, whole];
}

/** Where most of the role's work is done; null where the kinds of its work are not known. */
function placeOf({ ground }: ShapedRoles, { demands, capabilities }: Role): string | null {
  const families = new Map(ground.catalogue.families.map(({ key, place }) => [key, place]));
  const familyOf = new Map(capabilities.map(({ key, family }) => [key, family]));
  const counts = new Map<string, number>();
  for (const { capability } of demands) {
    const place = families.get(familyOf.get(capability) ?? '');
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function forceOf({ steps }: ShapedRoles, step: StepKey): Force | null {
  return steps.steps[steps.numberOf.get(step) ?? -1]?.force ?? null;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function freeName(names: readonly string[], taken: ReadonlySet<string>): string {
  const free = names.find((name) => !taken.has(keyFromName(name)));
  if (free !== undefined) return free;
  const stem = Array.from(names.at(-1) ?? 'Team')
    .slice(0, 60)
    .join('');
  let count = 2;
  while (taken.has(keyFromName(`${stem} ${count}`))) count += 1;
  return `${stem} ${count}`;
}
