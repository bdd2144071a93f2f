import type { StreamMetrics } from '../metrics/index.js';
import { formatFigure, knownFigure, type Figure, type FigureGround } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { moveEstimator, worthReckoning } from './estimate-move.js';
import { nameNumber } from './name-number.js';
import { reckonChange, scaleOf, type ChangeScale } from './reckon-change.js';
import type { Spread, SpreadPart, StreamSpreads } from './spread.js';
import { spreadInWords } from './spread-in-words.js';
import { uncertainNumbers, type UncertainNumber } from './uncertain-numbers.js';

const SWING =
  'The figure with this number at its high end less with it at its low end, all others likely. Where a long stream holds very many ranges, those with the smaller effect are reckoned at first order: visits × width, and for shares the units that go another way × what they pass there.';
const SHARE = 'Its swing / the sum of the swings of all ranges.';

/** Where the spread of lead time and effort comes from. */
export function spreadsOf(stream: ValueStream, metrics: StreamMetrics): StreamSpreads {
  const scale = scaleOf(stream);
  const weighed = typeof scale === 'string' ? [] : weigh(scale);
  const told = (of: 'lead' | 'effort', figure: Figure) => tell(stream, weighed, of, figure);
  return {
    leadTime: told('lead', metrics.leadTime),
    totalEffort: told('effort', metrics.totalEffort),
  };
}

interface Weighed {
  readonly number: UncertainNumber;
  readonly name: string;
  readonly ranged: boolean;
  readonly swing: { readonly lead: number; readonly effort: number };
}

/** Every range with what it moves; a guess without a range has no swing, and is told where it counts at all. */
function weigh(scale: ChangeScale): readonly Weighed[] {
  const estimate = moveEstimator(scale);
  const estimated = uncertainNumbers(scale.stream, scale.places).map((number) => {
    const { low, high, likely } = number.told;
    const [from, to] = isRange(number) ? [low, high] : [0, likely];
    return { number, ...estimate(number, from, to) };
  });
  const ranked = estimated
    .filter(({ number }) => isRange(number))
    .sort((a, b) => b.lead + b.effort - (a.lead + a.effort) || 0);
  const exact = new Set(worthReckoning(scale, ranked).map(({ number }) => number));
  return estimated.map(({ number, lead, effort }) => {
    const told = { lead: finite(lead), effort: finite(effort) };
    const swing = (exact.has(number) && swingOf(scale, number)) || told;
    return { number, name: nameNumber(scale, number), ranged: isRange(number), swing };
  });
}

function isRange({ told }: UncertainNumber): boolean {
  return told.low < told.high;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

function swingOf(scale: ChangeScale, number: UncertainNumber): Weighed['swing'] | null {
  const { low, high } = number.told;
  const [least, most] = [reckonChange(scale, number.at(low)), reckonChange(scale, number.at(high))];
  if (typeof least === 'string' || typeof most === 'string') return null;
  return {
    lead: Math.abs(most.leadTime - least.leadTime),
    effort: Math.abs(most.effort - least.effort),
  };
}

function tell(
  stream: ValueStream,
  weighed: readonly Weighed[],
  of: 'lead' | 'effort',
  figure: Figure,
): Spread {
  const moving = weighed.filter(({ ranged, swing }) => ranged && swing[of] > LEAST * (figure.value ?? 0));
  const parts = partsOf(stream, moving, of);
  const bare = weighed.filter(
    ({ ranged, number, swing }) => !ranged && (swing[of] > 0 || number.what === 'SHARE'),
  );
  const print = (value: number) => formatFigure(value, figure.unit, stream.calendar);
  const first = bare[0] && { name: bare[0].name, told: bare[0].number.tell(bare[0].number.told) };
  const text = spreadInWords(figure, parts, { count: bare.length, first: first ?? null }, print);
  return { text, figure, parts, guessesWithoutRange: bare.length };
}

/** The largest swing first. */
function partsOf(
  { calendar }: ValueStream,
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
    told: number.tell(number.told),
    guess: number.told.source === 'GUESS',
    swing: knownFigure(swing[of], ground),
    share: knownFigure(swing[of] / total, { unit: 'FRACTION', convention: SHARE }),
  }));
}

/** What moves a figure by less of itself is as good as known. */
const LEAST = 1e-9;
