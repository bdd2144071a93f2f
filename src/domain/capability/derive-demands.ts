import { keyFromName, type CapabilityKey, type Figure } from '../shared/index.js';
import type { StreamMetrics } from '../metrics/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { Capability, CapabilityDemand, CapabilitySuggestion, Catalogue } from './capability.js';
import { findCapability, isOfCatalogue } from './find-capability.js';
import { nearestCapabilities } from './nearest-capabilities.js';
import { strongMatch } from './strong-match.js';
import { shareOfHours } from './weekly-hours.js';

/**
 * What each step inside demands, in stream order: what it states, else the one capability that is its own activity,
 * with the three nearest of the catalogue. The family of such a capability is that of a strong nearest one.
 */
export function deriveDemands(
  stream: ValueStream,
  metrics: StreamMetrics,
  catalogue: Catalogue,
): CapabilityDemand[] {
  return stream.steps
    .filter((step) => !step.outside)
    .flatMap((step) => {
      const load = metrics.steps.get(step.key)?.loadPerWeek;
      return step.capabilities.length > 0
        ? statedDemands(step, load, catalogue)
        : [derivedDemand(step, load, catalogue)];
    });
}

function statedDemands(step: Step, load: Figure | undefined, catalogue: Catalogue): CapabilityDemand[] {
  const demands = new Map<CapabilityKey, Pick<CapabilityDemand, 'capability' | 'level'>>();
  for (const { name, level, licence } of step.capabilities) {
    const capability = findCapability(catalogue, name, licence);
    const former = demands.get(capability.key);
    demands.set(capability.key, {
      capability: former?.capability.licence ? former.capability : capability,
      level: former?.level == null ? level : Math.max(former.level, level ?? 0),
    });
  }
  const hoursPerWeek = shareOfHours(load, demands.size);
  return [...demands.values()].map(({ capability, level }) => {
    const suggestions = isOfCatalogue(catalogue, capability.key)
      ? []
      : nearestCapabilities(catalogue, capability.name);
    const family = capability.family ?? strongMatch(capability.name, suggestions)?.capability.family ?? null;
    return {
      step: step.key,
      capability: { ...capability, family },
      level,
      statedByStep: true,
      hoursPerWeek,
      suggestions,
    };
  });
}

function derivedDemand(step: Step, load: Figure | undefined, catalogue: Catalogue): CapabilityDemand {
  const suggestions = nearestCapabilities(catalogue, step.name);
  return {
    step: step.key,
    capability: ownActivity(step, suggestions),
    level: null,
    statedByStep: false,
    hoursPerWeek: shareOfHours(load, 1),
    suggestions,
  };
}

/** The step's own activity; where the catalogue has a capability of that very name, it is that one. */
function ownActivity(step: Step, suggestions: readonly CapabilitySuggestion[]): Capability {
  const key = keyFromName(step.name) as CapabilityKey;
  const [best] = suggestions;
  if (best && best.score === 1 && best.capability.key === key) return best.capability;
  const family = strongMatch(step.name, suggestions)?.capability.family ?? null;
  return { key, name: step.name, family, holder: null, licence: false };
}
