import { formatNumber } from '../../shared/index.js';

const MOST_DIGITS = 6;

/** A multiple of the demand with the digit that decides: 1.997 where 2 would be another multiple. */
export function sayTimes(times: number): string {
  for (let digits = 2; digits <= MOST_DIGITS; digits += 1) {
    const told = Number(times.toFixed(digits));
    if (!Number.isInteger(told) || Math.abs(told - times) < 1e-9)
      return digits === 2 ? formatNumber(times) : String(told);
  }
  return formatNumber(times);
}
