import { READINESS_RUNGS } from '../../metrics/index.js';
import type { FindingRule } from '../finding-rule.js';

const MOST_TOLD = 3;

/** What to find out next is known. */
export const readinessNextRung: FindingRule = {
  code: 'READINESS_NEXT_RUNG',
  severity: 'INFO',
  norm: 'It is known what to find out next, in the order in which it matters.',
  check: ({ stream, readiness: { rung, missing, unconnected } }) => {
    const next = READINESS_RUNGS[READINESS_RUNGS.indexOf(rung) + 1];
    if (next === undefined || missing.length === 0) return [];
    const first = missing.slice(0, MOST_TOLD).map(({ message }) => message);
    const rest = missing.length - first.length;
    const more = rest > 0 ? ` (and ${rest} more)` : '';
    return [
      {
        message: `"${stream.name}" is ${rung.toLowerCase()}. To be ${next.toLowerCase()}, find out first: ${first.join(' ')}${more}`,
        steps: unconnected,
      },
    ];
  },
};
