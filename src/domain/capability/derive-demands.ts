import { keyFromName, type CapabilityKey, type Figure } from '../shared/index.js';
import type { StreamMetrics } from '../metrics/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { Capability, CapabilityDemand, CapabilitySuggestion, Catalogue } from './capability.js';
import { findCapability, findLearned } from './find-capability.js';
import { nearestCapabilities } from './nearest-capabilities.js';
import { shareOfHours } from './weekly-hours.js';

/** From this score on a likeness of words is strong enough to tell the kind of work (never to justify anybody). */
export const STRONG_MATCH = 0.6;

/** A rival of another kind of work this near makes the best one too uncertain. */
const RIVAL_MARGIN = 0.05;

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
  return [...demands.values()].map(({ capability, level }) => ({
    step: step.key,
    capability,
    level,
    statedByStep: true,
    hoursPerWeek,
    suggestions: capability.family === null ? nearestCapabilities(catalogue, capability.name) : [],
  }));
}

function derivedDemand(step: Step, load: Figure | undefined, catalogue: Catalogue): CapabilityDemand {
  const learned = findLearned(catalogue, step.name);
  const suggestions = learned ? [] : nearestCapabilities(catalogue, step.name);
  return {
    step: step.key,
    capability: learned ?? ownActivity(step, suggestions),
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
  return { key, name: step.name, family: strongFamily(suggestions), holder: null, licence: false };
}

function strongFamily(suggestions: readonly CapabilitySuggestion[]): string | null {
  const [best, ...others] = suggestions;
  if (!best || best.score < STRONG_MATCH) return null;
  const family = best.capability.family;
  const rival = others.some(
    ({ capability, score }) => capability.family !== family && best.score - score < RIVAL_MARGIN,
  );
  return rival ? null : family;
}
