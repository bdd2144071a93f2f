import type { NonEmpty } from '../../shared/index.js';
import { findHolder, findStep } from '../find-cited.js';
import type { GateContext } from '../gate-context.js';
import { gateOf, type Gate } from '../gate.js';
import { judge } from '../judge.js';
import type { RefusalCode, RefusedWish } from '../verdict.js';
import { dayNextYear, isCalendarDay } from './calendar-day.js';
import type {
  Override,
  OverrideObjection,
  OverrideRefused,
  OverrideRequest,
  OverrideSet,
} from './override.js';

/** Without these there is nothing that an override could stand on, or it would contradict itself. */
const NO_PLACE: ReadonlySet<RefusalCode> = new Set([
  'NO_STEP_CITED',
  'UNKNOWN_STEP',
  'STEP_NOT_IN_THIS_REVISION',
  'UNKNOWN_HOLDER',
  'STREAM_NOT_READY',
  'CONTRADICTS',
]);

/** The day that it is, whether overrides are switched on, and those that stand already. */
export interface OverrideGround {
  /** YYYY-MM-DD, from outside. */
  readonly today: string;
  readonly switchedOn: boolean;
  readonly standing: readonly Override[];
}

/**
 * Passes over a refusal of the gate, where overrides are switched on, for a known holder and a step of the stream,
 * marked with who, why and till when (a year at most). What the gate accepts needs none. What is written as why is kept
 * and never read.
 */
export function setOverride(
  context: GateContext,
  request: OverrideRequest,
  ground: OverrideGround,
): OverrideSet | OverrideRefused {
  const [verdict] = judge(context, [request.wish]);
  const refused = verdict?.kind === 'RefusedWish' ? verdict : null;
  const gate = gateOf(context);
  const [first, ...rest] = [
    ...(ground.switchedOn ? [] : [switchedOff()]),
    ...againstTheWish(gate, request, refused, ground),
    ...againstTheMark(request, ground.today),
  ];
  const made = refused && overrideOf(gate, request, refused);
  if (first || !made)
    return { kind: 'OverrideRefused', request, objections: [first ?? noPlace(request), ...rest] };
  return { kind: 'OverrideSet', override: made, refused };
}

function overrideOf(
  gate: Gate,
  { wish, by, why, until }: OverrideRequest,
  refused: RefusedWish,
): Override | null {
  const holder = findHolder(gate, wish.holder).found;
  const step = findStep(gate, wish.step).found;
  if (!holder || !step) return null;
  const against: NonEmpty<RefusedWish['reasons'][number]> = refused.reasons;
  return {
    holder: holder.name,
    step: { key: step.key, name: step.name },
    letter: wish.letter,
    by: by.trim(),
    why: why.trim(),
    until,
    against,
    revision: null,
  };
}

function againstTheWish(
  gate: Gate,
  request: OverrideRequest,
  refused: RefusedWish | null,
  { standing }: OverrideGround,
): OverrideObjection[] {
  const { wish } = request;
  const what = `${wish.holder} as ${wish.letter}${wish.step === null ? '' : ` for "${wish.step}"`}`;
  if (!refused) {
    const message = `The stream justifies ${what}, so there is no refusal to pass over.`;
    return [
      { code: 'NOTHING_TO_OVERRIDE', message, remedy: 'Propose it: what is justified needs no override.' },
    ];
  }
  const blocking = refused.reasons.filter(({ code }) => NO_PLACE.has(code));
  if (blocking.length > 0) {
    return blocking.map(({ message, remedy }) => ({ code: 'CANNOT_BE_OVERRIDDEN', message, remedy }));
  }
  const made = overrideOf(gate, request, refused);
  const same = standing.find(
    (one) => one.holder === made?.holder && one.letter === made.letter && one.step.key === made.step.key,
  );
  if (!same) return [];
  return [
    {
      code: 'OVERRIDDEN_ALREADY',
      message: `${what} stands by an override of ${same.by} until ${same.until} already.`,
      remedy: 'End that one first, or wait until it expires.',
    },
  ];
}

function againstTheMark({ by, why, until }: OverrideRequest, today: string): OverrideObjection[] {
  const objections: OverrideObjection[] = [];
  if (by.trim() === '')
    objections.push({
      code: 'NOBODY_NAMED',
      message: 'Nobody is named who takes the override upon themselves.',
      remedy: 'Name the person who answers for it.',
    });
  if (why.trim() === '')
    objections.push({
      code: 'NO_WHY_TOLD',
      message: 'No reason is told why the refusal is to be passed over.',
      remedy: 'Say in a sentence what makes it necessary; every report prints it.',
    });
  return [...objections, ...againstTheDay(until, today)];
}

function againstTheDay(until: string, today: string): OverrideObjection[] {
  if (!isCalendarDay(until)) {
    const message = `"${until}" is no day of the calendar.`;
    return [
      {
        code: 'NOT_A_DAY',
        message,
        remedy: 'Name the last day on which it is to stand, such as 2026-01-31.',
      },
    ];
  }
  if (until < today) {
    const message = `It would have expired on ${until}, and it is ${today} today.`;
    return [{ code: 'EXPIRED_BEFORE_IT_BEGINS', message, remedy: 'Name a day that is still to come.' }];
  }
  const latest = dayNextYear(today);
  if (until <= latest) return [];
  const message = `An override stands for a year at most, and ${until} is later than ${latest}.`;
  const remedy = `Name a day up to ${latest}; what is to last longer belongs on the napkin, as a step, a capability or an owner.`;
  return [{ code: 'STANDS_TOO_LONG', message, remedy }];
}

function switchedOff(): OverrideObjection {
  return {
    code: 'OVERRIDES_SWITCHED_OFF',
    message: 'Overrides are switched off here: only what the stream justifies stands.',
    remedy:
      'Draw on the napkin what the work really needs and propose again; or have those who run the program switch overrides on.',
  };
}

function noPlace({ wish }: OverrideRequest): OverrideObjection {
  return {
    code: 'CANNOT_BE_OVERRIDDEN',
    message: `There is no place in the stream for ${wish.holder} as ${wish.letter}.`,
    remedy: 'Name a role or a person of the stream, and one of its steps.',
  };
}
