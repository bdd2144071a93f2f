import { foldName, keyFromName, type StepKey } from '../shared/index.js';
import type { KnownStep } from './known-step.js';
import type { DraftStep } from './stream-draft.js';

/** A step of the draft with the key it goes by. */
export interface KeyedStep {
  readonly key: StepKey;
  readonly draft: DraftStep;
}

/**
 * A key for each step: that of the known step of its name, else that of the step it says it was, else a fresh one
 * from its name that no step of this or an earlier revision goes by.
 */
export function keySteps(steps: readonly DraftStep[], known: readonly KnownStep[]): readonly KeyedStep[] {
  const byName = new Map<string, StepKey>();
  for (const step of known) {
    const name = foldName(step.name);
    if (!byName.has(name)) byName.set(name, step.key);
  }
  const knownKeys = new Map<string, StepKey>(known.map((step) => [step.key, step.key]));
  const taken = new Set<StepKey>();
  const keys = new Map<DraftStep, StepKey>();
  const take = (step: DraftStep, key: StepKey | undefined) => {
    if (key === undefined || taken.has(key) || keys.has(step)) return;
    taken.add(key);
    keys.set(step, key);
  };
  for (const step of steps) take(step, byName.get(foldName(step.name)));
  for (const step of steps) {
    if (step.was !== null) take(step, byName.get(foldName(step.was)) ?? knownKeys.get(keyFromName(step.was)));
  }
  const fresh = freshKeys([...knownKeys.keys(), ...taken]);
  return steps.map((draft) => ({ draft, key: keys.get(draft) ?? fresh(draft.name) }));
}

/** Gives each name a key of its own, `-2`, `-3` behind it where it is in use. */
function freshKeys(inUse: readonly string[]): (name: string) => StepKey {
  const used = new Set(inUse);
  const next = new Map<string, number>();
  return (name) => {
    const stem = keyFromName(name);
    let count = next.get(stem) ?? 1;
    let key = count === 1 ? stem : `${stem}-${count}`;
    while (used.has(key)) {
      count += 1;
      key = `${stem}-${count}`;
    }
    next.set(stem, count);
    used.add(key);
    return key as StepKey;
  };
}
