import { foldName, type StepKey } from '../shared/index.js';
import type { GateContext } from '../responsibility/index.js';
import { byCounterpart } from './chart-match.js';
import type { ComparedLetter, IdleHolder, UncarriedStep } from './chart-comparison.js';
import type { Entry } from './chart-entries.js';
import type { TableMatch } from './match-table.js';

/** Steps done inside for which the chart has no R, in stream order. */
export function uncarriedSteps(
  entries: readonly Entry[],
  match: TableMatch,
  { stream, matrix, structure }: GateContext,
): UncarriedStep[] {
  const carried = new Set(
    entries.flatMap(({ activity, letter }) => (letter === 'R' && activity.step ? [activity.step.key] : [])),
  );
  const inChart = new Set(match.activities.flatMap(({ step }) => (step ? [step.key] : [])));
  const asked = new Set(
    match.activities.flatMap(({ by, candidates }) =>
      by === 'ASKED' ? candidates.map(({ name }) => foldName(name)) : [],
    ),
  );
  const names = new Map((structure?.roles ?? []).map(({ key, name }) => [key, name]));
  const planned = new Map<StepKey, string[]>();
  for (const { step, cells } of matrix?.rows ?? []) {
    planned.set(
      step,
      cells.filter(({ letter }) => letter === 'R').map(({ role }) => names.get(role) ?? role),
    );
  }
  return stream.steps
    .filter(({ key, outside }) => !outside && !carried.has(key))
    .map(({ key, name }) => ({
      step: key,
      name,
      why: inChart.has(key) ? 'NO_RESPONSIBLE' : asked.has(foldName(name)) ? 'MAYBE' : 'NOT_IN_CHART',
      planned: planned.get(key) ?? [],
    }));
}

/** Columns of which no letter stands, then roles of the plan that no column means. */
export function idleHolders(
  match: TableMatch,
  letters: readonly ComparedLetter[],
  { structure, matrix }: GateContext,
): IdleHolder[] {
  const standing = new Set<string>();
  const refused = new Map<string, number>();
  for (const { verdict, role } of letters) {
    if (verdict === 'SAME' || verdict === 'ALLOWED') standing.add(role);
    else if (verdict !== 'MISSING') refused.set(role, (refused.get(role) ?? 0) + 1);
  }
  const columns = match.roles
    .filter(({ role, by }) => by !== 'ASKED' && !standing.has(role))
    .map(({ role }): IdleHolder => ({ name: role, of: 'COLUMN', letters: refused.get(role) ?? 0 }));
  const meant = new Set(
    byCounterpart(match.roles).flatMap(({ holder }) => (holder === null ? [] : [holder])),
  );
  const planned = new Map<string, number>();
  for (const { cells } of matrix?.rows ?? []) {
    for (const { role } of cells) planned.set(role, (planned.get(role) ?? 0) + 1);
  }
  const roles = (structure?.roles ?? [])
    .filter(({ name }) => !meant.has(name))
    .map(({ key, name }): IdleHolder => ({ name, of: 'ROLE', letters: planned.get(key) ?? 0 }));
  return [...columns, ...roles];
}
