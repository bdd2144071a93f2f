import type { Calendar, Quantity } from '../shared/index.js';
import { keepTold, keepWritten } from './as-told.js';
import type { DraftDuration, DraftNumber, DurationTerm } from './stream-draft.js';

/** A duration in working seconds of the calendar; a range keeps both ends and its middle. */
export function toWorkingSeconds(duration: DraftDuration, calendar: Calendar): Quantity {
  const low = secondsOfTerms(duration.low, calendar);
  const high = duration.high ? secondsOfTerms(duration.high, calendar) : low;
  const time = keepWritten(spread(low, high, duration.guess), duration);
  if (![...duration.low, ...(duration.high ?? [])].some(({ unit }) => isOfCalendar(unit))) return time;
  return keepTold(time, (other) => toWorkingSeconds(duration, other));
}

/** true for the units that are as long as the calendar says. */
function isOfCalendar(unit: DurationTerm['unit']): boolean {
  return unit !== 's' && unit !== 'min' && unit !== 'h';
}

/** A number as written, as a quantity. */
export function toQuantity(number: DraftNumber): Quantity {
  return spread(number.low, number.high ?? number.low, number.guess);
}

function spread(a: number, b: number, guess: boolean): Quantity {
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  return { low, likely: low + (high - low) / 2, high, source: guess ? 'GUESS' : 'SAID' };
}

/** Working seconds of terms such as 7h 40m; a calendar day counts as daysPerWeek / 7 working days. */
export function secondsOfTerms(terms: readonly DurationTerm[], calendar: Calendar): number {
  return terms.reduce((sum, term) => sum + term.amount * secondsOfUnit(term.unit, calendar), 0);
}

function secondsOfUnit(unit: DurationTerm['unit'], calendar: Calendar): number {
  switch (unit) {
    case 's':
      return 1;
    case 'min':
      return 60;
    case 'h':
      return 3600;
    case 'd':
      return calendar.secondsPerDay;
    case 'w':
      return calendar.daysPerWeek * calendar.secondsPerDay;
    case 'month':
      return calendar.daysPerMonth * calendar.secondsPerDay;
    case 'cd':
      return (calendar.daysPerWeek / 7) * calendar.secondsPerDay;
  }
}
