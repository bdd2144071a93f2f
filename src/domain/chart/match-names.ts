import { foldName } from '../shared/index.js';
import type { MatchCandidate, MatchedBy, SettledMatch } from './chart-match.js';
import { indexNames, type LikeName } from './name-index.js';

/** Something in the stream that a name of the chart may mean; aliases are other names by which only it is known. */
export interface MatchTarget<T> {
  readonly target: T;
  readonly name: string;
  readonly exact: readonly string[];
  readonly aliases: readonly string[];
}

export interface NameMatch<T> {
  readonly target: T | null;
  readonly by: MatchedBy;
  readonly score: number;
  readonly candidates: readonly MatchCandidate[];
  /** Further targets, where several were settled. */
  readonly others: readonly T[];
}

/** From here on a likeness is taken without asking, where nothing else comes close. */
const SURE = 0.8;
/** So far the next one must be behind. */
const MARGIN = 0.15;
/** What people write between two names in one cell. */
const BETWEEN_NAMES = /\s*[/|+\\,;\n]\s*|\s+(?:&|and|und|et|y|or|oder|ou)\s+/iu;
/** Of those, the ones that stand in the middle of a single name too. */
const IN_ONE_NAME = /\s(?:&|and|und|et|y)\s/iu;

type Nearest<T> = readonly LikeName<MatchTarget<T>>[];

/** Matches each name by itself; a likeness that two names have to one target is asked, not assumed. */
export function matchNames<T>(
  names: readonly string[],
  targets: readonly MatchTarget<T>[],
  settled: readonly SettledMatch[],
): NameMatch<T>[] {
  const exact = unambiguous(targets, ({ exact: own }) => own);
  const aliases = unambiguous(targets, ({ aliases: own }) => own);
  const told = settledTargets(settled, exact);
  const index = indexNames(targets.map((target) => ({ name: target.name, target })));
  const first = names.map((name): NameMatch<T> => {
    const folded = foldName(name);
    const to = told.get(folded);
    if (to) return surely('SETTLED', to[0] ?? null, to.slice(1));
    const same = exact.get(folded);
    if (same) return surely('EXACT', same);
    const alias = aliases.get(folded);
    if (alias) return surely('ALIAS', alias);
    const nearest = index.nearest(name);
    const known = (part: string): MatchTarget<T> | undefined =>
      exact.get(foldName(part)) ?? aliases.get(foldName(part)) ?? surelyNear(index.nearest(part));
    return severalNamed(name, known, nearest) ?? byLikeness(nearest);
  });
  return askWhereContested(first);
}

/** What each name was settled to, in the order in which it was said; empty where it has no counterpart. */
function settledTargets<T>(
  settled: readonly SettledMatch[],
  exact: ReadonlyMap<string, MatchTarget<T>>,
): ReadonlyMap<string, readonly MatchTarget<T>[]> {
  const told = new Map<string, MatchTarget<T>[]>();
  for (const { name, to } of settled) {
    const targets = told.get(foldName(name)) ?? [];
    told.set(foldName(name), targets);
    const target = to === null ? undefined : exact.get(foldName(to));
    if (target && !targets.includes(target)) targets.push(target);
  }
  return told;
}

function surely<T>(
  by: MatchedBy,
  found: MatchTarget<T> | null,
  more: readonly MatchTarget<T>[] = [],
): NameMatch<T> {
  const others = more.map(({ target }) => target);
  return { target: found?.target ?? null, by, score: 1, candidates: [], others };
}

/**
 * A name that is two names or more ("Sales / Office") is asked, and what is known of them offered: likeness would take one
 * and drop the other. Beside a slash one known name is enough; "and" may stand in a single name, and asks for two.
 */
function severalNamed<T>(
  name: string,
  known: (part: string) => MatchTarget<T> | undefined,
  nearest: Nearest<T>,
): NameMatch<T> | null {
  const parts = name.split(BETWEEN_NAMES).filter((part) => part.trim() !== '');
  if (parts.length < 2) return null;
  const targets = [...new Set(parts.map(known).filter((target) => target !== undefined))];
  const [first] = targets;
  if (!first || targets.length < (IN_ONE_NAME.test(name) ? 2 : 1)) return null;
  const scoreOf = (target: MatchTarget<T>): number =>
    rounded(nearest.find((each) => each.target === target)?.score ?? 1 / parts.length);
  const candidates = targets
    .map((target): MatchCandidate => ({ name: target.name, score: scoreOf(target), by: 'NAME' }))
    .toSorted((a, b) => b.score - a.score);
  return { target: first.target, by: 'ASKED', score: candidates[0]?.score ?? 0, candidates, others: [] };
}

function surelyNear<T>([best, next]: Nearest<T>): MatchTarget<T> | undefined {
  const sure = best && best.score >= SURE && best.score - (next?.score ?? 0) >= MARGIN;
  return sure ? best.target : undefined;
}

function byLikeness<T>(nearest: Nearest<T>): NameMatch<T> {
  const [best] = nearest;
  if (!best) return { target: null, by: 'NONE', score: 0, candidates: [], others: [] };
  const score = rounded(best.score);
  const candidates = nearest.map(({ target, score: each }): MatchCandidate => ({
    name: target.name,
    score: rounded(each),
    by: 'NAME',
  }));
  const sure = surelyNear(nearest) !== undefined;
  return { target: best.target.target, by: sure ? 'NEAR' : 'ASKED', score, candidates, others: [] };
}

/** NEAR stands only for the one name that comes to a target; what is asked has no target yet. */
function askWhereContested<T>(matches: readonly NameMatch<T>[]): NameMatch<T>[] {
  const claims = new Map<T, number>();
  for (const { target, by } of matches) {
    if (target !== null && by !== 'ASKED') claims.set(target, (claims.get(target) ?? 0) + 1);
  }
  return matches.map((match) => {
    const contested = match.by === 'NEAR' && match.target !== null && (claims.get(match.target) ?? 0) > 1;
    if (match.by === 'ASKED' || contested) return { ...match, target: null, by: 'ASKED' };
    return match;
  });
}

/** Names that lead to one target only. */
function unambiguous<T>(
  targets: readonly MatchTarget<T>[],
  namesOf: (target: MatchTarget<T>) => readonly string[],
): ReadonlyMap<string, MatchTarget<T>> {
  const found = new Map<string, MatchTarget<T> | null>();
  for (const target of targets) {
    for (const name of new Set(namesOf(target).map(foldName))) {
      found.set(name, found.has(name) && found.get(name) !== target ? null : target);
    }
  }
  return new Map([...found].flatMap(([name, target]) => (target ? [[name, target] as const] : [])));
}

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
