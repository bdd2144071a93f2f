import { foldName, keyFromName, type RoleKey } from '../../shared/index.js';
import type { CapabilityDemand } from '../../capability/index.js';
import type { RoleShape, ShapedRoles } from '../role-shape.js';
import type { DesignGround } from '../structure-ground.js';
import { catalogueTitles } from './catalogue-titles.js';
import { doerOfSkill } from './doer-noun.js';
import { namesMet, turned } from './names-met.js';
import { isNarrow } from './narrow-titles.js';
import { cardOfPerformer, isDepartment, isVague } from './performer-nouns.js';
import { piecesOf, tradeIn, weightOf } from './pieces-of-role.js';
import { plainTitle } from './plain-title.js';
import { isOfSkill, isToldByWords, lesserTitles, shareOfTitle, titlesOfRole } from './titles-of-role.js';
import type { KnownTrade } from './trades/known-trades.js';
import { aboutSteps } from './trades/trades-of-steps.js';

export interface RoleName {
  readonly key: RoleKey;
  readonly name: string;
}

/** What people put on a business card, different for every role, in the order of the roles; keys come from the names. */
export function nameRoles(shaped: ShapedRoles): RoleName[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  // Whose title the firm writes itself has the first choice, then whose work tells it, then who has most of the work.
  const told = shaped.roles.map((role) => surenessOf(shaped, role));
  const order = shaped.roles.map((_, at) => at);
  order.sort(
    (a, b) =>
      (told[b] ?? 0) - (told[a] ?? 0) || (shaped.roles[b]?.load ?? 0) - (shaped.roles[a]?.load ?? 0) || a - b,
  );
  const names = pinnedNames(shaped);
  for (const { key } of names.values()) taken.add(key);
  const met = namesMet(shaped);
  for (const at of order) {
    const role = shaped.roles[at];
    if (!role || names.has(at)) continue;
    const isFree = (name: string): boolean => !taken.has(keyFromName(name));
    const cards = cardsOf(shaped, role);
    const best = cards[0] ?? 'Role';
    const beside = cardsBeside(shaped, role, best);
    const own = met.isShared(role) ? [best, ...beside.slice(-1)] : [...cards, ...beside];
    const among = own.find((name) => isFree(name) || !met.before(role, name));
    // Roles of other streams, and those of several, are told apart by their work and not by a title of less of it.
    const free = [among ?? best, ...beside.slice(-1)].find(isFree);
    const name = free ?? numbered(best, taken, counts);
    const key = keyFromName(name);
    taken.add(key);
    taken.add(keyFromName(turned(name)));
    met.note(role, name);
    names.set(at, { key: key as RoleKey, name });
  }
  return shaped.roles.flatMap((_, at) => names.get(at) ?? []);
}

const MOST = 2 / 3;
const NEARLY_ALL = 0.8;
const A_THIRD = 3;

