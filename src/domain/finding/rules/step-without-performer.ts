import { listNames, nameStep } from '../../responsibility/index.js';
import type { FindingRule } from '../finding-rule.js';

const MOST_NAMED = 8;

/** It is known who does each step today. */
export const stepWithoutPerformer: FindingRule = {
  code: 'STEP_WITHOUT_PERFORMER',
  severity: 'WARNING',
  norm: 'It is known who does each step today, or a step has somebody who does it.',
  check: ({ stream }) => {
    const open = stream.steps.filter(({ outside, performers }) => !outside && performers.length === 0);
    if (open.length === 0) return [];
    const names = listNames(open.map(nameStep), 'and', MOST_NAMED);
    const [who, them] = open.length === 1 ? ['does', 'it'] : ['do', 'them'];
    return [
      {
        message: `Nobody has said who ${who === 'does' ? 'does' : 'does each of'} ${names} today: hand-offs there cannot be counted, and work may wait for somebody to pick ${them} up. Ask, and write @NAME behind the step.`,
        steps: open.map(({ key }) => key),
      },
    ];
  },
};
