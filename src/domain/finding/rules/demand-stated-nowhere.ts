import { formatPercent } from '../../shared/index.js';
import type { CapabilityDemand } from '../../capability/index.js';
import { listNames, nameStep } from '../../responsibility/index.js';
import type { Step } from '../../stream/index.js';
import type { FindingRule, Found } from '../finding-rule.js';

const MOST_TOLD_ONE_BY_ONE = 6;
const MOST_NAMED = 8;

/** What a step needs is stated by people, not read from its name. */
export const demandStatedNowhere: FindingRule = {
  code: 'DEMAND_STATED_NOWHERE',
  severity: 'INFO',
  norm: 'People have said for each step which capability it demands.',
  check: ({ stream, demands }) => {
    const byKey = new Map(stream.steps.map((step) => [step.key, step]));
    const open = demands.flatMap((demand) => {
      const step = demand.statedByStep ? undefined : byKey.get(demand.step);
      return step && !step.outside ? [{ step, demand }] : [];
    });
    return open.length > MOST_TOLD_ONE_BY_ONE ? [together(open)] : open.map(alone);
  },
};

interface Open {
  readonly step: Step;
  readonly demand: CapabilityDemand;
}

function alone({ step, demand }: Open): Found {
  const near = demand.suggestions.map(
    ({ capability, score, matchedWords }) =>
      `${capability.name} (${[formatPercent(score), ...matchedWords.map((word) => `"${word}"`)].join(', ')})`,
  );
  const nearest = near.length > 0 ? ` Nearest in the catalogue: ${listNames(near)}.` : '';
  return {
    message: `Nobody has said what ${nameStep(step)} demands; its own name stands for it.${nearest} Confirm one, or write what it needs in braces on its line.`,
    steps: [step.key],
  };
}

function together(open: readonly Open[]): Found {
  const names = listNames(
    open.map(({ step }) => nameStep(step)),
    'and',
    MOST_NAMED,
  );
  return {
    message: `Nobody has said what ${open.length} steps demand; their own names stand for it: ${names}. Confirm the suggestions, many at a time, or write what each needs in braces on its line.`,
    steps: open.map(({ step }) => step.key),
  };
}
