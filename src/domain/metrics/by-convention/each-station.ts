import type { FigureGround } from '../../shared/index.js';
import type { Step } from '../../stream/index.js';
import { figureStation } from '../figure-station.js';
import { isPerUnit } from '../reckon-flow.js';
import type { StationMeasure } from '../station.js';
import { untold, type ConventionGround, type NamedPart } from './named-convention.js';

/** The measure of every step of ours that units pass; a step for which something is missing says what. */
export function eachStation(
  { stream, reckoning }: ConventionGround,
  base: FigureGround,
  measure: StationMeasure,
  more: Partial<FigureGround> | ((step: Step) => Partial<FigureGround>) = {},
  concerns: (step: Step) => boolean = (step) => !step.outside,
): readonly NamedPart[] {
  const steps = stream.steps.filter((step) => isPerUnit(step) && concerns(step));
  if (steps.length === 0) return untold('no step of ours is passed by units', base);
  const own = typeof more === 'function' ? more : () => more;
  return steps.map((step) => ({
    step: step.key,
    line: step.line,
    figure: figureStation(reckoning, step, { ...base, ...own(step) }, measure),
  }));
}
