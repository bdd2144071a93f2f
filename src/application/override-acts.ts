import { endOverride } from './end-override.js';
import { overrideRefusal } from './override-refusal.js';
import { overridesOfStream } from './overrides-today.js';
import type { Parts } from './parts.js';

/** What can be done with overrides: set one, end one, tell all that were ever set. */
export function overrideActs(parts: Parts) {
  return {
    overrideRefusal: overrideRefusal(parts),
    endOverride: endOverride(parts),
    overrides: overridesOfStream(parts),
  };
}
