import { foldName } from '../../shared/index.js';
import type { FindingRule } from '../finding-rule.js';

/** Needs that nobody carries count as much as work that nobody needs. */
export const obligationNobodyServes: FindingRule = {
  code: 'OBLIGATION_NOBODY_SERVES',
  severity: 'INFO',
  norm: 'Every obligation that a stream declares is served by one of its steps.',
  check: ({ stream }) => {
    const served = new Set(stream.steps.flatMap(({ serves = [] }) => serves.map(foldName)));
    return (stream.obligations ?? [])
      .filter(({ name }) => !served.has(foldName(name)))
      .map(({ name, source, line }) => ({
        message: `The obligation "${name}" (${source})${line === null ? '' : ` on line ${line}`} is served by no step of this stream. Write serves "${name}" behind the step that meets it, unless one of another stream does.`,
        steps: [],
      }));
  },
};
