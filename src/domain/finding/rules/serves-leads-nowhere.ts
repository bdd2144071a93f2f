import { nameStep } from '../../responsibility/index.js';
import { followServes } from '../../stream/index.js';
import type { FindingRule, Found } from '../finding-rule.js';

/** Support work is there for a promise or an obligation. */
export const servesLeadsNowhere: FindingRule = {
  code: 'SERVES_LEADS_NOWHERE',
  severity: 'WARNING',
  norm: 'What a step serves leads to a stream with a first contact and a kept promise, or to an obligation that is declared with its source.',
  check: ({ stream }) =>
    stream.steps.flatMap((step) =>
      (step.serves ?? []).flatMap((name): Found[] => {
        const end = followServes(stream, name);
        if (end.kind !== 'NOWHERE') return [];
        const message = `${nameStep(step)} serves "${name}", and that justifies nothing: ${end.missing}. Write the name of a stream or of an obligation as it is declared, or take the mark away.`;
        return [{ message, steps: [step.key] }];
      }),
    ),
};
