import type { PlannedStream } from '../../../application/index.js';

type StoredPlan = PlannedStream['plan'];

/** Works it out of a plan when it is first asked for, and remembers it for as long as the plan lives: a plan never changes. */
export function onceOfPlan<T extends object>(work: (plan: StoredPlan) => T): (plan: StoredPlan) => T {
  const known = new WeakMap<StoredPlan, T>();
  return (plan) => {
    const before = known.get(plan);
    if (before) return before;
    const made = work(plan);
    known.set(plan, made);
    return made;
  };
}
