import { rangeSums } from '../metrics/index.js';
import type { ValueStream } from '../stream/index.js';
import type { ChangeScale } from './reckon-change.js';
import { widenGuesses } from './widen-guesses.js';

/** What a figure lies between. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** The sums of a stream with all of its uncertain numbers at once; working seconds for one unit, hours a week (null without demand). */
export interface WholeRange {
  readonly leadTime: Ends;
  readonly effort: Ends;
  readonly load: Ends | null;
}

/** How such a range is reckoned, for the figures that tell it. */
export const WHOLE_CONVENTION =
  'As the measure itself ranges: every range and guess at the end that makes it least, and at the end that makes it most, the shares of a choice adding up to all units. The measure takes a guess without a range as it is told; here it is taken 30 % less and 30 % more.';

/**
 * From where to where the measures of a stream go, guesses that are told as one number widened: where there are none,
 * it is the range that the measures tell.
 */
export function wholeRange({ stream, now }: ChangeScale): WholeRange {
  const widened = widenGuesses(stream);
  const sums = rangeSums(widened);
  if (typeof sums === 'string') return nothingMoves(now);
  const { leadTime, effort } = sums;
  return { leadTime: endsOf(leadTime), effort: endsOf(effort), load: loadOf(widened, effort) };
}

function endsOf({ low, high }: Ends): Ends {
  return { low: Math.min(low, high), high: Math.max(low, high) };
}

function nothingMoves({ leadTime, effort, load }: ChangeScale['now']): WholeRange {
  const at = (value: number): Ends => ({ low: value, high: value });
  return { leadTime: at(leadTime), effort: at(effort), load: load === null ? null : at(load) };
}

/** Hours a week of everybody: the more units enter, and the more often steps run, the more. */
function loadOf({ demandPerWeek, steps, calendar }: ValueStream, effort: Ends): Ends | null {
  if (!demandPerWeek) return null;
  const week = calendar.secondsPerDay * calendar.daysPerWeek;
  const runs = (end: keyof Ends): number =>
    steps.reduce((sum, { processTime, everySeconds, people, outside }) => {
      const every = everySeconds?.[end === 'low' ? 'high' : 'low'] ?? 0;
      return outside || !processTime || !(every > 0) ? sum : sum + processTime[end] * people * (week / every);
    }, 0);
  const at = (end: keyof Ends) => (effort[end] * demandPerWeek[end] + runs(end)) / 3600;
  return { low: at('low'), high: at('high') };
}
