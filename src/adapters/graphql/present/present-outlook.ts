import type { Growth, GrowthPoint, Sensitivity, Takeover, TrialOutcome } from '../../../domain/index.js';
import type { PlannedStream, UseCases } from '../../../application/index.js';
import { readLimits, type LimitsInput } from '../limits-input.js';
import { presentChanges } from './present-alternatives.js';
import { presentNoStructure } from './present-structure.js';
import { stepBookOf, type StepBook } from './step-book.js';

/** How the structure may come to differ; each part is worked out when it is asked for. */
export function presentOutlook(
  useCases: UseCases,
  planned: PlannedStream,
  input: LimitsInput | null | undefined,
) {
  const limits = input ? readLimits(input) : null;
  const book = () => stepBookOf(planned.plan);
  return {
    growth: async ({ times }: { readonly times?: readonly number[] | null }) => {
      const growth = await useCases.structureOutlook.growth(planned, limits, times ?? null);
      if (growth.kind === 'GrowthNotPossible') return { __typename: growth.kind, ...growth };
      return growth.kind === 'Growth' ? presentGrowth(book(), growth) : presentNoStructure(book(), growth);
    },
    sensitivity: async ({ most }: { readonly most?: number | null }) => {
      const told = await useCases.structureOutlook.sensitivity(planned, limits, most ?? null);
      return told.kind === 'Sensitivity'
        ? presentSensitivity(book(), told)
        : presentNoStructure(book(), told);
    },
  };
}

/** Which roles stay the best where guesses are off. */
export function presentSensitivity(book: StepBook, told: Sensitivity) {
  const { kind, guesses, tried, roles, positions, text } = told;
  return {
    __typename: kind,
    ...provenOf(told),
    guesses,
    tried,
    roles,
    positions,
    text,
    numbers: told.numbers.map(({ step, low, high, ...number }) => ({
      ...number,
      step: step && book.step(step),
      low: presentOutcome(book, low),
      high: presentOutcome(book, high),
    })),
    allLow: told.allLow && presentOutcome(book, told.allLow),
    allHigh: told.allHigh && presentOutcome(book, told.allHigh),
  };
}

/** What is proven; answers that were kept by an earlier version say nothing of it. */
function provenOf({
  proven = false,
  lowerBound = null,
  proof = '',
  method = '',
}: Partial<Pick<Sensitivity, 'proven' | 'lowerBound' | 'proof' | 'method'>>) {
  return { proven, lowerBound, proof, method };
}

function trialProof({
  proven = false,
  betterAsTold = false,
}: Partial<Pick<TrialOutcome, 'proven' | 'betterAsTold'>>) {
  return { proven, betterAsTold };
}

function presentOutcome(book: StepBook, { moved, ...told }: TrialOutcome) {
  return {
    ...told,
    ...trialProof(told),
    moved: moved.map(({ step, ...names }) => ({ ...names, step: book.step(step) })),
  };
}

/** How a structure grows. */
export function presentGrowth(book: StepBook, { kind, points, ...told }: Growth) {
  return { __typename: kind, ...told, points: points.map((point) => presentPoint(book, point)) };
}

function calledOf(role: string, { called = role }: Partial<Pick<Takeover, 'called'>>) {
  return { called };
}

function presentPoint(book: StepBook, { structure, changes, splits, ...told }: GrowthPoint) {
  return {
    ...told,
    ...provenOf(told),
    roles:
      structure.kind === 'StructureProposal'
        ? structure.roles.map(({ name, positions, steps }) => ({
            name,
            positions,
            steps: steps.map((key) => book.step(key)),
          }))
        : [],
    changes: changes && presentChanges(book, changes),
    splits: splits.map(({ role, steps, from, ...words }) => ({
      role,
      ...calledOf(role, words),
      from,
      steps: book.steps().filter((step) => steps.some((key) => key === step.key)),
    })),
  };
}
