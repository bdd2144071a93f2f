import type { CapabilityDemand } from '../capability/index.js';
import { personFit, skillsOf } from '../responsibility/index.js';
import type { Step } from '../stream/index.js';
import type { FindingContext } from './finding-rule.js';

/** A capability, as the steps demand it, with the people who can do it and those who nearly can. */
export interface HeldDemand {
  readonly demand: CapabilityDemand;
  readonly steps: readonly Step[];
  readonly holders: readonly string[];
  /** Has it, without the level or the licence. */
  readonly nearly: readonly string[];
}

/** One for each capability, level and licence demanded inside, in stream order; none where no person line tells what people can do. */
export function holdersOfDemands({ stream, demands, catalogue }: FindingContext): HeldDemand[] {
  const people = stream.people
    .filter(({ capabilities }) => capabilities.length > 0)
    .map((person) => ({ name: person.name, skills: skillsOf(person, catalogue) }));
  if (people.length === 0) return [];
  const byKey = new Map(stream.steps.map((step) => [step.key, step]));
  const groups = new Map<string, { demand: CapabilityDemand; steps: Step[] }>();
  for (const demand of demands) {
    const step = byKey.get(demand.step);
    if (!step || step.outside) continue;
    const kind = `${demand.capability.key}\n${demand.level ?? ''}\n${demand.capability.licence}\n${demand.statedByStep}`;
    const group = groups.get(kind) ?? { demand, steps: [] };
    groups.set(kind, group);
    group.steps.push(step);
  }
  return [...groups.values()].map(({ demand, steps }) => {
    const fits = people.map(({ name, skills }) => ({ name, fit: personFit(skills, demand) }));
    const holders = fits.filter(({ fit }) => fit === 'FITS').map(({ name }) => name);
    const nearly = fits.filter(({ fit }) => fit !== 'FITS' && fit !== 'LACKS').map(({ name }) => name);
    return { demand, steps, holders, nearly };
  });
}
