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

/** "today's demand", "2 times today's demand". */
export function timesInWords(times: number): string {
  return times === 1 ? "today's demand" : `${sayTimes(times)} times today's demand`;
}

/** "1 step", "3 steps". */
export function count(number: number, one: string): string {
  return number === 1 ? `1 ${one}` : `${number} ${one}s`;
}
