import { formatFigure, knownFigure, type Figure } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { moveEstimator, worthReckoning } from './estimate-move.js';
import { placesOf } from './flow-places.js';
import { missingAccuracy, missingNumbers } from './missing-numbers.js';
import type { Moved, NumberToFindOut } from './number-to-find-out.js';
import { reckonChange, scaleOf, type ChangeScale } from './reckon-change.js';
import { endsOf, tellWidth, uncertainNumbers, type UncertainNumber } from './uncertain-numbers.js';
import { wholeRange, WHOLE_CONVENTION, type WholeRange } from './whole-range.js';

/** What moves neither figure by so much of itself is as good as known. */
const LEAST_MOVE = 1e-9;

/**
 * The numbers to find out first: what is missing and holds figures back, in the order of readiness; then ranges and
 * guesses by how far they move lead time or load, each reckoned at both of its ends with all others likely; then what
 * only the rolled %C&A waits for. At most `most` of them.
 */
export function findOutFirst(stream: ValueStream, most = 3): readonly NumberToFindOut[] {
  if (stream.steps.length === 0) return [];
  const scale = scaleOf(stream);
  const probe = typeof scale === 'string' ? null : scale.probe;
  const found = [...missingNumbers(stream, placesOf(stream), probe)];
  if (found.length < most && typeof scale !== 'string') found.push(...byMovement(scale));
  if (found.length < most) found.push(...missingAccuracy(stream));
  return found.slice(0, most);
}

/** Ranges and guesses, what moves lead time or load most (as a part of it) first. */
function byMovement(scale: ChangeScale): readonly NumberToFindOut[] {
  const all = uncertainNumbers(scale.stream, scale.places);
  const numbers = mostPromising(scale, all);
  if (numbers.length === 0) return [];
  const whole = wholeRange(scale);
  const weighed = numbers.flatMap((number) => {
    const move = moveOf(scale, number, whole);
    return move && move.part > LEAST_MOVE ? [{ number, ...move }] : [];
  });
  weighed.sort((a, b) => b.part - a.part);
  return weighed.map(({ number, moved }) => asQuestion(scale, number, moved));
}

/** The numbers to reckon: where there are too many for all, those that move most at first sight. */
function mostPromising(scale: ChangeScale, numbers: readonly UncertainNumber[]): readonly UncertainNumber[] {
  const estimate = moveEstimator(scale);
  const { leadTime, effort } = scale.now;
  const ranked = numbers.map((number) => {
    const { low, high } = endsOf(number);
    const move = estimate(number, low, high);
    return { ...move, number, most: Math.max(part(move.lead, leadTime), part(move.effort, effort)) };
  });
  ranked.sort((one, other) => other.most - one.most || 0);
  return worthReckoning(scale, ranked).map(({ number }) => number);
}

function part(width: number, whole: number): number {
  return whole > 0 ? width / whole : 0;
}

interface Movement {
  readonly part: number;
  readonly moved: Moved;
}

function moveOf(scale: ChangeScale, number: UncertainNumber, whole: WholeRange): Movement | null {
  const { low, high } = endsOf(number);
  const [least, greatest] = [reckonChange(scale, number.at(low)), reckonChange(scale, number.at(high))];
  if (typeof least === 'string' || typeof greatest === 'string') return null;
  const { now } = scale;
  const lead = Math.abs(greatest.leadTime - least.leadTime);
  const load = Math.abs((greatest.load ?? greatest.effort) - (least.load ?? least.effort));
  const parts = { lead: part(lead, now.leadTime), load: part(load, now.load ?? now.effort) };
  const ofLead = parts.lead >= parts.load;
  const of = ofLead ? 'leadTime' : now.load === null ? 'effort' : 'load';
  const figure = moving(scale, of, [least[of] ?? 0, greatest[of] ?? 0], CONVENTION);
  const { low: from, high: to } = whole[of] ?? whole.effort;
  return {
    part: Math.max(parts.lead, parts.load),
    moved: {
      measure: ofLead ? 'LEAD_TIME' : 'LOAD',
      figure,
      whole: moving(scale, of, [from, to], WHOLE_CONVENTION),
    },
  };
}

const CONVENTION =
  'Reckoned with this number at its low and at its high end, all others likely; a guess without a range is taken 30 % less and 30 % more.';

function moving(
  { now, stream }: ChangeScale,
  of: keyof WholeRange,
  [a, b]: readonly [number, number],
  convention: string,
): Figure {
  return knownFigure(now[of] ?? 0, {
    unit: of === 'load' ? 'HOURS_PER_WEEK' : 'WORKING_SECONDS',
    convention,
    calendar: stream.calendar,
    low: Math.min(a, b),
    high: Math.max(a, b),
    source: 'GUESS',
  });
}

function asQuestion(scale: ChangeScale, number: UncertainNumber, moves: Moved): NumberToFindOut {
  const { step, line, what, question, told, tell } = number;
  const { low, high } = endsOf(number);
  const ends = tell({ ...told, low, high, source: 'SAID' });
  const narrowed = low > told.low || high < told.high ? `, of which other branches leave ${ends}` : '';
  const taken = told.low < told.high ? narrowed : `, taken as ${ends}${tellWidth(number)}`;
  const certain = told.source === 'GUESS' ? 'a guess' : 'a range';
  const { figure, whole, measure } = moves;
  const { calendar, demandPerWeek } = scale.stream;
  const print = (value: number | null) => formatFigure(value ?? 0, figure.unit, calendar);
  const load = demandPerWeek ? 'the work of everybody' : 'the work for one unit';
  const moved = `${measure === 'LEAD_TIME' ? 'the lead time' : load} from ${print(figure.low)} to ${print(figure.high)}`;
  const all = `all numbers together, from ${print(whole.low)} to ${print(whole.high)}`;
  const because = `${tell(told)} is ${certain}${taken}: alone it moves ${moved}; ${all}.`;
  return { step, line, what, missing: false, question, because, moves };
}
