import type { UseCases } from '../../application/index.js';
import { readGlobalId } from './global-id.js';
import { presentAlternativeStructure } from './present/present-alternatives.js';
import { presentAssignment } from './present/present-gate.js';
import { presentOverride } from './present/present-override.js';
import { presentDesign, presentDesignedStructure } from './present/present-design.js';
import { presentAdopted, presentStream, presentSuggested } from './present/present-stream.js';
import { stepBookOf } from './present/step-book.js';

/** The thing with this id; null where there is none, or no longer, or the id is not one of ours. */
export async function findNode(useCases: UseCases, id: string): Promise<object | null> {
  const thing = readGlobalId(id);
  if (!thing) return null;
  switch (thing.type) {
    case 'ValueStream': {
      const planned = await useCases.streamById(thing.id);
      return planned && presentStream(useCases, planned);
    }
    case 'Assignment': {
      const planned = await useCases.streamOfAssignment(thing.id);
      await planned?.ready();
      const judged = planned?.plan.assignments.find(({ assignment }) => assignment.id === thing.id);
      return planned && judged
        ? presentAssignment(stepBookOf(planned.plan), judged, () => useCases.standingLog(planned.stored))
        : null;
    }
    case 'Override': {
      const planned = await useCases.streamOfOverride(thing.id);
      await planned?.ready();
      const told = planned && useCases.overrides(planned).find(({ override }) => override.id === thing.id);
      return planned && told ? presentOverride(stepBookOf(planned.plan), told) : null;
    }
    case 'DesignJob': {
      const job = await useCases.design(thing.id);
      return job && presentDesign(useCases, job, (planned) => presentStream(useCases, planned));
    }
    case 'DesignedStructure': {
      const found = (await useCases.designsFound([thing.design])).get(thing.design);
      return found ? presentDesignedStructure(found, thing.alternative) : null;
    }
    case 'AdoptedStructure': {
      const planned = await useCases.streamById(thing.stream);
      await planned?.ready();
      return planned && presentAdopted(planned);
    }
    case 'SuggestedStructure': {
      const planned = await useCases.streamById(thing.stream);
      const suggested = planned && (await presentSuggested(useCases, planned, thing.limits, thing.effort));
      return suggested?.__typename === 'StructureProposal' ? suggested : null;
    }
    case 'AlternativeStructure': {
      const planned = await useCases.streamById(thing.stream);
      return planned && presentAlternativeStructure(useCases, planned, thing);
    }
  }
}
