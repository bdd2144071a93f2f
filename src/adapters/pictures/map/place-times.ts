import type { FlowNode, Quantity, Step, ValueStream } from '../../../domain/index.js';

/** The ends between which a time lies, in working seconds; what nobody has measured adds nothing. */
export interface TimeEnds {
  readonly low: number;
  readonly high: number;
}

/** What a place adds to the time of one unit that passes once: working seconds; null where nobody has measured it. */
export interface PlaceTime {
  readonly waiting: number | null;
  readonly handsOn: number | null;
  readonly ends: TimeSpread;
  /** Parts of it that are a guess. */
  readonly guess: { readonly waiting: boolean; readonly handsOn: boolean };
}

/** Waiting and hands-on time at the ends of their ranges, and both together: where a lead time holds both, its ends. */
export interface TimeSpread {
  readonly waiting: TimeEnds;
  readonly handsOn: TimeEnds;
  readonly together: TimeEnds;
}

/** What every place adds; gates and steps with a rhythm of their own add nothing and are left out. */
export function placeTimes(stream: ValueStream): ReadonlyMap<number, PlaceTime> {
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  const times = new Map<number, PlaceTime>();
  stream.flow.nodes.forEach((node, place) => {
    const step = node.kind === 'STEP' ? steps.get(node.step) : undefined;
    const time = step ? timeOfStep(step) : timeOfBuffer(stream, node);
    if (time && !(step && step.everySeconds !== null)) times.set(place, time);
  });
  return times;
}

function timeOfBuffer(stream: ValueStream, node: FlowNode): PlaceTime | null {
  if (node.kind === 'WAIT') return onlyWaiting(node.time);
  return node.kind === 'STOCK' ? onlyWaiting(stockTime(stream, node.units)) : null;
}

/** Of a step done outside that nobody has timed by hand, only its lead time counts. */
function timeOfStep({ processTime, leadTime, outside }: Step): PlaceTime {
  if (outside && !processTime) return onlyWaiting(leadTime);
  const handsOn = processTime === null ? null : Math.min(processTime.likely, leadTime?.likely ?? Infinity);
  const waiting = leadTime ? Math.max(0, leadTime.likely - (processTime?.likely ?? 0)) : 0;
  const worked = endsOf(processTime);
  const whole = endsOf(leadTime);
  const guess = { waiting: isGuess(leadTime), handsOn: isGuess(processTime) };
  if (!leadTime)
    return { waiting, handsOn, guess, ends: { waiting: NONE, handsOn: worked, together: worked } };
  const rest = { low: Math.max(0, whole.low - worked.high), high: Math.max(0, whole.high - worked.low) };
  const capped = { low: Math.min(worked.low, whole.low), high: Math.min(worked.high, whole.high) };
  return { waiting, handsOn, guess, ends: { waiting: rest, handsOn: capped, together: whole } };
}

const NONE: TimeEnds = { low: 0, high: 0 };

function onlyWaiting(time: Quantity | null): PlaceTime {
  const ends = endsOf(time);
  return {
    waiting: time?.likely ?? null,
    handsOn: 0,
    ends: { waiting: ends, handsOn: NONE, together: ends },
    guess: { waiting: isGuess(time), handsOn: false },
  };
}

function endsOf(time: Quantity | null): TimeEnds {
  return time ? { low: time.low, high: time.high } : NONE;
}

function isGuess(time: Quantity | null): boolean {
  return time?.source === 'GUESS';
}

/** A stock as time: units over the demand, least where most units enter; null where nobody has said how many enter. */
export function stockTime({ calendar, demandPerWeek }: ValueStream, units: Quantity): Quantity | null {
  if (!demandPerWeek || !(demandPerWeek.likely > 0)) return null;
  const week = calendar.daysPerWeek * calendar.secondsPerDay;
  const over = (amount: number, perWeek: number) =>
    (amount / (perWeek > 0 ? perWeek : demandPerWeek.likely)) * week;
  const guess = isGuess(units) || isGuess(demandPerWeek);
  return {
    low: over(units.low, demandPerWeek.high),
    likely: over(units.likely, demandPerWeek.likely),
    high: over(units.high, demandPerWeek.low),
    source: guess ? 'GUESS' : 'DERIVED',
  };
}
