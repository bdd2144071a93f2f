import type { RoleKey, StepKey } from '../shared/index.js';
import type { GateContext } from '../responsibility/index.js';
import type { ActivityMatch, MatchCandidate, RoleMatch } from './chart-match.js';
import type { RaciTable } from './raci-table.js';

/** A role of the plan that shares so much of a column's work may be what the column means: enough to ask, never to assume. */
const ENOUGH = 0.5;
const CANDIDATES = 3;
/** A head that is two names, of which only one may be known. */
const BETWEEN = /[/|+\\]/;

/** Columns that no name explains, or only half of whose name is known, are asked about where a role of the plan does the same steps. */
export function askByWork(
  table: RaciTable,
  activities: readonly ActivityMatch[],
  roles: readonly RoleMatch[],
  context: GateContext,
): RoleMatch[] {
  const carriers = carriersOf(context);
  const work = workOf(table, activities);
  return roles.map((match, nth) => {
    const half = match.by === 'ASKED' && match.candidates.length === 1 && BETWEEN.test(match.role);
    if (match.by !== 'NONE' && !half) return match;
    const steps = work.get(nth) ?? [];
    const shared = new Map<string, number>();
    for (const step of steps) {
      for (const name of carriers.get(step) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
    }
    const candidates = [...shared]
      .map(([name, count]): MatchCandidate => ({
        name,
        score: Math.round((count / steps.length) * 100) / 100,
        by: 'WORK',
      }))
      .filter(({ score }) => score >= ENOUGH)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, CANDIDATES);
    if (half) {
      const more = candidates.filter(({ name }) => name !== match.candidates[0]?.name);
      return { ...match, candidates: [...match.candidates, ...more].slice(0, CANDIDATES) };
    }
    const [best] = candidates;
    return best ? { ...match, by: 'ASKED', score: best.score, candidates } : match;
  });
}

/** The names of the roles that do a step in the plan or answer for it. */
function carriersOf({ matrix, structure }: GateContext): ReadonlyMap<StepKey, ReadonlySet<string>> {
  const names = new Map<RoleKey, string>((structure?.roles ?? []).map(({ key, name }) => [key, name]));
  return new Map(
    (matrix?.rows ?? []).map(({ step, cells }) => [
      step,
      new Set(
        cells.flatMap(({ letter, role }) =>
          letter === 'R' || letter === 'A' ? [names.get(role) ?? role] : [],
        ),
      ),
    ]),
  );
}

/** The steps that each column of the chart does or answers for, as far as they are known. */
function workOf(
  table: RaciTable,
  activities: readonly ActivityMatch[],
): ReadonlyMap<number, readonly StepKey[]> {
  const work = new Map<number, StepKey[]>();
  table.activities.forEach(({ cells }, nth) => {
    const step = activities[nth]?.step;
    if (!step) return;
    for (const { role, letters } of cells) {
      if (!letters.includes('R') && !letters.includes('A')) continue;
      const known = work.get(role);
      if (known) known.push(step.key);
      else work.set(role, [step.key]);
    }
  });
  return work;
}
