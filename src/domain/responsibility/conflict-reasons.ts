import type { Step } from '../stream/index.js';
import type { ApartSet, Duty } from './apart-book.js';
import type { Gate } from './gate.js';
import type { Holder } from './holder.js';
import type { Ledger } from './ledger.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { listNames, nameStep } from './sentence.js';
import type { RefusalReason } from './verdict.js';

/** What the holder already has that forbids the letter: another letter of the same cell, or a duty that must stay apart. */
export function conflictReasons(
  ledger: Ledger,
  holder: Holder,
  step: Step,
  letter: RaciLetter,
): RefusalReason[] {
  if (letter === 'C' || letter === 'I') {
    const held = [...ledger.letters(holder, step.key)];
    return held.some((other) => other !== letter) ? [contradictsHeld(holder, step, letter, held)] : [];
  }
  return ledger
    .clashes(holder, { step, letter })
    .map(({ set, with: other }) => mustStayApart(holder, { step, letter }, other, set));
}

/** Two duties that must stay apart, the second held or wished for in the same call. */
export function mustStayApart(holder: Holder, duty: Duty, other: Duty, set: ApartSet): RefusalReason {
  const [one, two] = [nameStep(duty.step), nameStep(other.step)];
  const approves = set.kind === 'APPROVES';
  const rule = approves
    ? `one of ${one} and ${two} approves the other, and nobody controls their own work`
    : `${one} and ${two} must never be together in one pair of hands`;
  const pair = approves ? 'approves' : 'never together';
  return {
    code: 'DUTIES_MUST_STAY_APART',
    message: `${holder.name} holds or asks for the ${other.letter} of ${two}: ${rule}.`,
    missingLink: `assignment → step: ${holder.name} cannot have both ${one} and ${two}`,
    remedy: `Give one of the two to somebody else. A firm too small for that takes the ${pair} line off its napkin and writes down the control that stands in for it.`,
    nearestStep: null,
  };
}

/** C or I where the holder has another letter of the cell, held or wished for in the same call. */
export function contradictsHeld(
  holder: Holder,
  step: Step,
  letter: RaciLetter,
  held: readonly RaciLetter[],
): RefusalReason {
  const covering = held.filter((other) => other === 'R' || other === 'A');
  const covered = covering.length > 0;
  const others = listNames(covered ? covering : held.filter((other) => other !== letter));
  return {
    code: 'CONTRADICTS',
    message: covered
      ? `${holder.name} has the ${others} of ${nameStep(step)}, which covers ${letter}: R and A go before C, and C before I.`
      : `${holder.name} cannot have both C and I for ${nameStep(step)}: who is consulted knows.`,
    missingLink: `assignment → step: the ${letter} of ${holder.name} contradicts the ${others} for ${nameStep(step)}`,
    remedy: covered
      ? `Nothing needs to be done: the ${others} says more than ${letter}.`
      : `Choose one: C where ${holder.name} is asked before it is done, I where ${holder.name} is told afterwards.`,
    nearestStep: null,
  };
}

/** Two who ask for the accountability of one step in one call. */
export function contradictsOther(holder: Holder, other: Holder, step: Step): RefusalReason {
  return {
    code: 'CONTRADICTS',
    message: `${holder.name} and ${other.name} both ask for the accountability of ${nameStep(step)} at once, and a step has one.`,
    missingLink: `assignment → step: ${nameStep(step)} can have one accountable`,
    remedy: `Agree who of the two answers for it, and propose that one alone.`,
    nearestStep: null,
  };
}

/** Two duties of one call that exclude each other, beside the reason why they do. */
export function contradictsDuty(holder: Holder, duty: Duty, other: Duty): RefusalReason {
  const [one, two] = [nameStep(duty.step), nameStep(other.step)];
  return {
    code: 'CONTRADICTS',
    message: `${holder.name} asks for both ${one} and ${two} at once, and they exclude each other.`,
    missingLink: `assignment → step: ${holder.name} cannot have both ${one} and ${two}`,
    remedy: `Propose one of the two.`,
    nearestStep: null,
  };
}

/** The stream is not connected at the step, or no structure can be made of it; null where it is ready. */
export function notReady({ context, unconnected }: Gate, step: Step | null): RefusalReason | null {
  const { readiness, stream, structure } = context;
  if (step && unconnected.has(step.key)) {
    return {
      code: 'STREAM_NOT_READY',
      message: `${nameStep(step)} is not connected: no entry of "${stream.name}" reaches it, or it leads to no end.`,
      missingLink: `step → stream: ${nameStep(step)} is not connected to "${stream.name}"`,
      remedy: `Draw what comes before and after ${nameStep(step)}, then propose again.`,
      nearestStep: null,
    };
  }
  if (structure) return null;
  const missing = readiness.missing.slice(0, 3).map(({ message, suggestion }) => suggestion ?? message);
  const sketched = readiness.rung === 'SKETCHED';
  return {
    code: 'STREAM_NOT_READY',
    message: sketched
      ? `"${stream.name}" is only sketched: responsibilities are judged from a connected stream on.`
      : `No structure of "${stream.name}" keeps the limits that are set, so there are no roles to judge by.`,
    missingLink: `step → stream: "${stream.name}" ${sketched ? 'is not connected yet' : 'has no structure yet'}`,
    remedy: sketched
      ? `Find out first: ${missing.join(' ') || 'how the steps follow each other.'}`
      : 'Loosen the limits that contradict each other, then propose again.',
    nearestStep: null,
  };
}
