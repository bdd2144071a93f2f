import {
  unknownFigure,
  type Figure,
  type FigureGround,
  type FigureUnit,
  type StepKey,
} from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import type { PathFigures } from '../path-figures.js';
import type { FlowReckoning } from '../reckon-flow.js';

/** A measure by another convention than the stream's own: what it is called, what it counts, and how it is reckoned. */
export interface NamedConvention {
  readonly title: string;
  readonly unit: FigureUnit;
  readonly definition: string;
  /** base holds unit, convention and calendar of the figures. */
  readonly measure: (ground: ConventionGround, base: FigureGround) => readonly NamedPart[];
}

/** What all of these measures are reckoned from. */
export interface ConventionGround {
  readonly stream: ValueStream;
  readonly reckoning: FlowReckoning;
  readonly paths: PathFigures;
  readonly takt: Figure;
}

/** One figure of a measure, and what it is about: a step, a buffer or a return (a line alone), or the whole stream. */
export interface NamedPart {
  readonly step: StepKey | null;
  readonly line: number | null;
  readonly figure: Figure;
}

/** The figure of the whole stream. */
export function ofStream(figure: Figure): readonly NamedPart[] {
  return [{ step: null, line: null, figure }];
}

/** Nothing can be told of the whole stream, with the reason. */
export function untold(whyNot: string, base: FigureGround): readonly NamedPart[] {
  return ofStream(unknownFigure(whyNot, base));
}

export { NO_DEMAND } from '../station.js';
