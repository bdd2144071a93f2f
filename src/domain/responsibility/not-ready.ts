import { isSupportStream, sayUnsupported, supportOf, type Step, type ValueStream } from '../stream/index.js';
import type { Gate } from './gate.js';
import { ownsStep, type Holder } from './holder.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { nameStep } from './sentence.js';
import type { RefusalReason } from './verdict.js';

const MOST_TOLD = 3;

/** The stream is not connected at the step. Elsewhere people are judged by what they can do; only what rests on a structure waits for one. */
export function notReady(
  gate: Gate,
  holder: Holder | null,
  step: Step | null,
  letter: RaciLetter,
): RefusalReason | null {
  if (step && gate.unconnected.has(step.key)) return unconnectedStep(gate, step);
  if (step && lacksAForce(gate)) return unsupportedStep(gate.context.stream, step);
  if (gate.context.structure || step?.outside) return null;
  const byRole = letter === 'A' && holder !== null && !(step && ownsStep(holder, step));
  return holder === null || byRole ? noStructure(gate) : null;
}

/** A stream that leads from no first contact to no kept promise, and serves none, justifies nothing yet. */
function lacksAForce({ context: { readiness, stream } }: Gate): boolean {
  if (isSupportStream(stream)) return false;
  return readiness.missing.some(({ code }) => code === 'NO_SALES_STEP' || code === 'NO_FULFILMENT_STEP');
}

function unconnectedStep({ context: { stream } }: Gate, step: Step): RefusalReason {
  if (isSupportStream(stream) && !supportOf(stream).has(step.key)) return unsupportedStep(stream, step);
  return {
    code: 'STREAM_NOT_READY',
    message: `${nameStep(step)} is not connected: no entry of "${stream.name}" reaches it, or it leads to no end.`,
    missingLink: `step → stream: ${nameStep(step)} is not connected to "${stream.name}"`,
    remedy: `Draw what comes before and after ${nameStep(step)}, then propose again.`,
    nearestStep: null,
  };
}

/** Support work is justified through what it serves, to the end of the chain. */
function unsupportedStep(stream: ValueStream, step: Step): RefusalReason {
  const missing = sayUnsupported(stream, step);
  return {
    code: 'STREAM_NOT_READY',
    message: `"${stream.name}" has no first contact and kept promise of its own, so that ${nameStep(step)} is justified by what it serves in the end: ${missing}.`,
    missingLink: `step → stream: ${missing}`,
    remedy: `Write behind the step what it serves: a stream that leads from a first contact to a kept promise, or an obligation that is declared with its source (obligation: NAME "the law or contract").`,
    nearestStep: null,
  };
}

/** Roles, and who of them is accountable, follow from a structure; there is none. */
function noStructure({ context: { readiness, stream } }: Gate): RefusalReason {
  const sketched = readiness.rung === 'SKETCHED';
  const missing = readiness.missing
    .filter(({ severity }) => severity !== 'INFO')
    .slice(0, MOST_TOLD)
    .map(({ message, suggestion }) => suggestion ?? message);
  return {
    code: 'STREAM_NOT_READY',
    message: sketched
      ? `"${stream.name}" is only sketched: there are roles, and one who is accountable for each step, from a connected stream on.`
      : `No structure of "${stream.name}" keeps the limits that are set, so there are no roles to judge by.`,
    missingLink: `step → stream: "${stream.name}" ${sketched ? 'is not connected yet' : 'has no structure yet'}`,
    remedy: sketched
      ? `Find out first: ${missing.join(' ') || 'how the steps follow each other.'}`
      : 'Loosen the limits that contradict each other, then propose again.',
    nearestStep: null,
  };
}
