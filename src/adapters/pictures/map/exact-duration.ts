import type { Calendar } from '../../../domain/index.js';

/** Working seconds as they are printed on the ladder: thousandths below a minute, whole seconds below an hour, whole minutes above. */
export function roundedForLadder(seconds: number): number {
  const step = seconds < 60 ? 0.001 : seconds < 3600 ? 1 : 60;
  return Math.round(Math.round(seconds / step) * step * 1000) / 1000;
}

/** Every part of a duration, nothing rounded away, so that printed durations can be added up by hand. */
export function exactDuration(seconds: number, { secondsPerDay }: Calendar): string {
  const parts: string[] = [];
  let left = Math.round(seconds * 1000);
  const take = (unit: number, name: string) => {
    const count = Math.floor(left / (unit * 1000));
    if (count > 0) parts.push(`${count} ${name}`);
    left -= count * unit * 1000;
  };
  if (Number.isInteger(secondsPerDay * 1000)) take(secondsPerDay, 'd');
  take(3600, 'h');
  take(60, 'min');
  left = Math.round(left);
  if (left > 0 || parts.length === 0) parts.push(`${left / 1000} s`);
  return parts.join(' ');
}
