import { foldName } from '../shared/index.js';
import {
  sayOverride,
  type GateContext,
  type MatrixCell,
  type RefusalReason,
  type SettledOverride,
  type Verdict,
} from '../responsibility/index.js';
import { comparePlaces } from './cell-place.js';
import { byCounterpart, type RoleMatch } from './chart-match.js';
import type { CellVerdict, ChartComparison, ChartQuestion, ComparedLetter } from './chart-comparison.js';
import { entriesOf, judgeEntries, openPairs, type Entry, type Pair } from './chart-entries.js';
import type { TableMatch } from './match-table.js';
import type { RaciTable } from './raci-table.js';
import { idleHolders, uncarriedSteps } from './who-carries.js';

/** Every letter of the chart is proposed at the gate of the plan; what waits for a person's answer is asked instead. A refused letter that stands by one of the overrides says so. */
export function compareWithPlan(
  table: RaciTable,
  context: GateContext,
  match: TableMatch,
  overrides: readonly SettledOverride[] = [],
): ChartComparison {
  const entries = entriesOf(table, match);
  const settled = entries.filter(isSettled);
  const judged = judgeEntries(context, settled);
  const letters = openPairs(table, match, settled, context)
    .flatMap((pair) => comparePair(pair, judged))
    .map((letter) => ({ ...letter, override: overrideOf(letter, overrides) }))
    .toSorted((a, b) => comparePlaces(a.at, b.at));
  const counts: Record<CellVerdict, number> = {
    SAME: 0,
    ALLOWED: 0,
    OTHER_LETTER: 0,
    UNJUSTIFIED: 0,
    MISSING: 0,
  };
  for (const { verdict } of letters) counts[verdict] += 1;
  return {
    activities: match.activities,
    roles: byCounterpart(match.roles),
    questions: questionsOf(match, entries),
    letters,
    counts,
    nobodyCarries: uncarriedSteps(entries, match, context),
    carriesNothing: idleHolders(match, letters, context),
  };
}

type Compared = Omit<ComparedLetter, 'override'>;

function isSettled({ activity, role }: Entry): boolean {
  return activity.by !== 'ASKED' && role.by !== 'ASKED';
}

function overrideOf(
  { holder, step, letter }: Compared,
  overrides: readonly SettledOverride[],
): string | null {
  if (holder === null || step === null || letter === null) return null;
  const folded = foldName(holder);
  const found = overrides.find(
    ({ override: one }) => one.step.key === step && one.letter === letter && foldName(one.holder) === folded,
  );
  return found ? sayOverride(found) : null;
}

/** What one role and one step have in the chart and in the plan: refused letters are set against those that the chart lacks. */
function comparePair(pair: Pair, judged: ReadonlyMap<Entry, Verdict>): Compared[] {
  const lacking = pair.planned.filter(({ letter }) => !pair.entries.some((entry) => entry.letter === letter));
  const compared = pair.entries.flatMap((entry) => {
    const verdict = judged.get(entry);
    if (!verdict) return [];
    return [compareEntry(entry, verdict, verdict.kind === 'RefusedWish' ? lacking.shift() : undefined)];
  });
  const missing = lacking.map(({ letter, because, step }): Compared => ({
    verdict: 'MISSING',
    activity: pair.activity,
    role: pair.role,
    at: pair.at,
    step,
    holder: pair.holder,
    letter: null,
    planLetter: letter,
    because,
    reasons: [],
  }));
  return [...compared, ...missing];
}

function compareEntry(entry: Entry, verdict: Verdict, instead: MatrixCell | undefined): Compared {
  const { activity, role, at, letter } = entry;
  const place = {
    activity: activity.activity,
    role: role.role,
    at,
    step: activity.step?.key ?? null,
    holder: role.holder,
    letter,
  };
  if (verdict.kind === 'AcceptedWish') {
    const { because, inForce } = verdict;
    return {
      ...place,
      verdict: inForce ? 'SAME' : 'ALLOWED',
      planLetter: inForce ? letter : null,
      because,
      reasons: [],
    };
  }
  return {
    ...place,
    verdict: instead ? 'OTHER_LETTER' : 'UNJUSTIFIED',
    planLetter: instead?.letter ?? null,
    because: instead?.because ?? [],
    reasons: verdict.reasons.map((reason) => withoutCounterpart(reason, role)),
  };
}

/** Who said that a column has no counterpart need not be told to name one. */
function withoutCounterpart(reason: RefusalReason, { by, holder, role }: RoleMatch): RefusalReason {
  if (reason.code !== 'UNKNOWN_HOLDER' || by !== 'SETTLED' || holder !== null) return reason;
  const message = `You said that "${role}" is no role or person of the stream.`;
  return { ...reason, message, remedy: 'Take its letters out of the chart, or say after all who it is.' };
}

function questionsOf(match: TableMatch, entries: readonly Entry[]): ChartQuestion[] {
  const waiting = new Map<unknown, number>();
  for (const { activity, role } of entries) {
    for (const named of [activity, role]) waiting.set(named, (waiting.get(named) ?? 0) + 1);
  }
  return [
    ...match.activities.flatMap((each): ChartQuestion[] =>
      each.by === 'ASKED'
        ? [
            {
              of: 'ACTIVITY',
              name: each.activity,
              at: each.at,
              candidates: each.candidates,
              waiting: waiting.get(each) ?? 0,
            },
          ]
        : [],
    ),
    ...match.roles.flatMap((each): ChartQuestion[] =>
      each.by === 'ASKED'
        ? [
            {
              of: 'ROLE',
              name: each.role,
              at: each.at,
              candidates: each.candidates,
              waiting: waiting.get(each) ?? 0,
            },
          ]
        : [],
    ),
  ];
}
