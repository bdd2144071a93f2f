import {
  proposeStructure,
  type Plan,
  type StructureLimits,
  type SuggestedStructure,
} from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';

/** How many sets of limits are remembered for one plan. */
const MOST_LIMITS = 16;

/** What the stream asks for within these limits; equal limits on one plan are worked out once. */
export function suggestStructure() {
  const remembered = new WeakMap<Plan, Map<string, SuggestedStructure>>();

  return ({ plan }: PlannedStream, limits: StructureLimits | null = null): SuggestedStructure => {
    const key = limitsKey(limits ?? {});
    if (key === '') return plan.suggested;
    const known = remembered.get(plan) ?? new Map<string, SuggestedStructure>();
    remembered.set(plan, known);
    const before = known.get(key);
    if (before) return before;
    const suggested = proposeStructure(plan.gate, limits ?? {});
    for (const oldest of known.keys()) {
      if (known.size < MOST_LIMITS) break;
      known.delete(oldest);
    }
    known.set(key, suggested);
    return suggested;
  };
}

/** Empty where no limit is set. */
function limitsKey(limits: StructureLimits): string {
  return Object.entries(limits)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}`)
    .sort()
    .join(' ');
}
