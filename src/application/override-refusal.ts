import { setOverride, type OverrideRefused, type OverrideRequest } from '../domain/index.js';
import { createOverridesToday, dayOf } from './overrides-today.js';
import type { Parts } from './parts.js';
import type { PlannedStream } from './planned-stream.js';
import type { StoredOverride } from './ports/index.js';
import { requireRevision } from './problems.js';

export interface OverrideInput extends OverrideRequest {
  /** The key of the stream. */
  readonly stream: string;
  /** The revision that the decision is based on; null does not ask. */
  readonly expectedRevision?: number | null;
}

/** The override as it is kept, and the stream with it; or why it was not set. */
export type OverrideResult =
  | { readonly kind: 'OverrideSet'; readonly override: StoredOverride; readonly planned: PlannedStream }
  | (OverrideRefused & { readonly planned: PlannedStream });

/**
 * Lets a refused wish stand for a time, marked as an override with who and why; it never becomes an assignment. A Fault
 * NOT_FOUND where there is no such stream, CONFLICT where it has another revision than the expected one.
 */
export function overrideRefusal(parts: Parts) {
  const { unitOfWork, world, planner, overridesSwitchedOn: switchedOn = false } = parts;
  const standingIn = createOverridesToday(parts);
  return async ({ stream: key, expectedRevision, ...request }: OverrideInput): Promise<OverrideResult> => {
    await planner.readied(unitOfWork, key);
    return unitOfWork.write(async (store) => {
      const planned = await planner.required(store, key);
      requireRevision(planned.stored, expectedRevision);
      const { id, revision } = planned.stored;
      const overriddenAt = world.now();
      const ground = { today: dayOf(overriddenAt), switchedOn, standing: standingIn(planned.stored) };
      const result = setOverride(planned.plan.gate, request, ground);
      if (result.kind === 'OverrideRefused') return { ...result, planned };
      const marks = { id: world.newId(), revision, overriddenAt, endedAt: null };
      const override: StoredOverride = { ...result.override, ...marks };
      await store.addOverride(id, override);
      return { kind: 'OverrideSet', override, planned: await planner.required(store, key) };
    });
  };
}
