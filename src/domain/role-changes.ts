import type { Plan } from './plan.js';
import { foldName, type StepKey } from './shared/index.js';

/** Steps that one sentence names. */
const MOST_NAMED = 5;

/** What the structure gives a holder otherwise, in sentences, as far as both streams have the steps; nothing of a holder who is no role before and after. */
export function roleChanges(before: Plan, after: Plan): (holder: string) => readonly string[] {
  const [was, is] = [rolesOf(before), rolesOf(after)];
  const names = new Map(after.stream.steps.map(({ key, name }) => [key, name]));
  const former = new Set(before.stream.steps.map(({ key }) => key));
  const both = (keys: ReadonlySet<StepKey>): readonly StepKey[] =>
    [...keys].filter((key) => names.has(key) && former.has(key));
  const which = after.adopted ? 'the adopted structure' : 'the suggested structure';
  return (holder) => {
    const [role, now] = [was.get(foldName(holder)), is.get(foldName(holder))];
    if (!role && !now) return [];
    if (!now) return [`There is no role ${holder} in ${which} now.`];
    if (!role) return [`There is a role ${holder} in ${which} now.`];
    const quoted = (keys: readonly StepKey[]): string =>
      inWords(keys.map((key) => `"${names.get(key) ?? key}"`));
    const gone = both(role).filter((key) => !now.has(key));
    const come = both(now).filter((key) => !role.has(key));
    return [
      ...(gone.length > 0 ? [`${holder} no longer carries ${quoted(gone)} in ${which}.`] : []),
      ...(come.length > 0 ? [`${holder} carries ${quoted(come)} in ${which} now.`] : []),
    ];
  };
}

function rolesOf({ structure }: Plan): ReadonlyMap<string, ReadonlySet<StepKey>> {
  return new Map((structure?.roles ?? []).map(({ name, steps }) => [foldName(name), new Set(steps)]));
}

function inWords(names: readonly string[]): string {
  const left = names.length - MOST_NAMED;
  if (left > 0) return `${names.slice(0, MOST_NAMED).join(', ')} and ${left} more`;
  return names.join(', ');
}
