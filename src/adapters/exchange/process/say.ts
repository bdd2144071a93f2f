import { formatDuration, formatNumber, type Calendar, type Quantity } from '../../../domain/index.js';

/** A time for people: `3 d`, `1 d to 3 d`, `about 2 d`. */
export function sayTime(time: Quantity, calendar: Calendar): string {
  return spread(time, (seconds) => formatDuration(seconds, calendar));
}

/** A share for people: `20 %`, `10 to 20 %`. */
export function sayShare(share: Quantity): string {
  return `${spread(share, (value) => formatNumber(value * 100))} %`;
}

/** A number of units for people. */
export function sayUnits(units: Quantity): string {
  return `${spread(units, formatNumber)} units`;
}

function spread({ low, high, source }: Quantity, say: (value: number) => string): string {
  const text = high === low ? say(low) : `${say(low)} to ${say(high)}`;
  return source === 'GUESS' ? `about ${text}` : text;
}
