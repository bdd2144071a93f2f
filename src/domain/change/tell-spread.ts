import type { StreamMetrics } from '../metrics/index.js';
import { formatFigure, knownFigure, type Calendar, type Figure, type FigureGround } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { moveEstimator, worthReckoning } from './estimate-move.js';
import { nameNumber } from './name-number.js';
import { reckonChange, scaleOf, type ChangeScale } from './reckon-change.js';
import type { Spread, SpreadPart, StreamSpreads } from './spread.js';
import { spreadInWords } from './spread-in-words.js';
import {
  endsOf,
  isBareGuess,
  tellWidth,
  uncertainNumbers,
  type UncertainNumber,
} from './uncertain-numbers.js';
import { WHOLE_CONVENTION, wholeRange, type Ends } from './whole-range.js';

const SWING =
  'The figure with this number at its high end less with it at its low end (a guess without a range 30 % more and 30 % less), all others likely. Where a long stream holds very many ranges, those with the smaller effect are reckoned at first order: visits × width, and for shares the units that go another way × what they pass there.';
const SHARE = 'Its swing / the sum of the swings of all ranges.';

/** Where the spread of lead time and effort comes from. */
export function spreadsOf(stream: ValueStream, metrics: StreamMetrics): StreamSpreads {
  const scale = scaleOf(stream);
  const numbers = typeof scale === 'string' ? [] : uncertainNumbers(stream, scale.places);
  const weighed = typeof scale === 'string' ? [] : weigh(scale, numbers);
  const range = typeof scale === 'string' ? null : wholeRange(scale);
  return {
    leadTime: tell(stream, weighed, 'lead', metrics.leadTime, range && range.leadTime),
    totalEffort: tell(stream, weighed, 'effort', metrics.totalEffort, range && range.effort),
  };
}

interface Weighed {
  readonly number: UncertainNumber;
  readonly name: string;
  readonly swing: { readonly lead: number; readonly effort: number };
}

/** Every range and guess with what it moves. */
function weigh(scale: ChangeScale, numbers: readonly UncertainNumber[]): readonly Weighed[] {
  const estimate = moveEstimator(scale);
  const estimated = numbers.map((number) => {
    const { low, high } = endsOf(number);
    return { number, ...estimate(number, low, high) };
  });
  const ranked = [...estimated].sort((a, b) => b.lead + b.effort - (a.lead + a.effort) || 0);
  const exact = new Set(worthReckoning(scale, ranked).map(({ number }) => number));
  return estimated.map(({ number, lead, effort }) => {
    const told = { lead: finite(lead), effort: finite(effort) };
    const swing = (exact.has(number) && swingOf(scale, number)) || told;
    return { number, name: nameNumber(scale, number), swing };
  });
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function swingOf(scale: ChangeScale, number: UncertainNumber): Weighed['swing'] | null {
  const { low, high } = endsOf(number);
  const [least, most] = [reckonChange(scale, number.at(low)), reckonChange(scale, number.at(high))];
  if (typeof least === 'string' || typeof most === 'string') return null;
  return {
    lead: Math.abs(most.leadTime - least.leadTime),
    effort: Math.abs(most.effort - least.effort),
  };
}

function tell(
  { calendar }: ValueStream,
  weighed: readonly Weighed[],
  of: 'lead' | 'effort',
  figure: Figure,
  ends: Ends | null,
): Spread {
  const moving = weighed.filter(({ swing }) => swing[of] > LEAST * (figure.value ?? 0));
  const parts = partsOf(calendar, moving, of);
  const whole = widened(figure, ends, calendar);
  const print = (value: number) => formatFigure(value, figure.unit, calendar);
  const guessesWithoutRange = moving.filter(({ number }) => isBareGuess(number)).length;
  const text = `${spreadInWords(whole, parts, print)}${asMeasured(figure, whole, print)}`;
  return { text, figure, whole, parts, guessesWithoutRange };
}

/** Why the measure ranges less than the whole; nothing where it does not. */
function asMeasured(figure: Figure, whole: Figure, print: (value: number) => string): string {
  if (figure.value === null) return '';
  const range = ({ low, high }: Figure) => [...new Set([print(low ?? 0), print(high ?? 0)])].join(' to ');
  if (range(figure) === range(whole)) return '';
  return `. The measure takes a guess as it is told: ${range(figure)}`;
}

/** The figure between these ends, and never narrower than it is told. */
function widened(figure: Figure, ends: Ends | null, calendar: Calendar): Figure {
  if (figure.value === null || ends === null) return figure;
  const { unit, measuredSteps, ofSteps, atLeast, source } = figure;
  const low = Math.min(figure.low ?? figure.value, ends.low);
  const high = Math.max(figure.high ?? figure.value, ends.high);
  return knownFigure(figure.value, {
    ...{ unit, measuredSteps, ofSteps, atLeast, source, calendar, low, high },
    convention: WHOLE_CONVENTION,
  });
}

/** The largest swing first. */
function partsOf(
  calendar: Calendar,
  moving: readonly Weighed[],
  of: 'lead' | 'effort',
): readonly SpreadPart[] {
  const total = moving.reduce((sum, { swing }) => sum + swing[of], 0);
  const ground: FigureGround = { unit: 'WORKING_SECONDS', convention: SWING, calendar };
  const sorted = [...moving].sort((a, b) => b.swing[of] - a.swing[of]);
  return sorted.map(({ number, name, swing }) => ({
    what: number.what,
    step: number.step,
    line: number.line,
    name,
    told: `${number.tell(number.told)}${tellWidth(number)}`,
    guess: number.told.source === 'GUESS',
    swing: knownFigure(swing[of], ground),
    share: knownFigure(swing[of] / total, { unit: 'FRACTION', convention: SHARE }),
  }));
}

/** What moves a figure by less of itself is as good as known. */
const LEAST = 1e-9;
