import type { RoleShape, ShapedRoles } from '../role-shape.js';
import { broaderThan, isNarrow } from './narrow-titles.js';
import { piecesOf, tradeIn, weightOf, type Piece } from './pieces-of-role.js';
import type { WorkKind } from './trades/common-works.js';

/** From this share of a role's work on, or of its craft, one title is that of all of it. */
const MOST = 2 / 3;
/** From this share of the work on, a title of one narrow thing is true. */
const NEARLY_ALL = 0.8;
/** A part of a role's work that is no side-line: a fifth. */
const LARGE_PART = 5;
/** A title that only the trade tells counts less than one that the work's own words tell. */
const UNTOLD = 0.5;
/** A part from this share on may give its name where the best one is taken. */
const NEARLY_HALF = 0.4;
/** Of two kinds of work the smaller one may give its name from this share on. */
const A_THIRD = 0.3;

/** Each title of a name of two is that of so much of the work. */
const A_QUARTER = 0.25;
/** A name of two titles is no longer than a card is wide. */
const LONGEST_OF_BOTH = 45;

/** What people are called who do several things of a kind. */
const OF_KIND: Readonly<Record<WorkKind, string>> = {
  office: 'Office Administrator',
  money: 'Finance Administrator',
  buying: 'Operations Coordinator',
  selling: 'Sales Consultant',
  marketing: 'Marketing Manager',
  people: 'HR Administrator',
  leading: 'Manager',
};

/** Who does a bit of everything. */
export const GENERALIST = 'All-Rounder';

/**
 * Titles that people of the trade print on the card of who does this work, the best first; none where no word tells one.
 * One title that is most of it; else what ties its parts together: the trade's own worker, the office, the counter.
 */
export function titlesOfRole(shaped: ShapedRoles, role: RoleShape): string[] {
  const pieces = piecesOf(shaped, role);
  const total = weightOf(pieces);
  const craft = pieces.filter(({ kind }) => kind === 'craft');
  const rest = pieces.filter(({ kind }) => kind !== 'craft');
  const crafts = craftTitles(craft);
  const others = otherTitles(rest);
  const isCraft = weightOf(craft) * 2 >= total;
  const [first, second] = isCraft ? [crafts, others] : [others, crafts];
  const isSide = weightOf(isCraft ? rest : craft) < total * A_THIRD;
  const both = isSide ? [] : titleOfBoth(shaped, role, [first, second], pieces);
  // Where no word tells what most of it is, a lesser part gives its name only if it is nearly half.
  const isTrue = (title: string): boolean =>
    title === OF_KIND.office || shareOfTitle(shaped, role, title) >= NEARLY_HALF;
  const beside = first.length === 0 ? second.filter(isTrue) : second;
  const told = withoutNarrow([...both, ...first, ...(isSide ? [] : beside)], shaped, role);
  const titles = [...new Set(told)];
  return tradeIn(pieces) === null && isGeneralist(pieces, total) ? [GENERALIST, ...titles] : titles;
}

/** "Shop Assistant and Weaver" where neither a craft nor what is beside it is most of the work, and words tell both. */
function titleOfBoth(
  shaped: ShapedRoles,
  role: RoleShape,
  parts: readonly (readonly string[])[],
  pieces: readonly Piece[],
): string[] {
  const isCraft = (piece: Piece): boolean => piece.kind === 'craft';
  const isToldPart = (those: readonly Piece[]): boolean =>
    weightOf(those.filter(({ isTold }) => isTold)) >= weightOf(those) * MOST;
  const isTold = isToldPart(pieces.filter(isCraft)) && isToldPart(pieces.filter((one) => !isCraft(one)));
  const isOfSales = role.steps.every((step) => shaped.steps.steps[step]?.force === 'SALES');
  const [one, other] = parts.map(([title]) => title);
  if (!isTold || isOfSales || one === undefined || other === undefined || one === other) return [];
  const isHalf = (title: string): boolean => {
    const share = shareOfTitle(shaped, role, title);
    return share >= A_QUARTER && share < MOST && !isNarrow(title) && !isOfSkill(title);
  };
  const name = `${one} and ${other}`;
  return isHalf(one) && isHalf(other) && name.length <= LONGEST_OF_BOTH ? [name] : [];
}

/** Titles of parts that are a third of the work or more, the largest first: for a role whose better names are taken. */
export function lesserTitles(shaped: ShapedRoles, role: RoleShape): string[] {
  const pieces = piecesOf(shaped, role);
  const least = weightOf(pieces) * A_THIRD;
  return rankTitles(pieces.filter(({ isTold }) => isTold))
    .filter(({ weight, title }) => weight >= least && !isNarrow(title))
    .map(({ title }) => title);
}

/** Titles of which a narrow one stays only where nearly all of the work is that; else its broader one stands last. */
export function withoutNarrow(titles: readonly string[], shaped: ShapedRoles, role: RoleShape): string[] {
  const isAll = (title: string): boolean => shareOfTitle(shaped, role, title) >= NEARLY_ALL;
  const kept = titles.filter((title) => !isNarrow(title) || isAll(title));
  const broad = titles.filter((title) => isNarrow(title) && !isAll(title)).map(broaderThan);
  return [...kept, ...broad];
}

