import {
  formatDuration,
  formatNumber,
  formatPercent,
  type Calendar,
  type Quantity,
} from '../shared/index.js';

/** true where a number is told roughly only: as a range or as a guess. */
export function isRough(quantity: Quantity | null): quantity is Quantity {
  return quantity !== null && (quantity.source === 'GUESS' || quantity.low < quantity.high);
}

/** What a rough number says today: `we guess 3 d`, `told as 1 h to 2 h`. */
export function sayTime(time: Quantity, calendar: Calendar, why: string | null = null): string {
  const reason = why === null ? '' : ` ("${why}")`;
  return `${say(time, (seconds) => formatDuration(seconds, calendar))}${reason}`;
}

/** The same of a share. */
export function sayShare(share: Quantity): string {
  return say(share, formatPercent);
}

/** The same of a number of units, with what they are counted by. */
export function sayCount(count: Quantity, per = ''): string {
  return `${say(count, formatNumber)}${per}`;
}

function say({ low, high, likely, source }: Quantity, print: (value: number) => string): string {
  const words = source === 'GUESS' ? 'we guess' : 'told as';
  return low === high ? `${words} ${print(likely)}` : `${words} ${print(low)} to ${print(high)}`;
}
