import type { Calendar } from './calendar.js';

interface Part {
  readonly name: string;
  readonly seconds: number;
}

/** Working seconds as people say them, in the two largest parts that matter: `2 d 4 h`, `12 min 30 s`, `0.4 s`. */
export function formatDuration(seconds: number, calendar: Calendar): string {
  if (!Number.isFinite(seconds)) return 'endless';
  if (seconds < 0) return `-${formatDuration(-seconds, calendar)}`;
  if (seconds === 0) return '0 s';
  if (seconds < 1) return `${trimZeros(seconds.toPrecision(2))} s`;
  const nearest = Math.round(seconds);
  if (seconds !== nearest && Math.abs(seconds - nearest) <= RESIDUE * seconds)
    return formatDuration(nearest, calendar);
  const parts: readonly Part[] = [
    { name: 'd', seconds: calendar.secondsPerDay },
    { name: 'h', seconds: 3600 },
    { name: 'min', seconds: 60 },
    { name: 's', seconds: 1 },
  ];
  const first = Math.max(
    0,
    parts.findIndex((part) => seconds >= part.seconds),
  );
  return formatParts(seconds, parts, first);
}

/** So much of a time, relative to it, is what reckoning in binary fractions leaves over. */
const RESIDUE = 1e-9;

function formatParts(seconds: number, parts: readonly Part[], first: number): string {
  const large = parts[first];
  const small = parts[first + 1];
  if (!large) return `${formatNumber(seconds)} s`;
  if (!small) return `${trimZeros((seconds / large.seconds).toFixed(1))} ${large.name}`;
  let whole = Math.floor(seconds / large.seconds);
  const left = seconds - whole * large.seconds;
  let rest = Math.round(left / small.seconds);
  const nearerToWhole = large.seconds - left < Math.abs(left - rest * small.seconds);
  if (nearerToWhole || rest * small.seconds >= large.seconds) {
    whole += 1;
    rest = 0;
  }
  const above = parts[first - 1];
  if (above && whole * large.seconds >= above.seconds) return formatParts(above.seconds, parts, first - 1);
  const text = whole > 0 ? [`${whole} ${large.name}`] : [];
  if (rest > 0) text.push(`${rest} ${small.name}`);
  return text.join(' ');
}

/** The calendar that times are counted in: "Working time: a day is 8 h, a week 5 d." */
export function sayCalendar({ secondsPerDay, daysPerWeek }: Calendar): string {
  const day = [
    [Math.floor(secondsPerDay / 3600), 'h'],
    [Math.floor((secondsPerDay % 3600) / 60), 'min'],
    [secondsPerDay % 60, 's'],
  ] as const;
  const told = day
    .filter(([number]) => number > 0)
    .map(([number, unit]) => `${formatNumber(number)} ${unit}`);
  return `Working time: a day is ${told.join(' ')}, a week ${formatNumber(daysPerWeek)} d.`;
}

/** A fraction as a percentage: `3.9 %`, `0.92 %`, `85 %`, `under 0.01 %`. */
export function formatPercent(fraction: number): string {
  const percent = fraction * 100;
  if (percent > 0 && percent < 0.005) return 'under 0.01 %';
  if (percent !== 0 && Math.abs(percent) < 1) return `${trimZeros(percent.toPrecision(2))} %`;
  return `${trimZeros(percent.toFixed(1))} %`;
}

/** A number with as many digits as people read: two decimals below 10, one below 100, none above. */
export function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size >= 1e15) return String(value);
  if (value !== 0 && size < 0.01) return trimZeros(value.toPrecision(2));
  return trimZeros(value.toFixed(size < 10 ? 2 : size < 100 ? 1 : 0));
}

function trimZeros(text: string): string {
  const plain = text.includes('e') ? String(Number(text)) : text;
  const trimmed = plain.includes('.') && !plain.includes('e') ? plain.replace(/\.?0+$/, '') : plain;
  return trimmed === '-0' ? '0' : trimmed;
}
