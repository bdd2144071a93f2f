import { foldName, formatDuration } from '../../shared/index.js';
import type { Transfer } from '../../metrics/index.js';
import { listNames, nameStep } from '../../responsibility/index.js';
import type { Force, Step } from '../../stream/index.js';
import type { FindingContext, FindingRule, Found } from '../finding-rule.js';

const MOST_TOLD = 10;

/** Where the one force hands over to the other is known, with what it costs. */
export const seamHandOff: FindingRule = {
  code: 'SEAM_HAND_OFF',
  severity: 'INFO',
  norm: 'Where sales and marketing hands over to process and fulfilment, the wait is known and short, and what is handed over is complete.',
  check: (context) => {
    const steps = new Map(context.stream.steps.map((step) => [step.key, step]));
    const seams = context.metrics.transfers
      .filter(({ seam, kind }) => seam && kind === 'NEXT')
      .sort((a, b) => (b.wait ?? -1) - (a.wait ?? -1));
    return seams.slice(0, MOST_TOLD).flatMap((transfer) => {
      const from = steps.get(transfer.from);
      const to = steps.get(transfer.to);
      return from && to ? [tell(context, transfer, from, to, seams.length)] : [];
    });
  },
};

const FORCES: Readonly<Record<Force, string>> = {
  SALES: 'sales and marketing',
  FULFILMENT: 'process and fulfilment',
};

function tell(
  { stream, metrics }: FindingContext,
  transfer: Transfer,
  from: Step,
  to: Step,
  seams: number,
): Found {
  const across =
    from.force && to.force ? `from ${FORCES[from.force]} to ${FORCES[to.force]}` : 'over the seam';
  const why = transfer.whys.length > 0 ? ` (${listNames(transfer.whys.map((text) => `"${text}"`))})` : '';
  const wait =
    transfer.wait === null
      ? 'Nobody has said how long it waits there: write wait 1d, or what it is, between the two.'
      : `It waits ${formatDuration(transfer.wait, stream.calendar)} there${why}.`;
  const share = from.completeAndAccurate
    ? ''
    : ` Nobody has said how much of what arrives can be used as it is: write the percentage behind ${nameStep(from)}.`;
  const back = metrics.transfers.filter(
    (other) => other.kind === 'RETURN' && other.seam && other.from === to.key,
  ).length;
  const returns =
    back > 0 ? ` Work comes back over it (${back === 1 ? 'one return' : `${back} returns`}).` : '';
  const rest = seams > MOST_TOLD ? ` (one of the ${MOST_TOLD} longest of ${seams})` : '';
  return {
    message: `Work passes ${across} between ${nameStep(from)} and ${nameStep(to)}${rest}, ${between(from, to)}. ${wait}${returns}${share}`,
    steps: [from.key, to.key],
  };
}

function between(from: Step, to: Step): string {
  if (from.performers.length === 0 || to.performers.length === 0)
    return 'and it is not known from whom to whom';
  const givers = new Set(from.performers.map(foldName));
  const same = to.performers.filter((name) => givers.has(foldName(name)));
  if (same.length > 0) return `carried over by ${listNames(same)}`;
  return `from ${listNames(from.performers)} to ${listNames(to.performers)}`;
}
