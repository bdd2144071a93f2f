import { foldName, keyFromName, type RoleKey } from '../../shared/index.js';
import {
  familiesGoTogether,
  strongMatch,
  type CapabilityDemand,
  type Catalogue,
} from '../../capability/index.js';
import type { RoleShape, ShapedRoles } from '../role-shape.js';
import { doerOfSkill, doerOfStep, thingOfMost } from './doer-noun.js';
import { cardOfPerformer } from './performer-nouns.js';

export interface RoleName {
  readonly key: RoleKey;
  readonly name: string;
}

/** A kind of work within one role, with its hours (or its count of demands where some are unmeasured). */
interface Work {
  readonly first: CapabilityDemand;
  weight: number;
}

/** From this share of a role's work on it is the main work, and names the role. */
const DOMINATING = 0.5;
/** A part of a role's work that is no side-line: a fifth. */
const LARGE_PART = 5;
/** So many capabilities of one family are called by the family. */
const SEVERAL = 3;

/** What people put on a business card, different for every role, in the order of the roles; keys come from the names. */
export function nameRoles(shaped: ShapedRoles): RoleName[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  // Who has most of the work has the first choice.
  const order = shaped.roles.map((_, at) => at);
  order.sort((a, b) => (shaped.roles[b]?.load ?? 0) - (shaped.roles[a]?.load ?? 0) || a - b);
  const names = pinnedNames(shaped);
  for (const { key } of names.values()) taken.add(key);
  for (const at of order) {
    const role = shaped.roles[at];
    if (!role || names.has(at)) continue;
    const candidates = cardsOf(shaped, role);
    const free = candidates.find((name) => !taken.has(keyFromName(name)));
    const name = free ?? numbered(candidates[0] ?? 'Role', taken, counts);
    const key = keyFromName(name);
    taken.add(key);
    names.set(at, { key: key as RoleKey, name });
  }
  return shaped.roles.flatMap((_, at) => names.get(at) ?? []);
}

/** Roles in which somebody pinned steps, under the name that they gave. */
function pinnedNames({ limits, steps, rolesOfStep }: ShapedRoles): Map<number, RoleName> {
  const names = new Map<number, RoleName>();
  for (const { role: name, steps: pinned } of limits.pins ?? []) {
    for (const key of pinned) {
      const [at, ...others] = rolesOfStep[steps.numberOf.get(key) ?? -1] ?? [];
      if (at === undefined || others.length > 0 || names.has(at)) continue;
      names.set(at, { key: keyFromName(name) as RoleKey, name });
      break;
    }
  }
  return names;
}

const LONGEST = 60;

function numbered(full: string, taken: ReadonlySet<string>, counts: Map<string, number>): string {
  const name = Array.from(full).slice(0, LONGEST).join('').trim();
  let count = counts.get(name) ?? 2;
  while (taken.has(keyFromName(`${name} ${count}`))) count += 1;
  counts.set(name, count + 1);
  return `${name} ${count}`;
}

/**
 * Names for one role, the best first; later ones serve where others are called so already. What the catalogue calls
 * the holder of its main work; the word behind @ (first where steps state nothing); the kind of work that is most of
 * it; a doer where that reads well; else a plain title.
 */
function cardsOf(shaped: ShapedRoles, role: RoleShape): string[] {
  const { catalogue } = shaped.ground;
  const demands = role.demands.flatMap((at) => shaped.ground.demands[at] ?? []);
  const all = worksOf(demands).sort((a, b) => b.weight - a.weight);
  const there = all.filter((work) => !isWayThere(work));
  const works = there.length > 0 ? there : all;
  const total = works.reduce((sum, { weight }) => sum + weight, 0);
  const [heaviest] = works;
  if (!heaviest) return [];
  const performer = performerCard(shaped, role);
  const plain = plainTitle(shaped, role);
  const untold = isUnknown(heaviest.first) && heaviest.weight > total * DOMINATING;
  if (untold) return ofUnknownWork([performer, doerFor(heaviest.first), plain], heaviest);
  const families = rankFamilies(works, total);
  const main = works.find(({ first }) => first.capability.family === families[0]?.family) ?? heaviest;
  const holder = knownHolder(main.first);
  const family = familyHolder(catalogue, works, families, total);
  const doer = doerFor(main.first);
  const topHolder = holderOf(catalogue, families[0]?.family);
  const known = works.flatMap(({ first, weight }) =>
    weight * LARGE_PART >= total ? (knownHolder(first) ?? []) : [],
  );
  const derived = demands.filter(({ statedByStep }) => !statedByStep).length;
  const cards = [
    derived * 2 > demands.length ? performer : null,
    family,
    holder,
    performer,
    topHolder,
    ...known,
    doer,
  ].flatMap((card) => card ?? []);
  const [best] = cards;
  if (best === undefined) return ofUnknownWork([plain], main);
  const specific = main.first.statedByStep ? [`${best} (${lowerFirst(main.first.capability.name)})`] : [];
  return [...new Set([...cards, ...specific, ...(derived > 0 ? [plain] : [])])];
}

/** Names where the catalogue knows nothing of the main work; the work itself stands behind them where they are taken. */
function ofUnknownWork(cards: readonly (string | null)[], { first }: Work): string[] {
  const names = cards.filter((card) => card !== null);
  const [best] = names;
  return best === undefined ? [] : [...new Set(names), `${best} (${lowerFirst(first.capability.name)})`];
}

