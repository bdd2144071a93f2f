import { plain } from '../grid/grid.js';
import { looksLikePerson } from './person-like.js';
import { words } from './words.js';

/** What the chart shows about a name in brackets. */
export interface BracketEvidence {
  /** true where the name stands in the chart without any bracket too. */
  readonly standsBare: (name: string) => boolean;
  /** true where the name stands in the chart with several brackets, which may tell roles apart. */
  readonly hasVariants: (name: string) => boolean;
}

/** A name without what stands behind it. */
export interface PeeledName {
  readonly name: string;
  readonly conditions: readonly string[];
  /** true: a question mark stood behind it. */
  readonly doubted: boolean;
  readonly footnote: string | null;
  /** true: a bracket was kept with the name though the name stands without it elsewhere, or though it stands in front. */
  readonly kept: boolean;
}

const BRACKET = /^([^()[\]]+?)\s*(?:\(([^()]+)\)?|\[([^[\]]+)\]?)$/u;
const IN_FRONT = /^[([]\s*([^()[\]]*\p{L}[^()[\]]*?)\s*[)\]]\s*(\p{L}.*)$/u;
const FOOTNOTE = /(?:\s+|(?<![*†‡¹²³⁰⁴-⁹]|\[\d{1,3}\]))(?:[*†‡¹²³⁰⁴-⁹]|\[\d{1,3}\])+$/u;
const BEGINS =
  /^(?:if|when|whenever|where|unless|except|until|till|before|after|above|over|below|up to|more than|less than|at least|during|only|as needed|as required|if needed|in case|wenn|falls|nur|sobald|solange|außer|ausser|si|sauf|seulement|sólo|solo|cuando|hasta|salvo|[<>≤≥])(?![\p{L}\p{N}])|^[<>≤≥]/iu;
const SAYS_ONLY = /(?<!\p{L})(?:only|nur|seulement|solamente|sólo)(?!\p{L})/iu;
const BEHIND =
  /^(.{2,40}?),?\s+((?:only\s+)?(?:if|when|unless|except|wenn|falls|sauf|cuando)\s.+|only\s.+|nur\s.+)$/iu;
/** Words for times: a condition, unless several such brackets tell two roles apart. */
const TIMES = new Set(
  words(`
  weekday, weekdays, weekend, weekends, morning, mornings, afternoon, afternoons, evening, evenings, night, nights, day,
  days, monday, tuesday, wednesday, thursday, friday, saturday, sunday, mondays, tuesdays, wednesdays, thursdays, fridays,
  saturdays, sundays, mon, tue, wed, thu, fri, sat, sun, holiday, holidays, vacation, summer, winter, week, werktags,
  wochentags, wochenende, wochenends, vormittags, nachmittags, morgens, abends, nachts, montags, dienstags, mittwochs,
  donnerstags, freitags, samstags, sonntags, urlaub, semaine, nuit, jour, matin, soir, noche,
  noches, manana, tarde
`),
);

/** Takes brackets that are conditions or stand in front of a person, a question mark and footnote marks off a name; any other bracket belongs to it. */
export function peelName(text: string, evidence: BracketEvidence): PeeledName {
  const conditions: string[] = [];
  let name = plain(text);
  const doubted = name.endsWith('?');
  if (doubted) name = name.replace(/(?<!\?)\?+$/u, '').trimEnd();
  const footnote = FOOTNOTE.exec(name)?.[0].trim() ?? null;
  if (footnote !== null && footnote !== name) name = name.replace(FOOTNOTE, '');
  const [, before = '', behind = ''] = BEHIND.exec(name) ?? [];
  if (before !== '') {
    conditions.unshift(behind);
    name = before;
  }
  const [, ahead = '', follower = ''] = IN_FRONT.exec(name) ?? [];
  if (ahead !== '') {
    if (!isCondition(ahead) && !isTime(ahead) && !looksLikePerson(follower))
      return { name, conditions, doubted, footnote, kept: true };
    conditions.unshift(ahead);
    name = follower;
  }
  const { bare, bracket } = partsOf(name);
  if (bracket === null) return { name, conditions, doubted, footnote, kept: false };
  const takenOff =
    isCondition(bracket) || (isTime(bracket) && (evidence.standsBare(bare) || !evidence.hasVariants(bare)));
  if (takenOff) return { name: bare, conditions: [bracket, ...conditions], doubted, footnote, kept: false };
  return { name, conditions, doubted, footnote, kept: evidence.standsBare(bare) };
}

/** A name and the bracket behind it; null where there is none. */
export function partsOf(name: string): { readonly bare: string; readonly bracket: string | null } {
  const [, bare = '', round, square] = BRACKET.exec(name) ?? [];
  const bracket = (round ?? square ?? '').trim();
  return bare === '' || bracket === '' ? { bare: name, bracket: null } : { bare, bracket };
}

/** true where a bracket says when something holds, whatever else stands in the chart. */
export function isCondition(bracket: string): boolean {
  return BEGINS.test(bracket) || SAYS_ONLY.test(bracket);
}

function isTime(bracket: string): boolean {
  if (/^\p{Lu}{2,5}$/u.test(bracket)) return false;
  const parts = bracket
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  return (
    parts.length > 0 && parts.every((part) => TIMES.has(part) || ['and', 'und', 'to', 'bis'].includes(part))
  );
}
