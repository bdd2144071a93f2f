import type { Force, Plan, StatedCapability, StepKey } from '../../../domain/index.js';
import { sayCapability } from '../step-words.js';
import { addElement, relate, type ModelDraft } from './model-draft.js';

/**
 * Business capabilities: the families, each with the capabilities that steps demand inside, serving the stages that need
 * them. Gives the identifiers by the key of the capability.
 */
export function addCapabilities(
  draft: ModelDraft,
  { demands, catalogue, stream }: Plan,
  stageOf: (force: Force | null) => string | undefined,
  steps: ReadonlyMap<StepKey, string>,
): ReadonlyMap<string, string> {
  const families = new Map<string, string>();
  const skills = new Map<string, string>();
  const served = new Set<string>();
  const forces = new Map(stream.steps.map(({ key, force }) => [key, force]));
  for (const { step, capability, level, statedByStep } of demands) {
    const family =
      capability.family === null ? undefined : familyElement(draft, families, capability.family, catalogue);
    const known = skills.get(capability.key);
    const skill =
      known ??
      addElement(draft, {
        type: 'Capability',
        name: capability.name,
        properties: [
          ['Kind', 'what a step demands'],
          ...(capability.licence ? [['Licence', 'yes'] as const] : []),
        ],
      });
    skills.set(capability.key, skill);
    if (known === undefined) relate(draft, 'Composition', family, skill);
    relate(draft, 'Association', steps.get(step), skill, {
      name: 'demands',
      properties: [
        ...(level === null ? [] : [['Level', String(level)] as const]),
        ['Stated', statedByStep ? 'yes' : "derived from the step's name"],
      ],
    });
    const stage = stageOf(forces.get(step) ?? null);
    const pair = `${family ?? skill} ${stage ?? ''}`;
    if (!served.has(pair)) relate(draft, 'Serving', family ?? skill, stage);
    served.add(pair);
  }
  return skills;
}

function familyElement(
  draft: ModelDraft,
  families: Map<string, string>,
  key: string,
  { families: known }: Plan['catalogue'],
): string {
  const found = families.get(key);
  if (found !== undefined) return found;
  const name = known.find((family) => family.key === key)?.name ?? key;
  const id = addElement(draft, { type: 'Capability', name, properties: [['Kind', 'business capability']] });
  families.set(key, id);
  return id;
}

/** What somebody can do, on one line. */
export function skillsOf(capabilities: readonly StatedCapability[]): string {
  return capabilities.map(sayCapability).join(', ');
}