/** The share of the work of a role whose usual title is this one. */
export function shareOfTitle(shaped: ShapedRoles, role: RoleShape, title: string): number {
  const pieces = piecesOf(shaped, role);
  const total = weightOf(pieces);
  return total > 0 ? weightOf(pieces.filter((piece) => piece.title === title)) / total : 0;
}

/** Whether words of most of the work call for a title, and not only the trade or the force. */
export function isToldByWords(shaped: ShapedRoles, role: RoleShape): boolean {
  const pieces = piecesOf(shaped, role);
  return weightOf(pieces.filter(({ isTold }) => isTold)) * 2 >= weightOf(pieces);
}

/** The title of most of the craft; the trade's worker where that ties its parts together. */
function craftTitles(pieces: readonly Piece[]): string[] {
  const least = weightOf(pieces) * NEARLY_HALF;
  const ranked = rankTitles(pieces);
  const large = ranked.filter((one) => weightOf(pieces.filter(({ title }) => title === one.title)) >= least);
  const [top] = ranked;
  const trade = tradeIn(pieces);
  const isOfTrade = weightOf(pieces.filter((piece) => piece.isOfTrade)) * 2 >= weightOf(pieces);
  const [worker] = isOfTrade ? (trade?.workers ?? []) : [];
  const told = ranked.reduce((sum, { weight }) => sum + weight, 0);
  const titles = large.filter(({ weight }) => weight >= told * NEARLY_HALF).map(({ title }) => title);
  if (top === undefined || trade === null || worker === undefined) return titles;
  const isHeld = ranked.some(({ title, weight }) => title === worker && weight * LARGE_PART >= told);
  const isMany = pieces.filter(({ title }) => title === worker).length * 2 > pieces.length;
  const isOne = top.weight >= told * MOST && (!isMany || trade.workers.includes(top.title));
  const ties = isHeld || (!trade.isLearned && top.weight * 2 < told);
  const best = isOne || !ties ? (large[0]?.title ?? worker) : worker;
  // Who does the trade's own work goes by its other names as well.
  return [best, ...(isHeld ? trade.workers : []), ...titles];
}

/** The title of most of it where it is of one kind, else what ties the kinds together. */
function otherTitles(pieces: readonly Piece[]): string[] {
  const total = weightOf(pieces);
  const [main] = rankKinds(pieces);
  if (!main) return [];
  const fronts = tradeIn(pieces)?.fronts ?? [];
  const ranked = rankTitles(pieces.filter(({ kind }) => kind === main.kind));
  const titles = ranked.filter(({ weight }) => weight >= total * NEARLY_HALF).map(({ title }) => title);
  const isOne = main.weight >= total * (main.kind === 'money' ? NEARLY_ALL : MOST);
  const hasOwnName = !DESK.has(main.kind) && main.weight * 2 >= total;
  const broad = isOne || hasOwnName ? main.kind : 'office';
  const [top] = ranked;
  const isTop = isOne && top !== undefined && top.weight >= weightOf(ranked) * MOST;
  if (broad !== 'selling') return [...(isTop ? titles : []), OF_KIND[broad], OF_KIND[main.kind], ...titles];
  if (fronts.length > 0) return [...fronts, ...titles, OF_KIND.selling];
  // That work is of the sales force alone does not make who does it a seller.
  if (top === undefined) return total > main.weight ? [OF_KIND.office] : [];
  return isTop ? [...titles, OF_KIND.selling] : [OF_KIND.selling, ...titles];
}

/** Kinds of work that one desk does. */
const DESK: ReadonlySet<string> = new Set<WorkKind>(['office', 'money', 'buying']);
const FEW = 0.45;
const KINDS_OF_GENERALIST = 3;

/** Several kinds of work, none of which is near to half of it. */
function isGeneralist(pieces: readonly Piece[], total: number): boolean {
  const sums = new Map<string, number>();
  for (const { kind, weight } of pieces) {
    const group = DESK.has(kind) ? 'desk' : kind;
    sums.set(group, (sums.get(group) ?? 0) + weight);
  }
  return sums.size >= KINDS_OF_GENERALIST && Math.max(...sums.values()) < total * FEW;
}

function rankKinds(pieces: readonly Piece[]): { readonly kind: WorkKind; readonly weight: number }[] {
  const sums = new Map<WorkKind, number>();
  for (const { kind, weight } of pieces) if (kind !== 'craft') sums.set(kind, (sums.get(kind) ?? 0) + weight);
  return [...sums].map(([kind, weight]) => ({ kind, weight })).sort((a, b) => b.weight - a.weight);
}

/** Titles with the weight of their work, the most first; what only the trade tells counts half, and so does what is only a skill's own words. */
function rankTitles(pieces: readonly Piece[]): { readonly title: string; readonly weight: number }[] {
  const sums = new Map<string, number>();
  for (const { title, weight, isTold } of pieces)
    if (title !== null)
      sums.set(title, (sums.get(title) ?? 0) + weight * (isTold && !isOfSkill(title) ? 1 : UNTOLD));
  return [...sums].map(([title, weight]) => ({ title, weight })).sort((a, b) => b.weight - a.weight);
}

/** "Margin Control Specialist": the words of a skill, and no title that people have. */
export function isOfSkill(title: string): boolean {
  return title.endsWith(' Specialist');
}
