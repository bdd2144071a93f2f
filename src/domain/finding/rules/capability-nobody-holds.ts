import { foldName } from '../../shared/index.js';
import { listNames, nameStep, sayDemand } from '../../responsibility/index.js';
import type { Step } from '../../stream/index.js';
import type { FindingRule } from '../finding-rule.js';
import { holdersOfDemands } from '../holders-of-demands.js';

const MOST_NAMED = 5;

/** Where the people are named, somebody can do what the steps state. Who does it today without a person line is unknown, not unable. */
export const capabilityNobodyHolds: FindingRule = {
  code: 'CAPABILITY_NOBODY_HOLDS',
  severity: 'WARNING',
  norm: 'Where people are named with what they can do, somebody holds every capability that a step states, at its level and with its licence.',
  check: (context) => {
    const named = new Set(context.stream.people.map(({ name }) => foldName(name)));
    return holdersOfDemands(context)
      .filter(({ demand, holders }) => demand.statedByStep && holders.length === 0)
      .filter(({ steps }) => !steps.some((step) => doneByOthers(step, named)))
      .map(({ demand, steps, nearly }) => ({
        message: `Nobody who is named can do ${sayDemand(demand)}, which ${listNames(steps.map(nameStep), 'and', MOST_NAMED)} ${steps.length === 1 ? 'demands' : 'demand'}. ${remedy(nearly)}`,
        steps: steps.map(({ key }) => key),
      }));
  },
};

function doneByOthers({ performers }: Step, named: ReadonlySet<string>): boolean {
  return performers.some((name) => !named.has(foldName(name)));
}

function remedy(nearly: readonly string[]): string {
  const close =
    nearly.length > 0
      ? `${listNames(nearly, 'and', MOST_NAMED)} ${nearly.length === 1 ? 'comes' : 'come'} near, without the level or the licence. `
      : '';
  return `${close}Write it on the person line of somebody who can, teach somebody, hire, or buy it in.`;
}
