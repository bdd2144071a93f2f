import {
  acceptDraft,
  planStream,
  readNapkin,
  understandStream,
  withLearned,
  type CapabilityKey,
  type Catalogue,
  type Plan,
  type Solving,
  type ValueStream,
} from '../domain/index.js';
import {
  Fault,
  type Reading,
  type StoredAssignment,
  type StoredRevision,
  type StoredStream,
} from './ports/index.js';
import { createPlanCache, type Planning } from './plan-cache.js';

/** A stream as it is kept, and everything that follows from it; the plan is worked out when it is first asked for. */
export interface PlannedStream {
  readonly stored: StoredStream;
  readonly plan: Plan<StoredAssignment>;
}

/** Makes planned streams; equal ground is planned once for as long as it is remembered. */
export interface Planner {
  planned(stored: StoredStream, aliases: ReadonlyMap<string, CapabilityKey>): PlannedStream;
  /** The stream of that key; a Fault NOT_FOUND where there is none. */
  required(store: Reading, key: string): Promise<PlannedStream>;
}

/** The stream that a stored revision says: read from its canonical text, with the keys that its steps have. */
export function streamOf(stored: StoredRevision): ValueStream {
  const draft = readNapkin(stored.napkin).drafts[0];
  if (!draft) throw new Error(`Revision ${stored.revision} of ${stored.key} holds no stream`);
  return acceptDraft(draft, { key: stored.key, known: stored.steps }).stream;
}

/** A planner over this catalogue, with the learned aliases of the moment. */
export function createPlanner(catalogue: Catalogue, solving?: Solving): Planner {
  const cache = createPlanCache();

  function planned(stored: StoredStream, aliases: ReadonlyMap<string, CapabilityKey>): PlannedStream {
    const planning: Planning = {
      understand: () =>
        understandStream(
          streamOf(stored),
          aliases.size > 0 ? withLearned(catalogue, aliases) : catalogue,
          {},
          solving,
        ),
      plan: (understanding, before) => planStream(understanding, stored, before),
    };
    let plan: Plan<StoredAssignment> | null = null;
    return {
      stored,
      get plan() {
        return (plan ??= cache.planOf(stored, aliases, planning));
      },
    };
  }

  return {
    planned,
    async required(store, key) {
      const stored = await store.streamByKey(key);
      if (!stored) throw new Fault('NOT_FOUND', `There is no value stream with the key "${key}".`);
      return planned(stored, await store.learnedAliases());
    },
  };
}
