import type { Calendar } from '../../../domain/index.js';

/** Working seconds as an ISO 8601 duration whose days are working days: `P3D`, `P1DT4H`, `PT30M`. */
export function isoDuration(seconds: number, { secondsPerDay }: Calendar): string {
  const days = Math.floor(seconds / secondsPerDay);
  const rest = Math.round((seconds - days * secondsPerDay) * 1000) / 1000;
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  const left = Math.round((rest % 60) * 1000) / 1000;
  const time = [part(hours, 'H'), part(minutes, 'M'), part(left, 'S')].join('');
  if (days === 0 && time === '') return 'PT0S';
  return `P${part(days, 'D')}${time === '' ? '' : `T${time}`}`;
}

function part(amount: number, sign: string): string {
  return amount === 0 ? '' : `${amount}${sign}`;
}
