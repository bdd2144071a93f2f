import type { Quantity } from '../../../domain/shared/index.js';
import { plain } from '../grid/grid.js';

/** Hours a week as a cell says them; null where it cannot be read. */
export type HoursReading = Quantity | null;

const MOST = 168;
const NUMBER = '(\\d{1,4}(?:[.,]\\d{1,3})?)';
const HOURS = '\\s*(?:h|hrs?|hours?|std|stunden)?\\.?';
const A_WEEK = '\\s*(?:(?:/|per|a|p\\.?)\\s*(?:week|wk|w)\\.?)?';
const PLAIN = new RegExp(`^(~|≈|about |ca\\.? )?${NUMBER}${HOURS}${A_WEEK}$`, 'i');
const RANGE = new RegExp(`^${NUMBER}${HOURS}\\s*(?:-|–|to)\\s*${NUMBER}${HOURS}${A_WEEK}$`, 'i');
const SHARE = new RegExp(`^(~|≈|about |ca\\.? )?${NUMBER}\\s*(%|fte)$`, 'i');

/** "32", "32 h", "37,5 hours/week", "~30h", "30-35", "80 %", "0.8 FTE"; shares are of the paid hours. */
export function readHoursCell(text: string, paidHoursPerWeek: number): HoursReading {
  return withinAWeek(hoursIn(text, paidHoursPerWeek));
}

/** true where a cell can be read, and says more hours than a week has. */
export function isMoreThanAWeek(text: string, paidHoursPerWeek: number, column: 'hours' | 'fte'): boolean {
  const read = column === 'hours' ? hoursIn : fteIn;
  return (read(text, paidHoursPerWeek)?.high ?? 0) > MOST;
}

function hoursIn(text: string, paidHoursPerWeek: number): HoursReading {
  const words = plain(text);
  const share = SHARE.exec(words);
  if (share) {
    const part = numberOf(share[2]) / (share[3] === '%' ? 100 : 1);
    return bounded(part * paidHoursPerWeek, part * paidHoursPerWeek, share[1] !== undefined);
  }
  const range = RANGE.exec(words);
  if (range) return bounded(numberOf(range[1]), numberOf(range[2]), false);
  const single = PLAIN.exec(words);
  return single ? bounded(numberOf(single[2]), numberOf(single[2]), single[1] !== undefined) : null;
}

/** A share of a full position: "0.8", "80", "80 %"; a bare number up to 2 is a fraction, else a percentage. */
export function readFteCell(text: string, paidHoursPerWeek: number): HoursReading {
  return withinAWeek(fteIn(text, paidHoursPerWeek));
}

function fteIn(text: string, paidHoursPerWeek: number): HoursReading {
  const words = plain(text);
  const bare = new RegExp(`^${NUMBER}$`).exec(words);
  if (!bare) return hoursIn(words, paidHoursPerWeek);
  const number = numberOf(bare[1]);
  const part = number <= 2 ? number : number / 100;
  return bounded(part * paidHoursPerWeek, part * paidHoursPerWeek, false);
}

function withinAWeek(hours: HoursReading): HoursReading {
  return hours !== null && hours.high > MOST ? null : hours;
}

function bounded(low: number, high: number, guessed: boolean): HoursReading {
  if (!(low <= high)) return null;
  return { low, likely: (low + high) / 2, high, source: guessed ? 'GUESS' : 'SAID' };
}

function numberOf(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}