function isUnknown(demand: CapabilityDemand): boolean {
  return demand.capability.family === null && knownHolder(demand) === null;
}

/** The way to where the work is done, which is nobody's trade unless it is all that they do. */
function isWayThere({ first }: Work): boolean {
  return !first.statedByStep && /^(?:drive|ride|go|travel|walk|cycle) to /i.test(first.capability.name);
}

/** What a card says where the words of the work tell nothing: the thing that several steps are about, else the force it serves. */
function plainTitle({ steps }: ShapedRoles, role: RoleShape): string {
  const own = role.steps.flatMap((step) => steps.steps[step] ?? []);
  const thing = thingOfMost(own.map(({ name }) => name));
  if (thing !== null) return `${thing} Specialist`;
  const forces = new Set(own.map(({ force }) => force));
  if (forces.size > 1) return PLAIN.both;
  return forces.has('SALES') ? PLAIN.sales : PLAIN.fulfilment;
}

const PLAIN = {
  both: 'All-Rounder',
  sales: 'Sales Coordinator',
  fulfilment: 'Operations Specialist',
} as const;

/** Whether a name says nothing of the work, because no word of it tells what people call who does it. */
export function isPlainTitle(name: string): boolean {
  const title = name.replace(/ (?:\(.*|\d+)$/, '');
  return Object.values(PLAIN).some((plain) => plain === title);
}

function worksOf(demands: readonly CapabilityDemand[]): Work[] {
  const measured = demands.every(({ hoursPerWeek }) => hoursPerWeek.value !== null);
  const works = new Map<string, Work>();
  for (const demand of demands) {
    const weight = measured ? (demand.hoursPerWeek.value ?? 0) : 1;
    const key = demand.capability.key;
    const work = works.get(key);
    if (work) work.weight += weight;
    else works.set(key, { first: demand, weight });
  }
  return [...works.values()];
}

interface FamilyShare {
  readonly family: string;
  readonly count: number;
  readonly weight: number;
}

/** The kinds of work of a role: those with most hours and most capabilities first. */
function rankFamilies(works: readonly Work[], total: number): FamilyShare[] {
  const families = new Map<string, FamilyShare>();
  for (const { first, weight } of works) {
    const { family } = first.capability;
    if (family === null) continue;
    const former = families.get(family) ?? { count: 0, weight: 0 };
    families.set(family, { family, count: former.count + 1, weight: former.weight + weight });
  }
  const share = ({ count, weight }: FamilyShare): number =>
    (total > 0 ? weight / total : 0) + count / works.length;
  return [...families.values()].sort((a, b) => share(b) - share(a));
}

/** The family's holder where several capabilities are of one family, or where no capability is the main work. */
function familyHolder(
  catalogue: Catalogue,
  works: readonly Work[],
  ranked: readonly FamilyShare[],
  total: number,
): string | null {
  const [top, ...others] = ranked;
  if (!top) return null;
  // Beside several other kinds of work one kind has to be most of the capabilities too to give its name to all.
  const isMost = top.weight * 2 >= total && (others.length < 2 || top.count * 2 > works.length);
  if (top.count >= SEVERAL && isMost) return holderOf(catalogue, top.family);
  if ((works[0]?.weight ?? 0) > total * DOMINATING || works.length < SEVERAL) return null;
  if (top.count > 1 && isMost) return holderOf(catalogue, top.family);
  // Several kinds of work: the kind that goes with most of the others is what ties them together.
  const ties = ({ family }: FamilyShare): number =>
    ranked.filter((other) => familiesGoTogether(catalogue, family, other.family)).length;
  const place = ({ family }: FamilyShare): number =>
    catalogue.families.findIndex(({ key }) => key === family);
  const [hub] = [...ranked].sort((a, b) => ties(b) - ties(a) || place(a) - place(b));
  return hub && others.length > 0 ? holderOf(catalogue, hub.family) : null;
}

function holderOf(catalogue: Catalogue, family: string | undefined): string | null {
  return catalogue.families.find(({ key }) => key === family)?.holder ?? null;
}

/** What the catalogue calls the holder of the capability, or of the one it is surely near to. */
function knownHolder({ capability, suggestions }: CapabilityDemand): string | null {
  const near = strongMatch(capability.name, suggestions)?.capability;
  const nearHolder = near?.family === capability.family ? near?.holder : null;
  return capability.holder ?? nearHolder ?? null;
}

function doerFor({ capability, statedByStep }: CapabilityDemand): string | null {
  return statedByStep ? doerOfSkill(capability.name) : doerOfStep(capability.name);
}

/** The role-like word behind @ on most of the role's steps today; null where there is none. */
function performerCard({ ground, steps }: ShapedRoles, role: RoleShape): string | null {
  const people = new Set(ground.stream.people.map(({ name }) => foldName(name)));
  const counts = new Map<string, number>();
  for (const number of role.steps) {
    for (const performer of steps.steps[number]?.performers ?? []) {
      const card = people.has(foldName(performer)) ? null : cardOfPerformer(performer);
      if (card) counts.set(card, (counts.get(card) ?? 0) + 1);
    }
  }
  const [top] = [...counts].sort(([, a], [, b]) => b - a);
  return top && top[1] * 2 > role.steps.length ? top[0] : null;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
