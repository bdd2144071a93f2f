import type { CapabilityKey, StepKey } from './brand.js';

/** The step that demands it, the capability by which it is demanded (null for a flow line or an ownership), the rule, and the reason in words. */
export interface Justification {
  readonly step: StepKey;
  readonly capability: { readonly key: CapabilityKey; readonly name: string } | null;
  readonly rule: string;
  readonly text: string;
}
