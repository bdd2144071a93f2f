import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import { Fault, type StoredOverride } from './ports/index.js';
import { requireRevision } from './problems.js';

export interface EndOverrideInput {
  /** The id of the override. */
  readonly override: string;
  /** The revision that the decision is based on; null does not ask. */
  readonly expectedRevision?: number | null;
}

/** What was ended, and the stream without it. */
export interface EndedOverride {
  readonly ended: StoredOverride;
  readonly planned: PlannedStream;
}

/**
 * Ends an override before its last day; the log keeps that it was there. A Fault NOT_FOUND where there is no such override,
 * or it was ended already; CONFLICT where the stream has another revision than the expected one.
 */
export function endOverride({ unitOfWork, world, planner }: Parts) {
  return async ({ override: id, expectedRevision }: EndOverrideInput): Promise<EndedOverride> => {
    const done = await unitOfWork.write(async (store) => {
      const stored = await store.streamOfOverride(id);
      const open = stored?.overrides.find((one) => one.id === id && one.endedAt === null);
      if (!stored || !open)
        throw new Fault('NOT_FOUND', 'There is no such override: it was ended, or never there.');
      requireRevision(stored, expectedRevision);
      const endedAt = world.now();
      await store.endOverride(stored.id, id, endedAt);
      return { ended: { ...open, endedAt }, planned: await planner.required(store, stored.key) };
    });
    await done.planned.ready();
    return done;
  };
}
