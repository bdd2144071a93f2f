import { keyFromName, type StepKey } from '../../shared/index.js';
import type { Force } from '../../stream/index.js';
import type { Role } from '../role.js';
import type { ShapedRoles } from '../role-shape.js';

/** By what its members do: the places of all their work where those are two at most, else the force that they serve, else the two places of most of it, else the stream. */
export function teamNames(shaped: ShapedRoles, members: readonly Role[], only: boolean): string[] {
  const whole = `${shaped.ground.stream.name} team`;
  const [lead, ...others] = members;
  if (only || !lead) return [whole];
  if (others.length === 0) return [`${lead.name} team`];
  const places = placesOf(shaped, members);
  const forces = new Set(members.flatMap(({ steps }) => steps.map((step) => forceOf(shaped, step))));
  const [force] = forces;
  const byForce = forces.size !== 1 || !force ? [] : [force === 'SALES' ? 'Sales team' : 'Fulfilment team'];
  const [first, second] = places;
  if (first === undefined) return [...byForce, whole];
  const byPlace = second === undefined ? `${first} team` : `${first} and ${lowerFirst(second)} team`;
  return places.length > 2 ? [...byForce, byPlace, whole] : [byPlace, ...byForce, whole];
}

/** Where the members work, in their order; where that is in more than two places, those with most of their steps first. */
function placesOf(shaped: ShapedRoles, members: readonly Role[]): string[] {
  const counts = new Map<string, number>();
  for (const role of members) {
    const place = placeOf(shaped, role);
    if (place !== null) counts.set(place, (counts.get(place) ?? 0) + role.steps.length);
  }
  const places = [...counts];
  if (places.length > 2) places.sort(([, a], [, b]) => b - a);
  return places.map(([place]) => place);
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

/** The first name that is free, else the last with a number. */
export function freeName(names: readonly string[], taken: ReadonlySet<string>): string {
  const free = names.find((name) => !taken.has(keyFromName(name)));
  if (free !== undefined) return free;
  const stem = Array.from(names.at(-1) ?? 'Team')
    .slice(0, 60)
    .join('');
  let count = 2;
  while (taken.has(keyFromName(`${stem} ${count}`))) count += 1;
  return `${stem} ${count}`;
}
