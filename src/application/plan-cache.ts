import type { CapabilityKey, StreamUnderstanding } from '../domain/index.js';
import type { StoredPlan, StoredStream } from './ports/index.js';

type Aliases = ReadonlyMap<string, CapabilityKey>;

interface Entry {
  readonly stored: StoredStream;
  readonly aliases: Aliases;
  readonly plan: StoredPlan;
  readonly weight: number;
}

/** The two parts of planning a kept stream; the first is the costly one. */
export interface Planning {
  readonly understand: () => StreamUnderstanding;
  readonly plan: (understanding: StreamUnderstanding, before: StoredPlan | null) => StoredPlan;
}

/** Steps over all remembered plans; beyond that the plan that was asked for longest ago is forgotten. */
const MOST_STEPS = 40_000;
/** What a stream of no steps weighs, so that thousands of them are bounded too. */
const LEAST_WEIGHT = 20;

export interface PlanCache {
  planOf(stored: StoredStream, aliases: Aliases, planning: Planning): StoredPlan;
  /** true where the stream is understood already, whatever was decided about it since. */
  isUnderstood(stored: StoredStream, aliases: Aliases): boolean;
  /** Remembers a plan that was made elsewhere. */
  keep(stored: StoredStream, aliases: Aliases, plan: StoredPlan): void;
}

/**
 * Remembers the latest plan of each stream for as long as neither what is kept about it nor the learned aliases change;
 * where only what was decided about it changed, the stream is not understood again.
 */
export function createPlanCache(mostSteps: number = MOST_STEPS): PlanCache {
  const entries = new Map<string, Entry>();
  let weight = 0;

  function forget(id: string): void {
    weight -= entries.get(id)?.weight ?? 0;
    entries.delete(id);
  }

  function remember(entry: Entry): StoredPlan {
    const { id } = entry.stored;
    forget(id);
    entries.set(id, entry);
    weight += entry.weight;
    for (const oldest of entries.keys()) {
      if (weight <= mostSteps || oldest === id) break;
      forget(oldest);
    }
    return entry.plan;
  }

  const weigh = ({ understanding }: StoredPlan): number => understanding.stream.steps.length + LEAST_WEIGHT;
  const understood = (known: Entry | undefined, stored: StoredStream, aliases: Aliases): known is Entry =>
    known?.aliases === aliases && sameRevision(known.stored, stored);

  return {
    isUnderstood: (stored, aliases) => understood(entries.get(stored.id), stored, aliases),
    keep: (stored, aliases, plan) => void remember({ stored, aliases, plan, weight: weigh(plan) }),
    planOf(stored, aliases, { understand, plan }) {
      const known = entries.get(stored.id);
      const sameStream = understood(known, stored, aliases);
      if (sameStream && known.stored.version === stored.version) return remember(known);
      const understanding = sameStream ? known.plan.understanding : understand();
      const fresh = plan(understanding, known?.plan ?? null);
      return remember({ stored, aliases, plan: fresh, weight: weigh(fresh) });
    },
  };
}

/** The text is compared too: a revision that was never kept leaves its number to another one. */
function sameRevision(a: StoredStream, b: StoredStream): boolean {
  if (a.revision !== b.revision || a.napkin !== b.napkin) return false;
  return a.served === b.served || JSON.stringify(a.served) === JSON.stringify(b.served);
}
