import {
  formatDuration,
  formatNumber,
  formatPercent,
  type Calendar,
  type Quantity,
} from '../../../domain/index.js';

/** A time as it is told in a data box: a range stays a range, a guess has its sign, unknown is a question mark. */
export function tellTime(time: Quantity | null, calendar: Calendar): string {
  return tell(time, (seconds) => formatDuration(seconds, calendar));
}

/** A share or a %C&A. */
export function tellShare(share: Quantity | null): string {
  return tell(share, formatPercent);
}

/** A plain number. */
export function tellNumber(number: Quantity | null): string {
  return tell(number, formatNumber);
}

function tell(quantity: Quantity | null, print: (value: number) => string): string {
  if (!quantity) return '?';
  const { low, high, likely, source } = quantity;
  const text = low < high ? `${print(low)} to ${print(high)}` : print(likely);
  return source === 'GUESS' ? `~${text}` : text;
}
