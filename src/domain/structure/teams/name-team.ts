import { keyFromName, type StepKey } from '../../shared/index.js';
import type { Force } from '../../stream/index.js';
import type { Role } from '../role.js';
import { isPlainTitle } from '../naming/plain-title.js';
import { placeOfRole, placeOfTrade } from '../naming/place-of-role.js';
import { piecesOf, weightOf } from '../naming/pieces-of-role.js';
import { tradeOf, type KnownTrade } from '../naming/trades/known-trades.js';
import type { ShapedRoles } from '../role-shape.js';

/** A place with less of the work than this is not in the name. */
const LEAST_SHARE = 0.2;

/**
 * By what its members do: the places of all their work where those are two at most, else the force that they serve, else
 * the two places of most of it, else the role of most of it. The only team is called after the trade, else after what
 * the stream is about. members: positions of its roles.
 */
export function teamNames(
  shaped: ShapedRoles,
  roles: readonly Role[],
  members: readonly number[],
  only: boolean,
): string[] {
  if (only) return [`${aboutOf(shaped, roles)} team`];
  const held = members.flatMap((at) => roles[at] ?? []);
  const main = mainRole(shaped, roles, members);
  const byRole = main === null || isPlainTitle(main) ? [] : [`${main} team`];
  const forces = new Set(held.flatMap(({ steps }) => steps.map((step) => forceOf(shaped, step))));
  const [force] = forces;
  const byForce = forces.size !== 1 || !force ? [] : [force === 'SALES' ? 'Sales team' : 'Fulfilment team'];
  const places = placesOf(shaped, members);
  const [first, second] = places;
  if (held.length === 1) return first === undefined ? [...byRole, ...byForce] : [`${first} team`, ...byRole];
  if (first === undefined)
    return [...byForce, ...(isMostOf(shaped, members) ? byRole : []), 'Operations team'];
  const byPlace = second === undefined ? `${first} team` : `${first} and ${lowerFirst(second)} team`;
  return places.length > 2 ? [...byForce, byPlace, ...byRole] : [byPlace, ...byForce, ...byRole];
}

/** The trade of the stream, else the thing that it ends with, else all of it. */
function aboutOf(shaped: ShapedRoles, roles: readonly Role[]): string {
  const { ground } = shaped;
  if (ground.parts !== undefined) return ground.stream.name;
  const trade = mainTrade(shaped, roles);
  return trade === null ? (matterOf(ground.stream) ?? 'Whole') : placeOfTrade(trade);
}

/** The trade of the stream where at least a third of its craft is in the hands of the trade's workers, or speaks of it. */
function mainTrade(shaped: ShapedRoles, roles: readonly Role[]): KnownTrade | null {
  const trade = tradeOf(shaped.ground.stream);
  if (trade === null) return null;
  const crafts = shaped.roles.flatMap((role, at) => {
    const isWorker = trade.workers.includes(roles[at]?.name ?? '');
    const pieces = piecesOf(shaped, role).filter(({ kind, isOfTrade }) => kind === 'craft' || isOfTrade);
    return pieces.map(({ weight, isOfTrade }) => ({ weight, isOwn: isWorker || isOfTrade }));
  });
  return weightOf(crafts.filter(({ isOwn }) => isOwn)) * LEAST_CRAFT >= weightOf(crafts) ? trade : null;
}

const LEAST_CRAFT = 3;

const LINKS = /\s(?:at|by|for|from|in|into|of|off|on|out|over|under|with|without)\s.*$/i;
const NO_MATTER = /^(?:case|customer|enquiry|item|job|money|on|order|paid|product|result|thing|work|up)$/i;

/** "Enquiry to fitted kitchen" → "Kitchen": what stands last, without what happened to it; null where that is no plain thing that a step is about. */
function matterOf({ name, steps }: ShapedRoles['ground']['stream']): string | null {
  const end = name.split(/\sto\s/i).at(-1) ?? '';
  const words = end.replace(LINKS, '').split(/\s+/);
  if (/ed$/i.test(words.at(-1) ?? '')) words.pop();
  const [thing, ...others] = words.filter(
    (word, at) => at === words.length - 1 || !/(?:ed|ing)$/i.test(word),
  );
  if (thing === undefined || others.length > 0 || !/^\p{L}{3,}$/u.test(thing) || NO_MATTER.test(thing))
    return null;
  const isKnown = steps.some((step) =>
    step.name
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(thing.toLowerCase()),
  );
  return isKnown ? thing.slice(0, 1).toUpperCase() + thing.slice(1).toLowerCase() : null;
}

function mainRole(
  { roles: shapes }: ShapedRoles,
  roles: readonly Role[],
  members: readonly number[],
): string | null {
  const [first, ...others] = members;
  if (first === undefined) return null;
  const load = (at: number): number => shapes[at]?.load ?? 0;
  return roles[others.reduce((most, at) => (load(at) > load(most) ? at : most), first)]?.name ?? null;
}

/** Whether one of several roles has most of the work of all of them. */
function isMostOf({ roles }: ShapedRoles, members: readonly number[]): boolean {
  const loads = members.map((at) => roles[at]?.load ?? 0);
  const sum = loads.reduce((total, load) => total + load, 0);
  return loads.some((load) => load * 2 > sum);
}

/** Where the members work, in their order; where that is in more than two places, those with most of the work first. */
function placesOf(shaped: ShapedRoles, members: readonly number[]): string[] {
  const weights = new Map<string | null, number>();
  let total = 0;
  for (const { place, weight } of members.map((at) => placeOfRole(shaped, at))) {
    weights.set(place, (weights.get(place) ?? 0) + weight);
    total += weight;
  }
  const large = [...weights].filter(([, weight]) => weight >= total * LEAST_SHARE);
  if (large.length > 2) large.sort(([, a], [, b]) => b - a);
  return large.some(([place]) => place === null) ? [] : large.flatMap(([place]) => place ?? []);
}

function forceOf({ steps }: ShapedRoles, step: StepKey): Force | null {
  return steps.steps[steps.numberOf.get(step) ?? -1]?.force ?? null;
}

function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Names that are taken, and how far the numbers behind each have come. */
export interface TakenNames {
  readonly keys: Set<string>;
  readonly counts: Map<string, number>;
}

/** The first name that is free, else the last with a number; it is taken from then on. */
export function takeName(names: readonly string[], { keys, counts }: TakenNames): string {
  const free = names.find((name) => !keys.has(keyFromName(name)));
  const name = free ?? numbered(names.at(-1) ?? 'Team', { keys, counts });
  keys.add(keyFromName(name));
  return name;
}

function numbered(last: string, { keys, counts }: TakenNames): string {
  const stem = Array.from(last).slice(0, 60).join('');
  let count = counts.get(stem) ?? 2;
  while (keys.has(keyFromName(`${stem} ${count}`))) count += 1;
  counts.set(stem, count + 1);
  return `${stem} ${count}`;
}
