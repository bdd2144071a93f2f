import {
  deriveMatrix,
  type ChangedRoles,
  type ClosestToToday,
  type RenamedRole,
  type StructureAlternative,
  type StructureFront,
  type StructureLimits,
} from '../../../domain/index.js';
import type { PlannedStream, UseCases } from '../../../application/index.js';
import { globalId } from '../global-id.js';
import { readLimits, type LimitsInput } from '../limits-input.js';
import { presentNoStructure, presentProposal } from './present-structure.js';
import { stepBookOf, type StepBook } from './step-book.js';

/** The choice from fewest people to fewest hand-offs, or why there is none. */
export async function presentAlternatives(
  useCases: UseCases,
  planned: PlannedStream,
  limits: LimitsInput | null | undefined,
) {
  const { goals: _, relax: __, ...asked } = readLimits(limits);
  const front = await useCases.structureAlternatives(planned, asked);
  if (front.kind !== 'StructureFront') return presentNoStructure(stepBookOf(planned.plan), front);
  return presentFront(planned, idsWithin(planned, asked), front);
}

/** Gives the structure of an alternative its id. */
type IdOf = (alternative: string) => string;

function idsWithin({ stored }: PlannedStream, limits: StructureLimits): IdOf {
  return (alternative) => globalId({ type: 'AlternativeStructure', stream: stored.id, limits, alternative });
}

/** A choice that was weighed. */
export function presentFront(planned: PlannedStream, idOf: IdOf, front: StructureFront) {
  return {
    __typename: front.kind,
    complete: front.complete,
    proof: proofOf(front),
    text: front.text,
    alternatives: front.alternatives.map((one) => presentAlternative(planned, idOf, one)),
    closestToToday: front.today && presentClosest(planned, idOf, front.today),
  };
}

/** The structure of the alternative with that id; null where the choice has none. */
export function presentStructureIn(
  planned: PlannedStream,
  idOf: IdOf,
  { alternatives, today }: StructureFront,
  alternative: string,
) {
  const found = alternatives.find(({ id }) => id === alternative);
  if (found) return presentAlternative(planned, idOf, found).structure();
  return today?.id === alternative ? presentClosest(planned, idOf, today).structure() : null;
}

/** Answers that were kept by an earlier version tell neither proof nor bound, and changes only by names. */
function proofOf({ proof = '' }: Partial<Pick<StructureFront, 'proof'>>): string {
  return proof;
}

function boundOf({ bound = '' }: Partial<Pick<StructureAlternative, 'bound'>>): string {
  return bound;
}

function changesInWords({
  gained,
  lost,
  gainedInWords = gained,
  lostInWords = lost,
}: Pick<ChangedRoles, 'gained' | 'lost'> & Partial<Pick<ChangedRoles, 'gainedInWords' | 'lostInWords'>>) {
  return { gainedInWords, lostInWords };
}

function presentAlternative(planned: PlannedStream, idOf: IdOf, one: StructureAlternative) {
  const { proposal: _, changes, ...told } = one;
  const book = stepBookOf(planned.plan);
  return {
    ...told,
    bound: boundOf(told),
    structure: () => presentStructure(planned, idOf, one),
    changes: changes && presentChanges(book, changes),
  };
}

function presentClosest(planned: PlannedStream, idOf: IdOf, closest: ClosestToToday) {
  const { proposal, kept, moved, ...told } = closest;
  const book = stepBookOf(planned.plan);
  return {
    ...told,
    structure: () => presentStructure(planned, idOf, closest),
    kept: kept.map(({ steps, ...names }) => ({ ...names, steps: steps.map((key) => book.step(key)) })),
    moved: moved.map(({ step, ...names }) => ({ ...names, step: book.step(step) })),
    handOffsPerWeek: proposal.handOffsPerWeek,
  };
}

function presentStructure(
  planned: PlannedStream,
  idOf: IdOf,
  { id, proposal }: Pick<ClosestToToday, 'id' | 'proposal'>,
) {
  const matrix = () => deriveMatrix({ ...planned.plan.gate, structure: proposal });
  return presentProposal(stepBookOf(planned.plan), proposal, idOf(id), matrix);
}

/** What changes from one set of roles to another. */
export function presentChanges(book: StepBook, { changed, moved, renamed, ...told }: ChangedRoles) {
  return {
    ...told,
    ...changesInWords(told),
    renamed: renamed.map((names) => ({ ...names, text: renamedText(names) })),
    changed: changed.map(({ gains, loses, ...names }) => ({
      ...names,
      gains: gains.map((key) => book.step(key)),
      loses: loses.map((key) => book.step(key)),
    })),
    moved: moved.map(({ step, ...names }) => ({ ...names, step: book.step(step) })),
  };
}

function renamedText({
  before,
  after,
  text = `${before} is called ${after}`,
}: Pick<RenamedRole, 'before' | 'after'> & Partial<Pick<RenamedRole, 'text'>>): string {
  return text;
}

/** The structure of one alternative; null where the stream has it no longer. */
export async function presentAlternativeStructure(
  useCases: UseCases,
  planned: PlannedStream,
  thing: { readonly limits: StructureLimits; readonly alternative: string },
) {
  const front = await useCases.structureAlternatives(planned, thing.limits);
  if (front.kind !== 'StructureFront') return null;
  return presentStructureIn(planned, idsWithin(planned, thing.limits), front, thing.alternative);
}
