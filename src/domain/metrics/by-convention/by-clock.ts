import type { Figure } from '../../shared/index.js';

const CLOCK_DAY = 24 * 3600;

/** A working time each day of which counts as 24 h: what it is divided by, not what is printed. */
export function byClock(whole: Figure, secondsPerDay: number): Figure {
  const times = (value: number | null) => (value === null ? null : (value * CLOCK_DAY) / secondsPerDay);
  return { ...whole, value: times(whole.value), low: times(whole.low), high: times(whole.high) };
}
