import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
  type FigureSource,
} from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { isReckoned, type FlowReckoning } from './reckon-flow.js';
import { numbersOf, type StationMeasure } from './station.js';

/** One measure of one step, at each end of every range; what is missing is told. */
export function figureStation(
  reckoning: FlowReckoning,
  step: Step,
  base: FigureGround,
  measure: StationMeasure,
): Figure {
  const node = reckoning.graph.nodeOf.get(step.key) ?? -1;
  if (!isReckoned(reckoning, node))
    return unknownFigure('nobody knows how many units come to this step', base);
  const likely = measure(numbersOf(reckoning, step, 'likely'));
  const source = derivedSource([...(base.source ? [base.source] : []), ...sourcesOf(reckoning.stream, step)]);
  if (typeof likely === 'string') return unknownFigure(likely, { ...base, source });
  const low = measure(numbersOf(reckoning, step, 'low'));
  const high = measure(numbersOf(reckoning, step, 'high'));
  const ends = typeof low === 'number' && typeof high === 'number' ? { low, high } : {};
  return knownFigure(likely, { ...base, source, ...ends });
}

/** Where the numbers of a station come from. */
export function sourcesOf({ demandPerWeek }: ValueStream, step: Step): readonly FigureSource[] {
  const told = [step.processTime, step.leadTime, step.uptime, step.changeover, demandPerWeek];
  return told.flatMap((quantity) => (quantity ? [quantity.source] : []));
}

/** How far the figures of a step hold: changeovers count where it is told how often they come. */
export function changeoverGround({ changeover, batch }: Step): Partial<FigureGround> {
  if (changeover === null || (batch !== null && batch > 0)) return {};
  return { atLeast: true, remarks: ['changeovers left out: nobody has said how many pieces a batch has'] };
}