/** 3 where the firm writes the title itself, 2 where one title is that of most of the work, 1 where words tell titles. */
function surenessOf(shaped: ShapedRoles, role: RoleShape): number {
  if (hasOwnTitle(shaped, role)) return 3;
  if (!isToldByWords(shaped, role)) return 0;
  const [best] = titlesOfRole(shaped, role);
  return best !== undefined && shareOfTitle(shaped, role, best) >= MOST ? 2 : 1;
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
 * Names for one role, the best first; later ones serve where others are called so already. The firm's own word behind @,
 * what the catalogue calls the holder of what the steps state, the usual title of the work; else a plain title.
 */
function cardsOf(shaped: ShapedRoles, role: RoleShape): string[] {
  const demands = demandsOf(shaped, role);
  const performer = performerCard(shaped, role);
  const stated = (isStated(demands) ? catalogueTitles(shaped.ground.catalogue, demands) : []).filter(
    (title) => !isNarrow(title) || shareOfTitle(shaped, role, title) >= NEARLY_ALL,
  );
  const byWork = titlesOfRole(shaped, role);
  const [stands] = byWork;
  // Who does the trade's own work is called so, and not by the family of it.
  const isWorker = stands !== undefined && isOfTrade(shaped, role, stands);
  const known = inOrder(performer, isWorker ? [stands, ...stated] : stated, byWork);
  return [...new Set(known.length > 0 ? known : [plainTitle(shaped, role)])];
}

function demandsOf({ ground }: ShapedRoles, role: RoleShape): CapabilityDemand[] {
  return role.demands.flatMap((at) => ground.demands[at] ?? []);
}

/** What serves where the best names are taken: the title of a lesser part, the doer of the main skill, else a name with the main work behind it. */
function cardsBeside(shaped: ShapedRoles, role: RoleShape, best: string): string[] {
  const main = mainWork(demandsOf(shaped, role));
  if (main === null) return [];
  const doer = main.statedByStep ? nameOfDoer(main.capability.name) : null;
  // What only the trade tells is no second one's title.
  const isTold =
    isToldByWords(shaped, role) || speaksOfTrade(shaped, role) || performerCard(shaped, role) !== null;
  const stem = isTold ? best : plainTitle(shaped, role);
  const marked = `${stem} (${lowerFirst(main.capability.name)})`;
  const beside = [...lesserTitles(shaped, role), ...(doer === null ? [] : [doer])];
  return stem === best ? [...beside, marked] : [...beside, stem, marked];
}

/** The doer of a skill; null where that is only the skill's own words. */
function nameOfDoer(skill: string): string | null {
  const doer = doerOfSkill(skill);
  return doer === null || isOfSkill(doer) ? null : doer;
}

/** Whether a third of a role's work speaks of the trade of its stream by the trade's own words. */
function speaksOfTrade(shaped: ShapedRoles, role: RoleShape): boolean {
  const pieces = piecesOf(shaped, role);
  const isKnown = (tradeIn(pieces)?.speaks.length ?? 0) > 0;
  return isKnown && weightOf(pieces.filter(({ isOfTrade }) => isOfTrade)) * A_THIRD >= weightOf(pieces);
}

/** Whether most of a role's work is that of the trade's own workers of this title. */
function isOfTrade(shaped: ShapedRoles, role: RoleShape, title: string): boolean {
  const trade = tradeIn(piecesOf(shaped, role));
  return (
    trade !== null &&
    trade.workers[0] === title &&
    trade.isLearned &&
    shareOfTitle(shaped, role, title) >= MOST
  );
}

/** A title behind @ is the firm's own word; a part of the firm tells less than what the steps state, a mere rank less than the work. */
function inOrder(
  performer: PerformerCard | null,
  stated: readonly string[],
  byWork: readonly string[],
): readonly string[] {
  if (performer === null) return [...stated, ...byWork];
  const { title } = performer;
  if (isVague(title)) return [...stated, ...byWork, title];
  return performer.isDepartment ? [...stated, title, ...byWork] : [title, ...stated, ...byWork];
}

/** Whether most of the work is stated as what the catalogue knows. */
function isStated(demands: readonly CapabilityDemand[]): boolean {
  const known = demands.filter(({ statedByStep, capability }) => statedByStep && capability.holder !== null);
  const hours = (of: readonly CapabilityDemand[]): number =>
    of.reduce((sum, { hoursPerWeek }) => sum + (hoursPerWeek.value ?? 0), 0);
  const all = hours(demands);
  return all > 0 ? hours(known) * 2 > all : known.length * 2 > demands.length;
}

/** What takes most of the time, or comes first. */
function mainWork(demands: readonly CapabilityDemand[]): CapabilityDemand | null {
  const hours = ({ hoursPerWeek }: CapabilityDemand): number => hoursPerWeek.value ?? 0;
  const [first, ...others] = demands;
  if (!first) return null;
  return others.reduce((most, one) => (hours(one) > hours(most) ? one : most), first);
}

function hasOwnTitle(shaped: ShapedRoles, role: RoleShape): boolean {
  const performer = performerCard(shaped, role);
  return performer !== null && !performer.isDepartment && !isVague(performer.title);
}

interface PerformerCard {
  readonly title: string;
  readonly isDepartment: boolean;
}

const folded = new WeakMap<DesignGround, ReadonlySet<string>>();

/** The people of a stream by folded name, folded once. */
function knownPeople(ground: DesignGround): ReadonlySet<string> {
  const known = folded.get(ground);
  if (known) return known;
  const people = new Set(ground.stream.people.map(({ name }) => foldName(name)));
  folded.set(ground, people);
  return people;
}

/** The role-like word behind @ on most of the role's work today, as the trade calls it; null where there is none. */
function performerCard({ ground, steps }: ShapedRoles, role: RoleShape): PerformerCard | null {
  const people = knownPeople(ground);
  const abouts = aboutSteps(ground);
  const known = role.steps.some((step) => (steps.loads[step] ?? 0) > 0);
  const weights = new Map<string, number>();
  const departments = new Set<string>();
  let total = 0;
  for (const number of role.steps) {
    const step = steps.steps[number];
    if (!step) continue;
    const weight = known ? (steps.loads[number] ?? 0) : 1;
    total += weight;
    const trade = abouts.get(step.key)?.trade ?? null;
    const titles = step.performers.flatMap((performer) => {
      const title = people.has(foldName(performer)) ? null : titleInTrade(performer, trade);
      if (title !== null && isDepartment(performer)) departments.add(title);
      return title ?? [];
    });
    for (const title of new Set(titles)) weights.set(title, (weights.get(title) ?? 0) + weight);
  }
  const [top] = [...weights].sort(([, a], [, b]) => b - a);
  return top && top[1] * 2 > total ? { title: top[0], isDepartment: departments.has(top[0]) } : null;
}

/** The card of a performer as the trade has it: "Assistant" at the dentist's is a Dental Assistant, "PM" of a software firm a Product Manager. */
function titleInTrade(performer: string, trade: KnownTrade | null): string | null {
  const titles = trade === null ? [] : [...trade.workers, ...trade.works.map(({ title }) => title)];
  const short = /^\p{Lu}{2,4}$/u.test(performer)
    ? titles.find((title) => title.replaceAll(/\P{Lu}/gu, '') === performer)
    : undefined;
  const card = short ?? cardOfPerformer(performer);
  if (card === null || card.includes(' ')) return card;
  return titles.find((title) => title === card || title.endsWith(` ${card}`)) ?? card;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
