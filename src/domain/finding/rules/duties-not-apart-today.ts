import { foldName, type StepKey } from '../../shared/index.js';
import { listNames, nameStep } from '../../responsibility/index.js';
import type { Step, ValueStream } from '../../stream/index.js';
import type { FindingRule, Found } from '../finding-rule.js';

const MOST_NAMED = 6;
const WRITE_DOWN =
  'Give one of them to somebody else; a firm too small for that declares the control that stands in for it (compensating control: A, B "who looks at what, and how often").';

/** Nobody controls their own work today. */
export const dutiesNotApartToday: FindingRule = {
  code: 'DUTIES_NOT_APART_TODAY',
  severity: 'WARNING',
  norm: 'Duties that must stay apart, and a step and the one that approves or checks it, are done by different people today.',
  check: ({ stream }) => {
    const byKey = new Map(stream.steps.map((step) => [step.key, step]));
    const apart = stream.apart.flatMap((keys) => {
      const steps = keys.flatMap((key) => byKey.get(key) ?? []);
      return inOneHand(steps).map(({ name, steps: own }) => together(name, own));
    });
    const controls = stream.steps.flatMap((step) => [
      ...step.approves.flatMap((key) => approved(step, byKey.get(key))),
      ...step.checks.flatMap((key) => checked(step, byKey.get(key))),
    ]);
    return [...apart, ...controls].filter(({ steps }) => !isCompensated(stream, steps));
  },
};

/** Where a control is declared for all of them, that one is told instead. */
function isCompensated({ compensations = [] }: ValueStream, keys: readonly StepKey[]): boolean {
  return compensations.some(({ steps }) => keys.every((key) => steps.includes(key)));
}

function together(name: string, steps: readonly Step[]): Found {
  const names = listNames(steps.map(nameStep), 'and', MOST_NAMED);
  return tell(`Done today by ${name}: ${names}, which must never be together in one pair of hands.`, steps);
}

function approved(approval: Step, step: Step | undefined): Found[] {
  if (!step) return [];
  return inOneHand([step, approval]).map(({ name, steps }) =>
    tell(
      `Done today by ${name}: ${nameStep(step)}, and ${nameStep(approval)}, which approves it: nobody controls their own work.`,
      steps,
    ),
  );
}

/** Four eyes: colleagues may check each other, so it is a finding only where there is no colleague at either step. */
function checked(check: Step, step: Step | undefined): Found[] {
  if (!step || [check, step].some(({ performers }) => performers.length !== 1)) return [];
  return inOneHand([step, check]).map(({ name, steps }) =>
    tell(
      `Done today by ${name} alone: ${nameStep(step)}, and ${nameStep(check)}, which checks it: a check takes a second pair of eyes.`,
      steps,
    ),
  );
}

function tell(what: string, steps: readonly Step[]): Found {
  return { message: `${what} ${WRITE_DOWN}`, steps: steps.map(({ key }) => key) };
}

/** Who does two or more of the steps. A name that stands for several people on a step may be another of them each time. */
function inOneHand(steps: readonly Step[]): { name: string; steps: Step[] }[] {
  const hands = new Map<string, { name: string; steps: Step[] }>();
  for (const step of steps) {
    if (step.outside || step.people > Math.max(1, step.performers.length)) continue;
    for (const name of step.performers) {
      const hand = hands.get(foldName(name)) ?? { name, steps: [] };
      hands.set(foldName(name), hand);
      if (hand.steps.at(-1) !== step) hand.steps.push(step);
    }
  }
  return [...hands.values()].filter((hand) => hand.steps.length > 1);
}
