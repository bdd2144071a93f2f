import type { NewRevision, StoredAssignment, StoredRefusal } from '../../src/application/ports/index.js';
import type {
  AdoptedStructure,
  CapabilityKey,
  Justification,
  KnownStep,
  RefusedWish,
  StepKey,
  StreamKey,
  StructureProposal,
} from '../../src/domain/index.js';

/** Steps of these names, with the names as keys. */
export function knownSteps(...names: readonly string[]): readonly KnownStep[] {
  return names.map((name) => ({ key: name as StepKey, name: `The ${name}` }));
}

/** A revision of which only what matters to the case is told. */
export function newRevision(told: Partial<NewRevision> = {}): NewRevision {
  const key = (told.key ?? 'bakery') as StreamKey;
  return {
    streamId: `id-of-${key}`,
    key,
    name: 'Bakery',
    revision: 1,
    napkin: `stream Bakery\nrevision ${told.revision ?? 1}\n`,
    drawnAt: '2025-03-01T08:00:00.000Z',
    steps: knownSteps('mix', 'bake', 'sell'),
    ...told,
  };
}

/** A reason that cites a step; with a capability unless null is given. */
export function justification(step = 'mix', capability: string | null = 'baking'): Justification {
  return {
    step: step as StepKey,
    capability:
      capability === null ? null : { key: capability as CapabilityKey, name: `${capability} things` },
    rule: 'STEP_DEMANDS_CAPABILITY',
    text: `The ${step} asks for it`,
  };
}

export function storedAssignment(told: Partial<StoredAssignment> = {}): StoredAssignment {
  return {
    id: 'assignment-1',
    holder: 'Baker',
    step: { key: 'mix' as StepKey, name: 'The mix' },
    letter: 'R',
    because: [justification()],
    revision: 1,
    acceptedAt: '2025-03-02T08:00:00.000Z',
    ...told,
  };
}

export function storedRefusal(
  told: Partial<StoredRefusal> = {},
  wish: Partial<RefusedWish> = {},
): StoredRefusal {
  return {
    id: 'refusal-1',
    revision: 1,
    refusedAt: '2025-03-03T08:00:00.000Z',
    refused: {
      kind: 'RefusedWish',
      holder: 'Nobody',
      letter: 'A',
      step: null,
      reason: 'I would like to',
      reasons: [
        {
          code: 'NO_STEP_CITED',
          message: 'No step is named.',
          missingLink: 'assignment → step',
          remedy: 'Name the step.',
          nearestStep: null,
        },
      ],
      ...wish,
    },
    ...told,
  };
}

/** An adopted structure that is no more than its method. */
export function adoptedStructure(told: Partial<AdoptedStructure> = {}, method = 'by hand'): AdoptedStructure {
  const proposal = { kind: 'StructureProposal', roles: [], teams: [], gap: 0, method, notes: [] };
  return {
    revision: 1,
    adoptedAt: '2025-03-04T08:00:00.000Z',
    proposal: proposal as unknown as StructureProposal,
    ...told,
  };
}
