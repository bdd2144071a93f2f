import { formatNumber, formatPercent } from '../shared/index.js';
import type { Driver } from './measure-kind.js';
import type { MeasuredSide } from './measured-side.js';

/** Equal but for the rounding of sums. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-3);
}

/** Two ends between which a number lies; null where it is not known. */
interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** true where one end of the difference says less than before, and the other end more. */
export function isEitherWay(before: Ends, after: Ends): boolean {
  const signOf = (was: number | null, is: number | null) =>
    isSame(was ?? 0, is ?? 0) ? 0 : Math.sign((is ?? 0) - (was ?? 0));
  return signOf(before.low, after.low) * signOf(before.high, after.high) < 0;
}

/** What else moved: by which ratio, in words, and of what a figure is then looked at one by one. */
export interface ToldDriver {
  readonly ratio: number;
  readonly text: string;
  readonly each: string;
}

/** What else moved, by how much, and of what a figure is then looked at one by one; 0 or infinite where nothing is left of it or there was nothing, null where it did not move or is not known. */
export function tellDriver(driver: Driver, was: MeasuredSide, is: MeasuredSide): ToldDriver | null {
  switch (driver) {
    case 'DEMAND': {
      const [a, b] = [was.stream.demandPerWeek?.likely ?? null, is.stream.demandPerWeek?.likely ?? null];
      if (a === null || b === null) return null;
      const many = b === 0 ? 'no' : b > a ? 'more' : 'fewer';
      const text = `${many} units enter (${formatNumber(a)} → ${formatNumber(b)} a week)`;
      return ratioOf(a, b, text, 'for one of them');
    }
    case 'THROUGH': {
      const [a, b] = [was.through, is.through];
      if (a === null || b === null) return null;
      const much = Math.max(a, b) <= 1 + 1e-9 ? ` (${formatPercent(a)} → ${formatPercent(b)})` : '';
      const many = b > a ? 'more' : 'fewer';
      const text = isSame(b, 0)
        ? `no unit that enters comes through to the end any more${much}`
        : `${many} of the units that enter come through to the end${much}`;
      return ratioOf(a, b, text, 'for one that does');
    }
    case 'ELAPSED': {
      const [a, b] = [weekOf(was), weekOf(is)];
      return ratioOf(a, b, tellWeeks(a, b), 'in working weeks');
    }
    case 'PACE': {
      const [a, b] = [weekOf(was), weekOf(is)];
      const told = ratioOf(a, b, tellWeeks(a, b), 'for the hours of one week');
      return told && { ...told, ratio: 1 / told.ratio };
    }
  }
}

function ratioOf(a: number, b: number, text: string, each: string): ToldDriver | null {
  if (isSame(a, b)) return null;
  const ratio = isSame(b, 0) ? 0 : isSame(a, 0) ? Infinity : b / a;
  return { ratio, text, each };
}

function weekOf({ stream: { calendar } }: MeasuredSide): number {
  return calendar.secondsPerDay * calendar.daysPerWeek;
}

function tellWeeks(a: number, b: number): string {
  return `the working week has ${formatNumber(b / 3600)} h instead of ${formatNumber(a / 3600)} h`;
}
