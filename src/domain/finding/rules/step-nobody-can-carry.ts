import { listNames, nameStep, sayDemand } from '../../responsibility/index.js';
import type { FindingContext, FindingRule } from '../finding-rule.js';
import { uncoveredDemands } from '../uncovered-demands.js';

/** Every capability that a step demands is in a role. */
export const stepNobodyCanCarry: FindingRule = {
  code: 'STEP_NOBODY_CAN_CARRY',
  severity: 'ERROR',
  norm: 'Every step done inside has a role for each capability that it demands.',
  check: (context) =>
    uncoveredDemands(context).map(({ step, demands, covered }) => ({
      message: `${nameStep(step)} demands ${listNames(demands.map(sayDemand))}, and no role of the structure carries ${demands.length === 1 ? 'it' : 'them'}${covered ? ' (the rest of the step is carried)' : ': nobody is responsible for the step'}. ${remedy(context)}`,
      steps: [step.key],
    })),
};

function remedy({ adopted }: FindingContext): string {
  return adopted
    ? 'Adopt a structure made for the stream as it stands, or write on the line of the step a capability that a role holds.'
    : 'Write on the line of the step a capability that a role holds, or loosen the limits of the structure.';
}
