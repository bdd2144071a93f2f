import type { StepKey } from '../shared/index.js';

/** A step as an earlier revision knew it: its key outlives a renaming. */
export interface KnownStep {
  readonly key: StepKey;
  readonly name: string;
}
