import type { DurationUnit } from '../stream/index.js';

const SPELLINGS: Readonly<Record<DurationUnit, string>> = {
  s: 's sec secs second seconds',
  min: 'm min mins minute minutes',
  h: 'h hr hrs hour hours',
  d: 'd day days workday workdays',
  w: 'w wk wks week weeks workweek workweeks',
  month: 'month months mo mos mth mths',
  cd: 'cd',
};

const TWO_WORDS: ReadonlyMap<string, DurationUnit> = new Map([
  ...['working', 'work', 'business'].flatMap((first): [string, DurationUnit][] => [
    [`${first} hour`, 'h'],
    [`${first} hours`, 'h'],
    [`${first} day`, 'd'],
    [`${first} days`, 'd'],
    [`${first} week`, 'w'],
    [`${first} weeks`, 'w'],
    [`${first} month`, 'month'],
    [`${first} months`, 'month'],
  ]),
  ['calendar day', 'cd'],
  ['calendar days', 'cd'],
]);

/** Units from long to short: a duration that is put together names them in this order. */
export const UNITS_BY_LENGTH: readonly DurationUnit[] = ['month', 'w', 'cd', 'd', 'h', 'min', 's'];

const WORKING_UNITS: readonly DurationUnit[] = UNITS_BY_LENGTH.filter((unit) => unit !== 'cd');

/** Whether a unit is the next shorter one of working time (days and hours, hours and minutes). */
export function areNeighbours(longer: DurationUnit, shorter: DurationUnit): boolean {
  const index = WORKING_UNITS.indexOf(longer);
  return index >= 0 && WORKING_UNITS[index + 1] === shorter;
}

const UNITS: ReadonlyMap<string, DurationUnit> = new Map(
  UNITS_BY_LENGTH.flatMap((unit) =>
    SPELLINGS[unit].split(' ').map((word): [string, DurationUnit] => [word, unit]),
  ),
);

/** The legal spellings, for messages. */
export const LEGAL_UNITS = '30s, 45m (or 45 min), 2h, 3d, 1w, 1month, or 10cd for calendar days';

/** The unit that a word means; one letter counts in lower case only (3D is no duration). */
export function unitOf(word: string): DurationUnit | null {
  return UNITS.get(word.length <= 2 ? word : word.toLowerCase()) ?? null;
}

/** The unit that two words mean together, such as `working days`. */
export function unitOfTwo(first: string, second: string): DurationUnit | null {
  return TWO_WORDS.get(`${first} ${second}`.toLowerCase()) ?? null;
}
