import {
  deriveMatrix,
  type ChangedRoles,
  type ClosestToToday,
  type StructureAlternative,
  type StructureLimits,
} from '../../../domain/index.js';
import type { PlannedStream, UseCases } from '../../../application/index.js';
import { globalId } from '../global-id.js';
import { readLimits, type LimitsInput } from '../limits-input.js';
import { presentNoStructure, presentProposal } from './present-structure.js';
import { stepBookOf, type StepBook } from './step-book.js';

/** The choice from fewest people to fewest hand-offs, or why there is none. */
export function presentAlternatives(
  useCases: UseCases,
  planned: PlannedStream,
  limits: LimitsInput | null | undefined,
) {
  const { goals: _, relax: __, ...asked } = readLimits(limits);
  const front = useCases.structureAlternatives(planned, asked);
  const book = stepBookOf(planned.plan);
  if (front.kind !== 'StructureFront') return presentNoStructure(book, front);
  return {
    __typename: front.kind,
    complete: front.complete,
    text: front.text,
    alternatives: front.alternatives.map((one) => presentAlternative(planned, asked, one)),
    closestToToday: front.today && presentClosest(planned, asked, front.today),
  };
}

function presentAlternative(planned: PlannedStream, limits: StructureLimits, one: StructureAlternative) {
  const { proposal: _, changes, ...told } = one;
  const book = stepBookOf(planned.plan);
  return {
    ...told,
    structure: () => presentStructure(planned, limits, one),
    changes: changes && presentChanges(book, changes),
  };
}

function presentClosest(planned: PlannedStream, limits: StructureLimits, closest: ClosestToToday) {
  const { proposal, kept, moved, ...told } = closest;
  const book = stepBookOf(planned.plan);
  return {
    ...told,
    structure: () => presentStructure(planned, limits, closest),
    kept: kept.map(({ steps, ...names }) => ({ ...names, steps: steps.map((key) => book.step(key)) })),
    moved: moved.map(({ step, ...names }) => ({ ...names, step: book.step(step) })),
    handOffsPerWeek: proposal.handOffsPerWeek,
  };
}

function presentStructure(
  planned: PlannedStream,
  limits: StructureLimits,
  { id: alternative, proposal }: Pick<ClosestToToday, 'id' | 'proposal'>,
) {
  const stream = planned.stored.id;
  const id = globalId({ type: 'AlternativeStructure', stream, limits, alternative });
  const matrix = () => deriveMatrix({ ...planned.plan.gate, structure: proposal });
  return presentProposal(stepBookOf(planned.plan), proposal, id, matrix);
}

/** What changes from one set of roles to another. */
export function presentChanges(book: StepBook, { changed, moved, ...told }: ChangedRoles) {
  return {
    ...told,
    changed: changed.map(({ gains, loses, ...names }) => ({
      ...names,
      gains: gains.map((key) => book.step(key)),
      loses: loses.map((key) => book.step(key)),
    })),
    moved: moved.map(({ step, ...names }) => ({ ...names, step: book.step(step) })),
  };
}

/** The structure of one alternative; null where the stream has it no longer. */
export function presentAlternativeStructure(
  useCases: UseCases,
  planned: PlannedStream,
  thing: { readonly limits: StructureLimits; readonly alternative: string },
) {
  const front = useCases.structureAlternatives(planned, thing.limits);
  if (front.kind !== 'StructureFront') return null;
  const found = front.alternatives.find(({ id }) => id === thing.alternative);
  if (found) return presentAlternative(planned, thing.limits, found).structure();
  const { today } = front;
  return today?.id === thing.alternative ? presentClosest(planned, thing.limits, today).structure() : null;
}
