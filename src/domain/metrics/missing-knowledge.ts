import type { Problem, Severity } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { isPerUnit } from './reckon-flow.js';

/** One thing to find out, at the line of its step. */
export function missing(
  code: string,
  message: string,
  step: Step | null = null,
  severity: Severity = 'WARNING',
): Problem {
  const line = step?.line ?? null;
  const place = step && line !== null ? { line, column: 1, length: step.name.length } : null;
  return { code, severity, message, place, suggestion: null, fix: null };
}

/** What nobody has told yet and what holds nothing back. */
export function toldBeside(stream: ValueStream): readonly Problem[] {
  return [
    ...missingCustomer(stream),
    ...missingShares(stream),
    ...missingWaits(stream),
    ...missingAccuracy(stream),
  ];
}

function missingCustomer(stream: ValueStream): readonly Problem[] {
  if (stream.customer !== null) return [];
  return [
    missing(
      'CUSTOMER_UNKNOWN',
      'Nobody has said who the stream is for: write a line such as `customer: Homeowner`.',
      null,
      'INFO',
    ),
  ];
}

function missingShares(stream: ValueStream): readonly Problem[] {
  const open = stream.flow.arcs.filter(
    (arc) => arc.share === null && (arc.kind === 'RETURN' || stream.flow.nodes[arc.from]?.kind === 'CHOICE'),
  );
  if (open.length === 0) return [];
  const message = `The share of ${open.length === 1 ? 'one way is' : `${open.length} ways are`} not told (a branch of \`either\` or a \`back to\` without its percentage): what depends on ${open.length === 1 ? 'it' : 'them'} is left out of the sums.`;
  return [missing('SHARE_UNKNOWN', message, null, 'INFO')];
}

function missingWaits(stream: ValueStream): readonly Problem[] {
  const told = stream.flow.nodes.some((node) => node.kind === 'WAIT' || node.kind === 'STOCK');
  const open = stream.steps.filter((step) => isPerUnit(step) && !step.leadTime);
  if (told || open.length === 0) return [];
  const who =
    open.length === stream.steps.length
      ? 'no step has a lead time'
      : `${listNames(open, stream.steps.length)} ${open.length === 1 ? 'has' : 'have'} no lead time`;
  const message = `No wait is told anywhere, and ${who}: the lead time is then hands-on time only. Write lines such as \`wait 3d\` where work lies.`;
  return [missing('WAITS_UNKNOWN', message, null, 'INFO')];
}

function missingAccuracy(stream: ValueStream): readonly Problem[] {
  const open = stream.steps.filter((step) => isPerUnit(step) && !step.completeAndAccurate);
  if (open.length === 0) return [];
  const message = `Nobody has said how much of the output can be used as it is for ${listNames(open, stream.steps.length)}: ask whoever receives it and write it behind the name, such as \`90%\`.`;
  return [missing('ACCURACY_UNKNOWN', message, null, 'INFO')];
}

const MOST_NAMES = 5;

/** `"A" and "B"`, `5 of 12 steps ("A", "B" …)`, `all 12 steps`. */
export function listNames(steps: readonly Step[], of: number): string {
  const names = steps.slice(0, MOST_NAMES).map((step) => `"${step.name}"`);
  if (steps.length === 1) return names.join('');
  if (steps.length === of) return `all ${of} steps`;
  return `${steps.length} of ${of} steps (${names.join(', ')}${steps.length > MOST_NAMES ? ' …' : ''})`;
}
