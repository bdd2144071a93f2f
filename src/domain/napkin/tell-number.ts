import type { DraftNumber } from '../stream/index.js';
import { echo, type ProblemList } from './problem-list.js';
import { placeOf, wordsIn, type Span } from './span.js';

/** Tells a range whose larger end was written first. */
export function tellReversed(problems: ProblemList, place: Span, reversed: boolean): void {
  if (!reversed) return;
  problems.add('RANGE_REVERSED', placeOf(place), {
    message: `The range ${echo(wordsIn(place))} names its larger end first; it is read the other way round.`,
    suggestion: 'Write the smaller end first: 1-3d.',
  });
}

/** Tells a share or percentage over 100 %. */
export function tellOverHundred(
  problems: ProblemList,
  place: Span,
  number: DraftNumber,
  code: 'PERCENT_OVER_100' | 'SHARE_OVER_100',
): void {
  if ((number.high ?? number.low) <= 1) return;
  problems.add(code, placeOf(place), {
    message: `${echo(wordsIn(place))} is more than all of it.`,
    suggestion: 'Write a share from 0% to 100%.',
  });
}

/** Tells a count in which a comma or point may mean thousands or a fraction. */
export function tellAmbiguous(
  problems: ProblemList,
  place: Span,
  reading: { readonly number: DraftNumber; readonly ambiguous: boolean },
): void {
  if (!reading.ambiguous) return;
  problems.add('AMBIGUOUS_NUMBER', placeOf(place), {
    message: `${echo(wordsIn(place))} is read as ${reading.number.low}.`,
    suggestion: 'Write thousands without a sign in between: 1000.',
  });
}
