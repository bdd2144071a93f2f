import { DEFAULT_CALENDAR, type Calendar } from './calendar.js';
import type { Figure, FigureUnit } from './figure.js';
import { formatDuration, formatNumber, formatPercent, sayCalendar } from './format.js';
import type { FigureSource } from './quantity.js';

/** What a figure rests on besides its number. Steps default to one of one (none of one where unknown). */
export interface FigureGround {
  readonly unit: FigureUnit;
  readonly convention: string;
  /** Needed for times, which are told in its working days; the convention names it. */
  readonly calendar?: Calendar;
  readonly measuredSteps?: number;
  readonly ofSteps?: number;
  readonly low?: number;
  readonly high?: number;
  readonly source?: FigureSource;
  /** A floor although every step is measured (a loop of unknown share, a stock without demand). */
  readonly atLeast?: boolean;
  /** Said in front of the number instead of "at least". */
  readonly floorWord?: string;
  /** Said right behind the number, such as what it is a percentage of. */
  readonly note?: string;
  /** What the counted steps have in common: `steps measured` where nothing else is said. */
  readonly measuredWord?: string;
  /** What else there is to know, said in the bracket behind the number. */
  readonly remarks?: readonly string[];
}

/** A figure with a value; where measuredSteps is below ofSteps it is a floor and its text says "at least". low ≤ value ≤ high. */
export function knownFigure(value: number, ground: FigureGround): Figure {
  const measuredSteps = ground.measuredSteps ?? 1;
  const ofSteps = ground.ofSteps ?? 1;
  const atLeast = ground.atLeast ?? measuredSteps < ofSteps;
  const low = Math.min(value, ground.low ?? value, ground.high ?? value);
  const high = Math.max(value, ground.low ?? value, ground.high ?? value);
  const print = (number: number) => formatFigure(number, ground.unit, ground.calendar);
  const bracket = [...(ground.remarks ?? [])];
  if (measuredSteps < ofSteps)
    bracket.unshift(`${measuredSteps} of ${ofSteps} ${ground.measuredWord ?? 'steps measured'}`);
  if (low !== high && print(low) !== print(high))
    bracket.unshift(`${formatLow(low, ground)} to ${print(high)}`);
  const words = [ground.floorWord ?? (atLeast ? 'at least' : ''), print(value), ground.note ?? ''];
  if (bracket.length > 0) words.push(`(${bracket.join('; ')})`);
  return {
    value,
    low,
    high,
    unit: ground.unit,
    text: words.filter((word) => word !== '').join(' '),
    measuredSteps,
    ofSteps,
    atLeast,
    convention: conventionOf(ground),
    whyNot: null,
    source: ground.source ?? 'DERIVED',
  };
}

/** The unit stands behind the high end, but for times and percentages. */
function formatLow(low: number, { unit, calendar }: FigureGround): string {
  const perUnit = unit === 'WORKING_SECONDS' || unit === 'FRACTION';
  return perUnit ? formatFigure(low, unit, calendar) : formatNumber(low);
}

/** Calendars in words: a stream has many figures and one calendar. */
const said = new WeakMap<Calendar, string>();

/** Every figure that a calendar has part in names it. */
function conventionOf({ convention, calendar }: FigureGround): string {
  if (!calendar) return convention;
  const words = said.get(calendar) ?? sayCalendar(calendar);
  said.set(calendar, words);
  return `${convention} ${words}`;
}

/** A figure that cannot be computed, with the reason in plain words. */
export function unknownFigure(whyNot: string, ground: FigureGround): Figure {
  return {
    value: null,
    low: null,
    high: null,
    unit: ground.unit,
    text: '?',
    measuredSteps: ground.measuredSteps ?? 0,
    ofSteps: ground.ofSteps ?? 1,
    atLeast: false,
    convention: conventionOf(ground),
    whyNot,
    source: ground.source ?? 'DERIVED',
  };
}

/** The number of a figure in its unit, for people. Without a calendar times are told in that of a napkin without one. */
export function formatFigure(value: number, unit: FigureUnit, calendar?: Calendar): string {
  switch (unit) {
    case 'WORKING_SECONDS':
      return formatDuration(value, calendar ?? DEFAULT_CALENDAR);
    case 'FRACTION':
      return formatPercent(value);
    case 'PER_WEEK':
      return `${formatNumber(value)} a week`;
    case 'HOURS_PER_WEEK':
      return `${formatNumber(value)} h a week`;
    case 'FTE':
      return `${formatNumber(value)} FTE`;
    case 'COUNT':
      return formatNumber(value);
  }
}

/** GUESS where any of the sources is a guess, else DERIVED: a computed number is no better than its worst part. */
export function derivedSource(sources: Iterable<FigureSource>): FigureSource {
  for (const source of sources) if (source === 'GUESS') return 'GUESS';
  return 'DERIVED';
}
