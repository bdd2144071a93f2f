import type { CapabilityKey, Plan } from '../domain/index.js';
import type { StoredAssignment, StoredStream } from './ports/index.js';

type StoredPlan = Plan<StoredAssignment>;
type Aliases = ReadonlyMap<string, CapabilityKey>;

interface Entry {
  readonly version: string;
  readonly aliases: Aliases;
  readonly plan: StoredPlan;
  readonly weight: number;
}

/** Steps over all remembered plans; beyond that the plan that was asked for longest ago is forgotten. */
const MOST_STEPS = 40_000;
/** What a stream of no steps weighs, so that thousands of them are bounded too. */
const LEAST_WEIGHT = 20;

export interface PlanCache {
  planOf(stored: StoredStream, aliases: Aliases, make: () => StoredPlan): StoredPlan;
}

/** Remembers the latest plan of each stream for as long as neither what is kept about it nor the learned aliases change. */
export function createPlanCache(mostSteps: number = MOST_STEPS): PlanCache {
  const entries = new Map<string, Entry>();
  let weight = 0;

  function forget(id: string): void {
    weight -= entries.get(id)?.weight ?? 0;
    entries.delete(id);
  }

  function remember(id: string, entry: Entry): void {
    forget(id);
    entries.set(id, entry);
    weight += entry.weight;
    for (const oldest of entries.keys()) {
      if (weight <= mostSteps || oldest === id) return;
      forget(oldest);
    }
  }

  return {
    planOf(stored, aliases, make) {
      const known = entries.get(stored.id);
      if (known && known.version === stored.version && known.aliases === aliases) {
        entries.delete(stored.id);
        entries.set(stored.id, known);
        return known.plan;
      }
      const plan = make();
      remember(stored.id, {
        version: stored.version,
        aliases,
        plan,
        weight: plan.stream.steps.length + LEAST_WEIGHT,
      });
      return plan;
    },
  };
}
