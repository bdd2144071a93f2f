import { listNames, nameStep } from '../../responsibility/index.js';
import type { FindingRule } from '../finding-rule.js';
import { uncoveredDemands } from '../uncovered-demands.js';

const MOST_NAMED = 6;

/** An adopted structure keeps up with its stream. */
export const adoptedStructureUncoveredStep: FindingRule = {
  code: 'ADOPTED_STRUCTURE_UNCOVERED_STEP',
  severity: 'WARNING',
  norm: 'An adopted structure has a role for every step that the stream has now.',
  check: (context) => {
    const open = context.adopted ? uncoveredDemands(context).filter(({ covered }) => !covered) : [];
    if (open.length === 0) return [];
    const names = listNames(
      open.map(({ step }) => nameStep(step)),
      'and',
      MOST_NAMED,
    );
    const came = open.length === 1 ? 'one step that it has' : `${open.length} steps that it has`;
    return [
      {
        message: `The stream has changed since its structure was adopted: no adopted role holds the capabilities of ${came} now, ${names}. Compare with the suggested structure and adopt again.`,
        steps: open.map(({ step }) => step.key),
      },
    ];
  },
};
