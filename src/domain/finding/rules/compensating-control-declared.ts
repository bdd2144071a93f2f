import { foldName, type StepKey } from '../../shared/index.js';
import { listNames, nameStep } from '../../responsibility/index.js';
import type { Compensation, Step, ValueStream } from '../../stream/index.js';
import type { FindingRule, Found } from '../finding-rule.js';

const MOST_NAMED = 6;

/** What stands in for keeping duties apart is printed, with whether it is needed. */
export const compensatingControlDeclared: FindingRule = {
  code: 'COMPENSATING_CONTROL_DECLARED',
  severity: 'INFO',
  norm: 'Where a firm is too small to keep duties apart, the control that stands in for it is known to everybody.',
  check: ({ stream }) => (stream.compensations ?? []).map((one) => declared(stream, one)),
};

function declared(stream: ValueStream, { steps: keys, control, line }: Compensation): Found {
  const steps = stream.steps.filter(({ key }) => keys.includes(key));
  const names = listNames(steps.map(nameStep), 'and', MOST_NAMED);
  const where = line === null ? '' : ` (line ${line})`;
  const what = `One person may do ${names}, because a control stands in for keeping them apart${where}: "${control}".`;
  return { message: `${what} ${neededFor(stream, steps)}`, steps: steps.map(({ key }) => key) };
}

function neededFor(stream: ValueStream, steps: readonly Step[]): string {
  if (!mustStayApart(stream, steps))
    return 'No never together line, no approval and no check keeps these steps apart: take the control away, or write what it stands in for.';
  const hands = new Map(
    steps.flatMap((step) => step.performers.map((name) => [foldName(name), name] as const)),
  );
  const [only] = hands.values();
  if (only === undefined) return 'Nobody has said who does them today.';
  if (hands.size < 2) return `Today they are all done by ${only}.`;
  return `${listNames([...hands.values()], 'and', MOST_NAMED)} do these steps today: where they can be kept apart, that is safer than any control.`;
}

function mustStayApart({ apart }: ValueStream, steps: readonly Step[]): boolean {
  const keys = new Set<StepKey>(steps.map(({ key }) => key));
  const two = (set: readonly StepKey[]): boolean => set.filter((key) => keys.has(key)).length > 1;
  return apart.some(two) || steps.some((step) => two([step.key, ...step.approves, ...step.checks]));
}
