import { endOverride } from './end-override.js';
import { overridesOfStream } from './overrides-today.js';
import type { Parts } from './parts.js';

/** What can be done with overrides that were set: end one, tell all that ever were. */
export function overrideActs(parts: Parts) {
  return {
    endOverride: endOverride(parts),
    overrides: overridesOfStream(parts),
  };
}
