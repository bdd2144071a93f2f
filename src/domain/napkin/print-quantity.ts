import type { DraftDuration, DraftNumber, DurationTerm, DurationUnit } from '../stream/index.js';
import { areNeighbours, UNITS_BY_LENGTH } from './duration-units.js';

const MOST_DECIMALS = 6;

/** A number as the notation writes it: no exponent, at most six decimals. */
export function printAmount(value: number): string {
  const text = value.toFixed(MOST_DECIMALS);
  return text.includes('e') ? text : text.replace(/\.?0+$/, '');
}

/** A fraction as a percentage with its sign. */
export function printShare(share: DraftNumber): string {
  const high = share.high === null ? '' : `-${printAmount(share.high * 100)}`;
  return `${share.guess ? '~' : ''}${printAmount(share.low * 100)}${high}%`;
}

/** A plain number or range. */
export function printCount(count: DraftNumber): string {
  const high = count.high === null ? '' : `-${printAmount(count.high)}`;
  return `${count.guess ? '~' : ''}${printAmount(count.low)}${high}`;
}

/** A duration: long units first, each unit once; behind a mark only neighbouring units stand apart. */
export function printDuration(duration: DraftDuration, behindMark = false): string {
  const print = (terms: readonly DurationTerm[]): string => printTerms(terms, behindMark);
  const guess = duration.guess ? '~' : '';
  const { low, high } = duration;
  if (high === null) return `${guess}${print(low)}`;
  const [first, second] = [low[0], high[0]];
  const oneUnit = low.length === 1 && high.length === 1 && first?.unit === second?.unit;
  const start = oneUnit && first !== undefined ? printAmount(first.amount) : print(low);
  return `${guess}${start}-${print(high)}`;
}

function printTerms(terms: readonly DurationTerm[], behindMark: boolean): string {
  let printed = '';
  let last: DurationUnit | null = null;
  for (const unit of UNITS_BY_LENGTH) {
    const same = terms.filter((term) => term.unit === unit);
    if (same.length === 0) continue;
    const amount = same.reduce((sum, term) => sum + term.amount, 0);
    const space = last === null || (behindMark && !areNeighbours(last, unit)) ? '' : ' ';
    printed += `${space}${printAmount(amount)}${unit === 'min' ? 'm' : unit}`;
    last = unit;
  }
  return printed === '' ? '0m' : printed;
}
