import { foldName, keyFromName, type RoleKey } from '../../shared/index.js';
import {
  familiesGoTogether,
  STRONG_MATCH,
  type CapabilityDemand,
  type Catalogue,
} from '../../capability/index.js';
import type { RoleShape, ShapedRoles } from '../role-shape.js';
import { doerOfSkill, doerOfStep } from './doer-noun.js';
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
  return shaped.roles.map((role) => {
    const candidates = cardsOf(shaped, role);
    const free = candidates.find((name) => !taken.has(keyFromName(name)));
    const name = free ?? numbered(candidates[0] ?? 'Role', taken, counts);
    const key = keyFromName(name);
    taken.add(key);
    return { key: key as RoleKey, name };
  });
}

const LONGEST = 60;

function numbered(full: string, taken: ReadonlySet<string>, counts: Map<string, number>): string {
  const name = Array.from(full).slice(0, LONGEST).join('').trim();
  let count = counts.get(name) ?? 2;
  while (taken.has(keyFromName(`${name} ${count}`))) count += 1;
  counts.set(name, count + 1);
  return `${name} ${count}`;
}

/** Names for one role, the best first; later ones serve where others are called so already. */
function cardsOf(shaped: ShapedRoles, role: RoleShape): string[] {
  const demands = role.demands.flatMap((at) => shaped.ground.demands[at] ?? []);
  const works = worksOf(demands).sort((a, b) => b.weight - a.weight);
  const total = works.reduce((sum, { weight }) => sum + weight, 0);
  const [main] = works;
  if (!main) return [];
  const performer = performerCard(shaped, role);
  const derived = demands.filter(({ statedByStep }) => !statedByStep).length;
  const known = works.flatMap(({ first, weight }) =>
    weight * LARGE_PART >= total ? (knownHolder(first) ?? []) : [],
  );
  const own = knownHolder(main.first) ?? performer ?? known[0] ?? doerFor(main.first);
  const family = familyHolder(shaped.ground.catalogue, works, total);
  const best = derived * 2 > demands.length && performer ? performer : (family ?? own);
  const others = works.slice(0, 4).map(({ first }) => knownHolder(first) ?? doerFor(first));
  const specific = `${best} (${lowerFirst(main.first.capability.name)})`;
  return [...new Set([best, own, ...others, specific])];
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

/** The family's holder where several capabilities are of one family, or where no capability is the main work. */
function familyHolder(catalogue: Catalogue, works: readonly Work[], total: number): string | null {
  const families = new Map<string, { count: number; weight: number }>();
  for (const { first, weight } of works) {
    const family = first.capability.family;
    if (family === null) continue;
    const sum = families.get(family) ?? { count: 0, weight: 0 };
    families.set(family, { count: sum.count + 1, weight: sum.weight + weight });
  }
  const ranked = [...families].sort(([, a], [, b]) => b.weight - a.weight || b.count - a.count);
  const [top] = ranked;
  if (!top) return null;
  const holderOf = (family: string): string | null =>
    catalogue.families.find(({ key }) => key === family)?.holder ?? null;
  const [family, { count, weight }] = top;
  if (count >= SEVERAL && weight * 2 >= total) return holderOf(family);
  if ((works[0]?.weight ?? 0) > total * DOMINATING || works.length < SEVERAL) return null;
  if (count > 1 && weight * 2 >= total) return holderOf(family);
  // Several kinds of work: the kind that goes with most of the others is what ties them together.
  const ties = (one: string): number =>
    ranked.filter(([other]) => familiesGoTogether(catalogue, one, other)).length;
  const present = catalogue.families.filter(({ key }) => families.has(key));
  const [hub] = present.sort((a, b) => ties(b.key) - ties(a.key));
  return hub && present.length > 1 ? hub.holder : null;
}

/** What the catalogue calls the holder of the capability, or of the one it is surely near to. */
function knownHolder({ capability, suggestions }: CapabilityDemand): string | null {
  const [nearest] = suggestions;
  return capability.holder ?? (nearest && nearest.score >= STRONG_MATCH ? nearest.capability.holder : null);
}

function doerFor({ capability, statedByStep }: CapabilityDemand): string {
  return (statedByStep ? doerOfSkill(capability.name) : doerOfStep(capability.name)) ?? capability.name;
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
