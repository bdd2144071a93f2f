import { formatDuration, type Calendar } from '../shared/index.js';

/** Which working day the times of each side and their differences are told in; null where both sides have the same. */
export function tellDays(before: Calendar, after: Calendar): string | null {
  const [was, is] = [dayOf(before), dayOf(after)];
  if (was === is) return null;
  return `1 d is ${was} before and ${is} after; differences are told in days of ${is}`;
}

/** A day in hours and minutes. */
function dayOf(calendar: Calendar): string {
  return formatDuration(calendar.secondsPerDay, { ...calendar, secondsPerDay: Infinity });
}
