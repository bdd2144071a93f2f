import { knownFigure, unknownFigure, type Figure, type FigureGround } from '../shared/index.js';
import type { Coverage } from './coverage.js';
import type { RangeEnd } from './flow-graph.js';
import type { FlowReckoning } from './reckon-flow.js';

/** Something at both ends of every range, and between. */
export type AtEnds<T> = Readonly<Record<RangeEnd, T>>;

/** The same thing at each end; where the stream holds no range it is worked out once. */
export function atEnds<T>({ ranged }: FlowReckoning, of: (end: RangeEnd) => T): AtEnds<T> {
  const likely = of('likely');
  return ranged ? { low: of('low'), likely, high: of('high') } : { low: likely, likely, high: likely };
}

/** A sum of times over the path or the whole flow, in working seconds, with what it rests on. */
export function figureSum(
  { stream }: FlowReckoning,
  sums: AtEnds<number>,
  cover: Coverage,
  convention: string,
): Figure {
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention,
    calendar: stream.calendar,
    measuredSteps: cover.measured,
    ofSteps: cover.of,
    low: sums.low,
    high: sums.high,
    source: cover.source,
    atLeast: cover.atLeast,
    remarks: cover.remarks,
    ...(cover.measuredWord ? { measuredWord: cover.measuredWord } : {}),
  };
  if (cover.measured === 0 && sums.likely === 0) {
    const reason =
      cover.of === 0 ? 'no step of this kind is passed by a unit' : 'no step has this time measured yet';
    return unknownFigure(reason, ground);
  }
  return knownFigure(sums.likely, ground);
}
