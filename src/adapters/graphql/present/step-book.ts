import type {
  Capability,
  CapabilityKey,
  Figure,
  FigureUnit,
  Force,
  KnownStep,
  Plan,
  Step,
  StepKey,
} from '../../../domain/index.js';
import { once } from './once.js';

/** A step as the schema has it. */
interface PresentedStep {
  readonly key: string;
  readonly name: string;
  readonly force: Force | null;
  readonly position: number;
  readonly line: number | null;
  readonly outside: boolean;
  readonly processTime: Figure;
  readonly leadTime: Figure;
  readonly completeAndAccurate: Figure;
  readonly visitsPerUnit: Figure;
  readonly hoursPerWeek: Figure;
  readonly performers: readonly string[];
  readonly systems: readonly string[];
  readonly pains: readonly string[];
  readonly serves: readonly string[];
  readonly demands: () => readonly PresentedDemand[];
}

/** A demand as the schema has it. */
interface PresentedDemand {
  readonly step: PresentedStep;
  readonly capability: Capability;
  readonly level: number | null;
  readonly statedByStep: boolean;
  readonly hoursPerWeek: Figure;
  readonly suggestions: readonly {
    readonly capability: Capability;
    readonly score: number;
    readonly matchedWords: readonly string[];
  }[];
}

/** Finds what the keys of one plan stand for: every key has its one object, in whatever part of the answer it appears. */
export interface StepBook {
  readonly stream: Plan['stream'];
  readonly steps: () => readonly PresentedStep[];
  readonly demands: () => readonly PresentedDemand[];
  /** Never fails: a step that has left the stream is shown by what is still known of it. */
  step(key: StepKey): PresentedStep;
  capability(named: { readonly key: CapabilityKey; readonly name: string }): Capability;
}

const books = new WeakMap<Plan, StepBook>();

/** The book of a plan; a plan has one book for as long as it lives. */
export function stepBookOf(plan: Plan): StepBook {
  const known = books.get(plan);
  if (known) return known;
  const book = openStepBook(plan);
  books.set(plan, book);
  return book;
}

function openStepBook(plan: Plan): StepBook {
  const steps = once(() => {
    const demandsOf = once(() => groupByStep(demands()));
    return plan.stream.steps.map((step) => presentStep(plan, step, () => demandsOf().get(step.key) ?? []));
  });
  const byKey = once(() => new Map<string, PresentedStep>(steps().map((step) => [step.key, step])));
  const former = once(
    () => new Map<StepKey, KnownStep>(plan.gate.formerSteps.map((step) => [step.key, step])),
  );
  const capabilities = once(() => capabilitiesOf(plan));
  const step = (key: StepKey): PresentedStep =>
    byKey().get(key) ?? leftStep(key, former().get(key)?.name ?? key);
  const demands = once(() => plan.demands.map((demand) => ({ ...demand, step: step(demand.step) })));
  return {
    stream: plan.stream,
    steps,
    demands,
    step,
    capability: ({ key, name }) =>
      capabilities().get(key) ?? { key, name, family: null, holder: null, licence: false },
  };
}

function capabilitiesOf(plan: Plan): ReadonlyMap<CapabilityKey, Capability> {
  const known = new Map<CapabilityKey, Capability>();
  for (const { capability } of plan.demands)
    if (!known.has(capability.key)) known.set(capability.key, capability);
  return known;
}

function groupByStep(demands: readonly PresentedDemand[]): ReadonlyMap<string, readonly PresentedDemand[]> {
  const groups = new Map<string, PresentedDemand[]>();
  for (const demand of demands) {
    const group = groups.get(demand.step.key);
    if (group) group.push(demand);
    else groups.set(demand.step.key, [demand]);
  }
  return groups;
}

function presentStep(plan: Plan, step: Step, demands: () => readonly PresentedDemand[]): PresentedStep {
  const measured = plan.metrics.steps.get(step.key);
  const none = (unit: FigureUnit) => noFigure(unit, 'Nothing is known of this step.');
  return {
    key: step.key,
    name: step.name,
    force: step.force,
    position: step.position,
    line: step.line,
    outside: step.outside,
    processTime: measured?.processTime ?? none('WORKING_SECONDS'),
    leadTime: measured?.leadTime ?? none('WORKING_SECONDS'),
    completeAndAccurate: measured?.completeAndAccurate ?? none('FRACTION'),
    visitsPerUnit: measured?.visitsPerUnit ?? none('COUNT'),
    hoursPerWeek: measured?.loadPerWeek ?? none('HOURS_PER_WEEK'),
    performers: step.performers,
    systems: step.systems,
    pains: step.pains,
    serves: step.serves ?? [],
    demands,
  };
}

/** A step that an earlier revision had: its name is kept, its numbers left with it. */
function leftStep(key: StepKey, name: string): PresentedStep {
  const gone = (unit: FigureUnit) => noFigure(unit, `${name} has left the stream.`);
  return {
    key,
    name,
    force: null,
    position: 0,
    line: null,
    outside: false,
    processTime: gone('WORKING_SECONDS'),
    leadTime: gone('WORKING_SECONDS'),
    completeAndAccurate: gone('FRACTION'),
    visitsPerUnit: gone('COUNT'),
    hoursPerWeek: gone('HOURS_PER_WEEK'),
    performers: [],
    systems: [],
    pains: [],
    serves: [],
    demands: () => [],
  };
}

function noFigure(unit: FigureUnit, whyNot: string): Figure {
  return {
    value: null,
    low: null,
    high: null,
    unit,
    text: '?',
    measuredSteps: 0,
    ofSteps: 0,
    atLeast: false,
    convention: 'Not computed.',
    whyNot,
    source: 'DERIVED',
  };
}
