import {
  formatDuration,
  formatNumber,
  formatPercent,
  type Calendar,
  type Quantity,
} from '../shared/index.js';

/** A time as people write it: `~2 d`, `1 d to 3 d`. */
export function tellTime(time: Quantity, calendar: Calendar): string {
  return tell(time, (seconds) => formatDuration(seconds, calendar));
}

/** A share or %C&A as people write it: `~20 %`, `10 % to 30 %`. */
export function tellShare(share: Quantity): string {
  return tell(share, formatPercent);
}

/** A number of units: `40`, `30 to 50`. */
export function tellCount(count: Quantity): string {
  return tell(count, formatNumber);
}

function tell({ low, high, likely, source }: Quantity, format: (value: number) => string): string {
  const guess = source === 'GUESS' ? '~' : '';
  return low === high ? `${guess}${format(likely)}` : `${guess}${format(low)} to ${format(high)}`;
}
