import { keyFromName, type CapabilityKey, type Figure } from '../shared/index.js';
import type { StreamMetrics } from '../metrics/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { Capability, CapabilityDemand, CapabilitySuggestion, Catalogue } from './capability.js';
import { findCapability, isOfCatalogue } from './find-capability.js';
import { nearestCapabilities } from './nearest-capabilities.js';
import { strongMatch } from './strong-match.js';
import { familyByLikeness, tradesOf, withinTrade, type SpeaksOf } from './trade-words.js';
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
  const speaksOf = tradesOf(stream);
  return stream.steps
    .filter((step) => !step.outside)
    .flatMap((step) => {
      const load = metrics.steps.get(step.key)?.loadPerWeek;
      return step.capabilities.length > 0
        ? statedDemands(step, load, catalogue, speaksOf)
        : [derivedDemand(step, load, catalogue, speaksOf)];
    });
}

function statedDemands(
  step: Step,
  load: Figure | undefined,
  catalogue: Catalogue,
  speaksOf: SpeaksOf,
): CapabilityDemand[] {
  const demands = new Map<CapabilityKey, Pick<CapabilityDemand, 'capability' | 'level'>>();
  for (const { name, level, licence } of step.capabilities) {
    const found = findCapability(catalogue, name, licence);
    const capability = withinTrade(found, isOfCatalogue(catalogue, found.key), speaksOf);
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
    const likeness = familyByLikeness(strongMatch(capability.name, suggestions), speaksOf);
    const family = capability.family ?? likeness;
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

function derivedDemand(
  step: Step,
  load: Figure | undefined,
  catalogue: Catalogue,
  speaksOf: SpeaksOf,
): CapabilityDemand {
  const suggestions = nearestCapabilities(catalogue, step.name);
  return {
    step: step.key,
    capability: ownActivity(step, suggestions, speaksOf),
    level: null,
    statedByStep: false,
    hoursPerWeek: shareOfHours(load, 1),
    suggestions,
  };
}

/** The step's own activity; where the catalogue has a capability of that very name, it is that one. */
function ownActivity(
  step: Step,
  suggestions: readonly CapabilitySuggestion[],
  speaksOf: SpeaksOf,
): Capability {
  const key = keyFromName(step.name) as CapabilityKey;
  const [best] = suggestions;
  if (best && best.score === 1 && best.capability.key === key)
    return withinTrade(best.capability, true, speaksOf);
  const family = familyByLikeness(strongMatch(step.name, suggestions), speaksOf);
  return { key, name: step.name, family, holder: null, licence: false };
}
