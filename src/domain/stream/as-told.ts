import type { Calendar, Quantity } from '../shared/index.js';
import type { DraftDuration } from './stream-draft.js';

/** What a quantity comes to in a calendar, for those that were told in days, weeks, months or per such a time. */
type Reckoning = (calendar: Calendar) => Quantity;

/** Looked up by the quantity itself: it says nothing of a stream that its text does not say. */
const told = new WeakMap<Quantity, Reckoning>();

const written = new WeakMap<Quantity, DraftDuration>();

/** The time, of which from now on is known in which words it was written. */
export function keepWritten(time: Quantity, duration: DraftDuration): Quantity {
  written.set(time, duration);
  return time;
}

/** A time as somebody wrote it: `every 1month` is not `every 21d`. null for a time that came otherwise. */
export function writtenAs(time: Quantity): DraftDuration | null {
  return written.get(time) ?? null;
}

/** The quantity, which from now on can be reckoned in another calendar. */
export function keepTold(quantity: Quantity, reckon: Reckoning): Quantity {
  told.set(quantity, reckon);
  return quantity;
}

/** What a quantity comes to in another calendar: 2 d stay two days, 2 h stay two hours. The same object where no calendar touches it. */
export function inCalendar(quantity: Quantity, calendar: Calendar): Quantity {
  return told.get(quantity)?.(calendar) ?? quantity;
}
