import {
  printNapkinLines,
  writtenAs,
  type Calendar,
  type DraftDuration,
  type DraftLine,
  type DraftNumber,
  type DraftStep,
  type DurationTerm,
  type FlowNode,
  type Quantity,
  type Step,
  type StepKey,
  type ValueStream,
} from '../../../domain/index.js';

/** A step as canonical lines of the notation: the step with its marks, and a line for every further pain. */
export function stepLines(step: Step, stream: ValueStream, nameOf: (key: StepKey) => string): string[] {
  const [pain, ...others] = step.pains;
  const draft = draftOf(step, pain ?? null, stream.calendar, nameOf);
  const pains = others.map((text) => ({ ...NOWHERE, kind: 'pain' as const, text }));
  return canonical([{ ...NOWHERE, kind: 'step', step: draft }, ...pains]);
}

/** A buffer as its canonical line. */
export function bufferLine(node: Extract<FlowNode, { kind: 'WAIT' | 'STOCK' }>, calendar: Calendar): string {
  const { why, passing } = node;
  const line: DraftLine =
    node.kind === 'WAIT'
      ? { ...NOWHERE, kind: 'wait', time: durationOf(node.time, calendar), why, passing }
      : { ...NOWHERE, kind: 'stock', units: numberOf(node.units), why, passing };
  return canonical([line]).join(' ');
}

/** Lines as the notation prints them, without a stream around them. */
export function canonical(lines: readonly DraftLine[]): string[] {
  return printNapkinLines({ name: 'Stream', at: null, lines }).body.map(({ text }) => text);
}

/** A line that came from no text. */
export const NOWHERE = { at: null, comment: null } as const;

/** A time as it was written; one that nobody wrote in the largest unit that says its working seconds whole. A range stays a range. */
export function durationOf(time: Quantity, calendar: Calendar): DraftDuration {
  const written = writtenAs(time);
  if (written) return { ...written, at: null };
  const { low, high, source } = time;
  return {
    low: high === low ? termsOf(low, calendar) : [termOf(low, calendar)],
    high: high === low ? null : [termOf(high, calendar)],
    guess: source === 'GUESS',
    at: null,
  };
}

/** A number as written; a range stays a range. */
export function numberOf({ low, high, source }: Quantity): DraftNumber {
  return { low, high: high === low ? null : high, guess: source === 'GUESS', at: null };
}

/** Hours with their minutes where it is less than a day: `7h 30m`. */
function termsOf(seconds: number, calendar: Calendar): readonly DurationTerm[] {
  const single = termOf(seconds, calendar);
  if (single.unit !== 'min' || single.amount < 60) return [single];
  return [
    { amount: Math.floor(single.amount / 60), unit: 'h' },
    { amount: single.amount % 60, unit: 'min' },
  ];
}

function termOf(seconds: number, { secondsPerDay, daysPerWeek }: Calendar): DurationTerm {
  if (seconds > 0 && seconds % secondsPerDay === 0) return { amount: seconds / secondsPerDay, unit: 'd' };
  if (seconds > 0 && seconds % 3600 === 0) return { amount: seconds / 3600, unit: 'h' };
  if (seconds % 60 === 0) return { amount: seconds / 60, unit: 'min' };
  const calendarDays = Math.round((seconds * 7) / (secondsPerDay * daysPerWeek));
  if (calendarDays > 0 && calendarDays * ((daysPerWeek / 7) * secondsPerDay) === seconds)
    return { amount: calendarDays, unit: 'cd' };
  return { amount: seconds, unit: 's' };
}

function draftOf(
  step: Step,
  pain: string | null,
  calendar: Calendar,
  nameOf: (key: StepKey) => string,
): DraftStep {
  const time = (quantity: Quantity | null) => quantity && durationOf(quantity, calendar);
  const share = (quantity: Quantity | null) => quantity && numberOf(quantity);
  const named = (names: readonly string[]) => names.map((name) => ({ name, at: null }));
  return {
    name: step.name,
    at: null,
    sometimes: null,
    performers: named(step.performers),
    performerUnknown: false,
    processTime: time(step.processTime),
    leadTime: time(step.leadTime),
    completeAndAccurate: share(step.completeAndAccurate),
    people: step.people === 1 ? null : step.people,
    value: step.value,
    outside: step.outside,
    every: time(step.everySeconds),
    uptime: share(step.uptime),
    changeover: time(step.changeover),
    batch: step.batch,
    systems: step.systems,
    capabilities: step.capabilities.map((capability) => ({ ...capability, at: null })),
    asks: named(step.asks),
    tells: named(step.tells),
    approves: named(step.approves.map(nameOf)),
    checks: named(step.checks.map(nameOf)),
    ...(step.serves === undefined ? {} : { serves: named(step.serves) }),
    pain,
    was: null,
  };
}
