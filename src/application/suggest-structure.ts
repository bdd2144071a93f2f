import {
  proposeStructure,
  type Solving,
  type StreamUnderstanding,
  type StructureLimits,
  type SuggestedStructure,
} from '../domain/index.js';
import type { PlannedStream } from './planned-stream.js';

/** How many sets of limits are remembered for one stream. */
const MOST_LIMITS = 16;

/** What the stream asks for within these limits; equal limits are worked out once for as long as the stream stays as it is. */
export function suggestStructure(solving?: Solving) {
  const remembered = new WeakMap<StreamUnderstanding, Map<string, SuggestedStructure>>();

  return ({ plan }: PlannedStream, limits: StructureLimits | null = null): SuggestedStructure => {
    const key = limitsKey(limits ?? {});
    const { understanding } = plan;
    if (key === '') return understanding.suggested;
    const known = remembered.get(understanding) ?? new Map<string, SuggestedStructure>();
    remembered.set(understanding, known);
    const before = known.get(key);
    if (before) return before;
    const suggested = proposeStructure(understanding, limits ?? {}, solving);
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
