import { formatNumber } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import type { Examined } from './examine.js';
import type { Gate } from './gate.js';
import type { Holder } from './holder.js';
import { nameStep } from './sentence.js';
import type { RefusalReason } from './verdict.js';
import type { Hours, Share, Workload } from './workload.js';

/** Whether a responsibility fits the hours of its holder: a reason against it, or warnings, and the hours it takes. */
export interface HoursFit {
  readonly reason: RefusalReason | null;
  readonly warnings: readonly string[];
  readonly takes: Hours;
}

const FREE: HoursFit = { reason: null, warnings: [], takes: { hours: 0, guessed: false } };
const TOLERANCE = 1e-9;
const GUESSED = 'The hours rest on guesses: time the work before you count on it.';

/** Holds the hours of an R against what the holder has left. Where hours rest on a guess, too many are a warning. */
export function fitHours(
  gate: Gate,
  workload: Workload,
  { holder, step, wish, inForce }: Examined,
): HoursFit {
  if (!holder || !step || wish.letter !== 'R' || inForce) return FREE;
  const takes = workload.shareOf(holder, step);
  const room = roomOf(gate, holder);
  if (takes === null) return FREE;
  if (room === null) return { ...FREE, takes, warnings: unknownRoom(holder, step, takes) };
  const accepted = workload.takenBy(holder);
  const taken = accepted.hours + room.structure;
  const over = taken + takes.hours - room.hours;
  if (over <= room.hours * TOLERANCE) return { ...FREE, takes };
  const message = `${holder.name} has ${say(room.hours)} a week${room.what}; ${say(taken)} of it are taken, and ${nameStep(step)} would add ${sayShare(takes)}: ${say(over)} too many.`;
  if (accepted.guessed || takes.guessed || room.guessed) {
    return {
      reason: null,
      takes,
      warnings: [`${message} ${GUESSED}`],
    };
  }
  return { reason: overCapacity(holder, step, message, room.remedy), takes, warnings: [] };
}

/** One of several responsibilities that are wished for one holder in one call, with the hours that it takes. */
export interface WishedHours {
  readonly holder: Holder;
  readonly step: Step;
  readonly takes: Hours;
}

/** The longest list of steps in a message. */
const NAMED = 5;

/** Holds the hours of all that is wished for one holder against what the holder has left; null where they fit, or nobody knows. */
export function fitAllOf(
  gate: Gate,
  workload: Workload,
  wishes: readonly WishedHours[],
): Pick<HoursFit, 'reason' | 'warnings'> | null {
  const inOrder = wishes.toSorted((a, b) => a.step.position - b.step.position);
  const [first] = inOrder;
  const room = first ? roomOf(gate, first.holder) : null;
  if (!first || room === null) return null;
  const { holder } = first;
  const accepted = workload.takenBy(holder);
  const taken = accepted.hours + room.structure;
  const takes = inOrder.reduce((sum, one) => sum + one.takes.hours, 0);
  const over = taken + takes - room.hours;
  if (over <= room.hours * TOLERANCE) return null;
  const named = inOrder.slice(0, NAMED).map((one) => `${nameStep(one.step)} ${say(one.takes.hours)}`);
  const more = inOrder.length > NAMED ? ` and ${inOrder.length - NAMED} more` : '';
  const message = `${holder.name} has ${say(room.hours)} a week${room.what}; ${say(taken)} of it are taken, and what is wished for in one call would add ${say(takes)} (${named.join(', ')}${more}): ${say(over)} too many.`;
  if (accepted.guessed || room.guessed || inOrder.some((one) => one.takes.guessed)) {
    return { reason: null, warnings: [`${message} ${GUESSED}`] };
  }
  const reason: RefusalReason = {
    code: 'OVER_CAPACITY',
    message,
    missingLink: `assignment → step: ${holder.name} has not the hours for all that is wished for in one call`,
    remedy: `Decide which of them ${holder.name} is to do and propose those alone, give the others to somebody with room, or ${room.remedy}.`,
    nearestStep: null,
  };
  return { reason, warnings: [] };
}

interface Room {
  readonly hours: number;
  readonly guessed: boolean;
  /** Hours that the structure gives the holder already. */
  readonly structure: number;
  readonly what: string;
  readonly remedy: string;
}

function roomOf({ context }: Gate, { person, role, name }: Holder): Room | null {
  if (role) {
    if (role.positions === null) return null;
    const paid = context.stream.calendar.paidHoursPerWeek;
    return {
      hours: role.positions * paid,
      guessed: role.hoursPerWeek.source === 'GUESS',
      structure: role.hoursPerWeek.value ?? 0,
      what: ` (${role.positions} × ${say(paid)})`,
      remedy: `give ${name} another position by adopting a structure that is sized for it`,
    };
  }
  const hours = person?.hoursPerWeek;
  if (!hours) return null;
  return {
    hours: hours.likely,
    guessed: hours.source === 'GUESS',
    structure: 0,
    what: '',
    remedy: `correct the hours on the person line of ${name}`,
  };
}

function overCapacity(holder: Holder, step: Step, message: string, remedy: string): RefusalReason {
  return {
    code: 'OVER_CAPACITY',
    message,
    missingLink: `assignment → step: ${holder.name} has not the hours for ${nameStep(step)}`,
    remedy: `Give ${nameStep(step)} to somebody with room, take another step off ${holder.name}, or ${remedy}.`,
    nearestStep: null,
  };
}

function unknownRoom(holder: Holder, step: Step, takes: Share): string[] {
  if (holder.kind === 'ROLE' || takes.hours === 0) return [];
  return [
    `Nobody has said how many hours a week ${holder.name} works, so nobody can tell whether the ${sayShare(takes)} a week of ${nameStep(step)} fit.`,
  ];
}

function sayShare({ hours, whole, among }: Share): string {
  return among === 1 ? say(hours) : `${say(hours)} (${say(whole)}, shared by ${among})`;
}

function say(hours: number): string {
  return `${formatNumber(hours)} h`;
}
