import type { CellVerdict } from '../../chart/index.js';
import type { AuditComparison, AuditLetter, AuditUncarried } from './audit-report.js';

/** What each verdict means, in the order in which they are told. */
export const VERDICT_MEANINGS: readonly (readonly [CellVerdict, title: string, meaning: string])[] = [
  ['UNJUSTIFIED', 'unjustified', 'the gate refuses it, and says why'],
  ['OTHER_LETTER', 'other letter', 'the stream demands another letter there'],
  ['MISSING', 'missing', 'the stream demands it, and the chart does not have it'],
  ['ALLOWED', 'allowed', 'the plan does not need it, and the gate would accept it'],
  ['SAME', 'same', 'the plan says so too'],
];

/** Letters of one role of the same verdict that have the same reasons. */
export interface LetterGroup {
  readonly role: string;
  readonly cell: string;
  /** `has R for "Quote", the plan has A, C for "Call" (B7)`. */
  readonly says: string;
  readonly why: readonly string[];
  /** What would put it right, one for each reason, each once; empty where nothing has to be. */
  readonly remedies: readonly string[];
}

/** Letters of one verdict, those of one role with the same reasons told together, in the order of the chart. */
export function groupLetters({ letters, matches }: AuditComparison, verdict: CellVerdict): LetterGroup[] {
  const several = ofSeveralCounterparts(matches);
  const groups = new Map<string, { first: AuditLetter; all: AuditLetter[] }>();
  for (const letter of letters) {
    if (letter.verdict !== verdict) continue;
    const key = JSON.stringify([letter.role, letter.holder, letter.letter === null, whyOf(letter)]);
    const group = groups.get(key);
    if (group) group.all.push(letter);
    else groups.set(key, { first: letter, all: [letter] });
  }
  return [...groups.values()].map(({ first, all }) => ({
    role: several.has(first.role) ? `${first.role} (as ${first.holder ?? 'nobody'})` : first.role,
    cell: first.cell,
    says: `${first.letter === null ? 'needs' : 'has'} ${all.map(sayLetter).join(', ')}`,
    why: whyOf(first),
    remedies: [...new Set(first.reasons.map(({ remedy }) => remedy))],
  }));
}

/** Columns that stand for more than one role or person. */
function ofSeveralCounterparts(matches: AuditComparison['matches']): ReadonlySet<string> {
  const held = new Map<string, Set<string | null>>();
  for (const { of, name, to } of matches) {
    if (of === 'ROLE') held.set(name, (held.get(name) ?? new Set()).add(to));
  }
  return new Set([...held].flatMap(([name, holders]) => (holders.size > 1 ? [name] : [])));
}

/** What the gate says against a letter, with its codes; what justifies it where it says nothing against it. */
export function whyOf({ reasons, because, override }: AuditLetter): readonly string[] {
  const why = reasons.length > 0 ? reasons.map(({ code, message }) => `${code}  ${message}`) : because;
  return override === null ? why : [override, ...why];
}

/** Why a step is carried by nobody, and who carries it in the plan. */
export function sayUncarried({ why, planned }: AuditUncarried): string {
  const whys = {
    NOT_IN_CHART: 'no activity means it',
    NO_RESPONSIBLE: 'its activity has no R',
    MAYBE: 'an activity that is asked about may mean it',
  };
  return planned.length === 0 ? whys[why] : `${whys[why]}; in the plan: ${planned.join(', ')}`;
}

/** What is odd about a column or a role without work. */
export function sayIdle({ name, of, letters }: AuditComparison['carriesNothing'][number]): string {
  const counted = letters === 1 ? '1 letter' : `${letters} letters`;
  if (of === 'ROLE')
    return `the role "${name}" of the plan stands nowhere in the chart (${counted} in the plan)`;
  return `"${name}": ${letters === 0 ? 'no letter that could be judged' : `${counted} refused, none stands`}`;
}

/** How a name of the chart was matched; null where it is the same, or asked. */
export function sayMatch({ name, to, by, score }: AuditComparison['matches'][number]): string | null {
  const words = { SETTLED: 'as you said', ALIAS: 'by an alias', NONE: 'nothing like it' };
  if (by === 'EXACT' || by === 'ASKED') return null;
  if (by === 'SETTLED' && to === null) return `"${name}" has no counterpart (${words[by]})`;
  const near = score === 1 ? 'the same words, written otherwise' : `by likeness, ${score.toFixed(2)}`;
  const how = by === 'NEAR' ? near : words[by];
  return to === null ? `"${name}" (${how})` : `"${name}" is "${to}" (${how})`;
}

const TWO_NAMES = /[/|+\\,;&]|\s(?:and|or|und|oder|et|ou)\s/iu;

/** What only a person can settle, and what to look at: `Which step is "Quote"? Perhaps "Price the job" (0.61). 4 letters wait.` */
export function sayQuestion({ of, name, candidates, waiting }: AuditComparison['questions'][number]): string {
  const what = of === 'ACTIVITY' ? 'Which step is' : 'Which role or person is';
  const like = candidates.map(({ name: candidate, score, by }) =>
    by === 'NAME'
      ? `"${candidate}" (${score.toFixed(2)})`
      : `"${candidate}" (does ${Math.round(score * 100)}% of the same steps)`,
  );
  const wait = waiting === 1 ? '1 letter waits' : `${waiting} letters wait`;
  const both =
    of === 'ROLE' && candidates.length > 1 && TWO_NAMES.test(name)
      ? ' Where it is more than one of them, answer once for each.'
      : '';
  return `${what} "${name}"? Perhaps ${like.join(', ')}.${both} ${wait}.`;
}

/** A settled name that is not there, and what may have been meant. */
export function sayUnknown({ of, name, nearest }: AuditComparison['unknownNames'][number]): string {
  const where = {
    ACTIVITY: 'The chart has no activity',
    STEP: 'The stream has no step',
    ROLE: 'The chart has no role',
    HOLDER: 'The stream has no role or person',
  };
  return `${where[of]} "${name}"${nearest === null ? '.' : `; did you mean "${nearest}"?`}`;
}

function sayLetter({ letter, planLetter, activity, cell }: AuditLetter, nth: number): string {
  const instead =
    letter === null || planLetter === null || letter === planLetter ? '' : `, the plan has ${planLetter}`;
  const place = nth === 0 ? '' : ` (${cell})`;
  return `${letter ?? planLetter ?? ''} for "${activity}"${place}${instead}`;
}
