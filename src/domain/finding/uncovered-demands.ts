import type { StepKey } from '../shared/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { Step } from '../stream/index.js';
import type { FindingContext } from './finding-rule.js';

/** A step with the demands of it that no role carries; covered: other demands of it are carried. */
export interface UncoveredStep {
  readonly step: Step;
  readonly demands: readonly CapabilityDemand[];
  readonly covered: boolean;
}

/** Steps done inside that the structure leaves open, wholly or in part, in stream order; none where there is no structure. */
export function uncoveredDemands({ stream, structure, demands }: FindingContext): UncoveredStep[] {
  if (!structure) return [];
  const carried = new Set<string>();
  for (const role of structure.roles) {
    for (const { step, capability } of role.demands) carried.add(`${step}\n${capability}`);
  }
  const open = new Map<StepKey, { missing: CapabilityDemand[]; covered: boolean }>();
  for (const demand of demands) {
    const entry = open.get(demand.step) ?? { missing: [], covered: false };
    open.set(demand.step, entry);
    if (carried.has(`${demand.step}\n${demand.capability.key}`)) entry.covered = true;
    else entry.missing.push(demand);
  }
  return stream.steps.flatMap((step) => {
    const entry = step.outside ? undefined : open.get(step.key);
    return entry && entry.missing.length > 0
      ? [{ step, demands: entry.missing, covered: entry.covered }]
      : [];
  });
}
