import { listNames, nameStep, sayDemand } from '../../responsibility/index.js';
import type { FindingRule } from '../finding-rule.js';
import { holdersOfDemands } from '../holders-of-demands.js';

const MOST_NAMED = 5;

/** Where the people are named, somebody can do what the steps state. */
export const capabilityNobodyHolds: FindingRule = {
  code: 'CAPABILITY_NOBODY_HOLDS',
  severity: 'WARNING',
  norm: 'Where people are named with what they can do, somebody holds every capability that a step states, at its level and with its licence.',
  check: (context) =>
    holdersOfDemands(context)
      .filter(({ demand, holders }) => demand.statedByStep && holders.length === 0)
      .map(({ demand, steps, nearly }) => ({
        message: `Nobody who is named can do ${sayDemand(demand)}, which ${listNames(steps.map(nameStep), 'and', MOST_NAMED)} ${steps.length === 1 ? 'demands' : 'demand'}. ${remedy(nearly)}`,
        steps: steps.map(({ key }) => key),
      })),
};

function remedy(nearly: readonly string[]): string {
  const close =
    nearly.length > 0
      ? `${listNames(nearly, 'and', MOST_NAMED)} ${nearly.length === 1 ? 'comes' : 'come'} near, without the level or the licence. `
      : '';
  return `${close}Write it on the person line of somebody who can, teach somebody, hire, or buy it in.`;
}
