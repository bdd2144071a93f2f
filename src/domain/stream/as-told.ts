import type { Calendar, Quantity } from '../shared/index.js';

/** What a quantity comes to in a calendar, for those that were told in days, weeks, months or per such a time. */
type Reckoning = (calendar: Calendar) => Quantity;

/** Looked up by the quantity itself: it says nothing of a stream that its text does not say. */
const told = new WeakMap<Quantity, Reckoning>();

/** The quantity, which from now on can be reckoned in another calendar. */
export function keepTold(quantity: Quantity, reckon: Reckoning): Quantity {
  told.set(quantity, reckon);
  return quantity;
}

/** What a quantity comes to in another calendar: 2 d stay two days, 2 h stay two hours. The same object where no calendar touches it. */
export function inCalendar(quantity: Quantity, calendar: Calendar): Quantity {
  return told.get(quantity)?.(calendar) ?? quantity;
}
