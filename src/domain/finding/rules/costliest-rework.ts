import { formatPercent, type Figure } from '../../shared/index.js';
import type { Rework } from '../../metrics/index.js';
import { nameStep } from '../../responsibility/index.js';
import type { FindingRule } from '../finding-rule.js';

/** The return that costs most is known, so that it is mended first. */
export const costliestRework: FindingRule = {
  code: 'COSTLIEST_REWORK',
  severity: 'WARNING',
  norm: 'Work is right the first time; where it returns, the return that costs most is mended first.',
  check: ({ stream, metrics }) => {
    const [most] = metrics.rework;
    const from = stream.steps.find(({ key }) => key === most?.from);
    const to = stream.steps.find(({ key }) => key === most?.to);
    if (!most || !from || !to) return [];
    const others = metrics.rework.length - 1;
    const rank = others === 0 ? 'the one return of the stream' : `the costliest of ${others + 1} returns`;
    const way =
      from.key === to.key ? `repeat ${nameStep(from)}` : `return from ${nameStep(from)} to ${nameStep(to)}`;
    return [
      {
        message: `${formatPercent(most.share)} of the units ${way}${most.line === null ? '' : ` (the return on line ${most.line})`}, ${rank}: ${costOf(most)}. Find out what was missing or wrong when it left ${nameStep(to)}, and settle it there.`,
        steps: from.key === to.key ? [from.key] : [from.key, to.key],
      },
    ];
  },
};

function costOf({ hoursPerWeek, leadTime }: Rework): string {
  if ([hoursPerWeek, leadTime].some(({ value }) => value !== null && value < 0)) {
    return 'part of what comes round is lost again on the way, so that fewer units get through to the steps behind it';
  }
  const effort = known(hoursPerWeek)
    ? `it takes ${hoursPerWeek.text} of work`
    : 'what it takes in hours is not measured yet';
  const wait = known(leadTime)
    ? `adds ${leadTime.text} to the lead time of one unit`
    : 'what it adds to the lead time is not measured yet';
  return `${effort}, and ${wait}`;
}

function known({ value }: Figure): boolean {
  return value !== null;
}
