import {
  findEntry,
  foldName,
  nearestCapabilities,
  nearestName,
  type CapabilityDemand,
  type Catalogue,
  type CatalogueEntry,
  type Plan,
  type Problem,
  type Step,
} from '../domain/index.js';
import { problem } from './problems.js';

/** What somebody says: this step asks for this capability; both by name or key. */
export interface Confirmation {
  readonly step: string;
  readonly capability: string;
}

/** A confirmation whose step and capability are known. derived: the step stated nothing so far. */
export interface ChosenCapability {
  readonly step: Step;
  readonly entry: CatalogueEntry;
  readonly derived: boolean;
}

export interface ChosenCapabilities {
  readonly chosen: readonly ChosenCapability[];
  readonly problems: readonly Problem[];
}

/**
 * Resolves confirmations against the plan and the catalogue, and adds the best suggestion of every other unconfirmed
 * demand whose score reaches the one that is asked for. A name that is not known and a step that is done outside are problems.
 */
export function chooseConfirmations(
  plan: Plan,
  confirmations: readonly Confirmation[],
  withScoreAtLeast: number | null,
): ChosenCapabilities {
  const { catalogue } = plan.gate;
  const waiting = new Map(
    plan.demands.filter((demand) => !demand.statedByStep).map((demand) => [demand.step, demand]),
  );
  const steps = stepIndex(plan.stream.steps);
  const chosen: ChosenCapability[] = [];
  const problems: Problem[] = scoreProblems(withScoreAtLeast);

  for (const confirmation of confirmations) {
    const step = steps.get(confirmation.step) ?? steps.get(foldName(confirmation.step));
    const entry = findEntry(catalogue, confirmation.capability);
    if (!step) problems.push(unknownStep(confirmation.step, plan.stream.steps));
    if (step?.outside) problems.push(doneOutside(step));
    if (!entry) problems.push(unknownCapability(confirmation.capability, catalogue));
    if (step && entry) chosen.push({ step, entry, derived: waiting.has(step.key) });
  }
  if (withScoreAtLeast === null) return { chosen, problems };

  const named = new Set(chosen.map(({ step }) => step.key));
  for (const step of plan.stream.steps) {
    const entry = bestEntry(waiting.get(step.key), withScoreAtLeast, catalogue);
    if (entry && !step.outside && !named.has(step.key)) chosen.push({ step, entry, derived: true });
  }
  return { chosen, problems };
}

function bestEntry(
  demand: CapabilityDemand | undefined,
  least: number,
  catalogue: Catalogue,
): CatalogueEntry | null {
  const best = demand?.suggestions[0];
  return best && best.score >= least ? (findEntry(catalogue, best.capability.key) ?? null) : null;
}

function stepIndex(steps: readonly Step[]): ReadonlyMap<string, Step> {
  return new Map([
    ...steps.map((step) => [foldName(step.name), step] as const),
    ...steps.map((step) => [step.key as string, step] as const),
  ]);
}

function unknownStep(name: string, steps: readonly Step[]): Problem {
  const nearest = nearestName(
    name,
    steps.map((step) => step.name),
  );
  return problem(
    'ERROR',
    'UNKNOWN_STEP',
    `The stream has no step "${name}".`,
    nearest === null ? 'Name a step of the stream, by name or key.' : `Did you mean "${nearest}"?`,
  );
}

function doneOutside({ name }: Step): Problem {
  return problem(
    'ERROR',
    'STEP_OUTSIDE',
    `"${name}" is done outside, so it demands nothing that our own people would have to be able to do.`,
    'Leave it out; or, where our own people do it, take `outside` away from the step and draw the stream again.',
  );
}

function unknownCapability(name: string, catalogue: Catalogue): Problem {
  const near = nearestCapabilities(catalogue, name, 3).map(({ capability }) => `"${capability.name}"`);
  return problem(
    'ERROR',
    'UNKNOWN_CAPABILITY',
    `The catalogue has no capability "${name}".`,
    near.length > 0
      ? `The nearest are ${near.join(', ')}. A capability of your own is written on the step itself, in braces.`
      : 'A capability of your own is written on the step itself, in braces.',
  );
}

function scoreProblems(score: number | null): Problem[] {
  if (score === null || (score > 0 && score <= 1)) return [];
  const message =
    score > 1
      ? `No suggestion can reach a score of ${score}: 1 is the name itself.`
      : `A score of ${score} would confirm suggestions that match in nothing.`;
  return [
    problem('ERROR', 'SCORE_OUT_OF_RANGE', message, 'Ask for a score above 0 and at most 1, such as 0.8.'),
  ];
}
