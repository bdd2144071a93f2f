import type { Compensation, Step } from '../stream/index.js';
import type { Duty } from './apart-book.js';
import { controlFor } from './compensation.js';
import { nobodyElse, othersWho } from './four-eyes.js';
import type { Gate } from './gate.js';
import type { Holder } from './holder.js';
import type { Clash, Ledger } from './ledger.js';
import type { RaciLetter } from './responsibility-matrix.js';
import { listNames, nameStep } from './sentence.js';
import type { RefusalReason } from './verdict.js';

const MOST_NAMED = 4;

/** What speaks against a letter, and what only needs to be said. */
export interface Conflicts {
  readonly reasons: readonly RefusalReason[];
  readonly warnings: readonly string[];
}

/** What the holder already has that forbids the letter: another letter of the same cell, or a duty that must stay apart. */
export function conflictsOf(
  gate: Gate,
  ledger: Ledger,
  holder: Holder,
  step: Step,
  letter: RaciLetter,
): Conflicts {
  if (letter === 'C' || letter === 'I') {
    const held = [...ledger.letters(holder, step.key)];
    const against = held.some((other) => other !== letter);
    return { reasons: against ? [contradictsHeld(holder, step, letter, held)] : [], warnings: [] };
  }
  const duty = { step, letter };
  return apartConflicts(gate, holder, duty, ledger.clashes(holder, duty));
}

/**
 * Duties that must stay apart; those of a check may meet in one person as long as somebody else can be the second pair of
 * eyes, and those of a person for which a compensating control is declared. Roles are kept apart all the same.
 */
export function apartConflicts(gate: Gate, holder: Holder, duty: Duty, clashes: readonly Clash[]): Conflicts {
  const open = ({ set, with: other }: Clash): boolean =>
    set.kind === 'CHECKS' && !nobodyElse(gate, holder, [duty.step, other.step]);
  const met = clashes.filter((clash) => !open(clash));
  return {
    reasons: met
      .filter((clash) => compensationOf(gate, holder, duty, clash) === null)
      .map((clash) => mustStayApart(holder, duty, clash)),
    warnings: [
      ...met.flatMap((clash) => underControl(gate, holder, duty, clash)),
      ...clashes.filter(open).map(({ with: other }) => secondPairOfEyes(gate, holder, duty, other)),
    ],
  };
}

function secondPairOfEyes(gate: Gate, holder: Holder, duty: Duty, other: Duty): string {
  const others = listNames(othersWho(gate, holder, [duty.step, other.step]), 'or', MOST_NAMED);
  return `One of ${nameStep(duty.step)} and ${nameStep(other.step)} checks the other, which takes two people on one unit: where ${holder.name} did the one, somebody else does the other (${others}).`;
}

function compensationOf(
  { compensated }: Gate,
  holder: Holder,
  duty: Duty,
  { set, with: other }: Clash,
): Compensation | null {
  if (holder.kind === 'ROLE') return null;
  return controlFor(compensated, set, duty.step.key, other.step.key);
}

/** What a compensating control lets pass is said, with who could do one of the two instead. */
function underControl(gate: Gate, holder: Holder, duty: Duty, clash: Clash): string[] {
  const compensation = compensationOf(gate, holder, duty, clash);
  if (!compensation) return [];
  const { step: two } = clash.with;
  const others = othersWho(gate, holder, [duty.step, two]);
  const instead =
    others.length === 0
      ? 'Nobody else is known who could do one of the two.'
      : `${listNames(others, 'or', MOST_NAMED)} could do one of the two instead.`;
  const both =
    duty.step.key === two.key
      ? `the R and the A of ${nameStep(duty.step)}`
      : `both ${nameStep(duty.step)} and ${nameStep(two)}`;
  return [
    `${holder.name} has ${both}, which must stay apart, under a compensating control: "${compensation.control}". ${instead}`,
  ];
}

/** Two duties that must stay apart, the second held or wished for in the same call. */
function mustStayApart(holder: Holder, duty: Duty, clash: Clash): RefusalReason {
  const { set, with: other } = clash;
  const [one, two] = [nameStep(duty.step), nameStep(other.step)];
  const rules = {
    NEVER_TOGETHER: `${one} and ${two} must never be together in one pair of hands`,
    APPROVES: `one of ${one} and ${two} approves the other, and nobody controls their own work`,
    CHECKS: `one of ${one} and ${two} checks the other, which takes two people, and nobody else is known who could do either`,
  };
  const lines = { NEVER_TOGETHER: 'never together line', APPROVES: 'approves mark', CHECKS: 'checks mark' };
  const same = duty.step.key === other.step.key;
  const rule = same
    ? `${one} is approved by another step, and nobody controls their own work`
    : rules[set.kind];
  const both = same ? `the R and the A of ${one}` : `both ${one} and ${two}`;
  return {
    code: 'DUTIES_MUST_STAY_APART',
    message: `${holder.name} holds or asks for the ${other.letter} of ${two}: ${rule}.`,
    missingLink: `assignment → step: ${holder.name} cannot have ${both}`,
    remedy: `Give one of the two to somebody else. A firm too small for that declares the control that stands in for the ${lines[set.kind]}, with a line such as: ${declaration(duty, clash)}`,
    nearestStep: null,
  };
}

/** `compensating control: A, B "…"`, as it would be written for these duties. */
function declaration({ step }: Duty, { set, with: other }: Clash): string {
  const approver = step.key === other.step.key ? 'the step that approves it' : other.step.name;
  const names = [step.name, set.kind === 'APPROVES' ? approver : other.step.name];
  return `compensating control: ${names.join(', ')} "who looks at what, and how often".`;
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
  const both = duty.step.key === other.step.key ? `both the R and the A of ${one}` : `both ${one} and ${two}`;
  return {
    code: 'CONTRADICTS',
    message: `${holder.name} asks for ${both} at once, and they exclude each other.`,
    missingLink: `assignment → step: ${holder.name} cannot have ${both}`,
    remedy: `Propose one of the two.`,
    nearestStep: null,
  };
}
