import { unknownFigure, type Figure, type FigureGround, type StepKey } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import { figurePaths } from '../path-figures.js';
import { figureTakt } from '../ratio-figures.js';
import { reckonRanges } from '../reckon-ranges.js';
import { LANE_MEASURES } from './lane-measures.js';
import { CHANGEOVER_MEASURES } from './changeover-measures.js';
import type { ConventionGround, NamedConvention } from './named-convention.js';
import { PASSING_TIMES } from './passing-times.js';
import { REWORK_TIMES } from './rework-times.js';
import { STATION_MEASURES } from './station-measures.js';
import { TOUCH_TIMES } from './touch-times.js';
import { VALUE_TIMES } from './value-times.js';

const CONVENTIONS_BY_NAME = {
  ...TOUCH_TIMES,
  ...VALUE_TIMES,
  ...PASSING_TIMES,
  ...REWORK_TIMES,
  ...STATION_MEASURES,
  ...CHANGEOVER_MEASURES,
  ...LANE_MEASURES,
};

/** The name of a measure by another convention than the stream's own. */
export type ConventionName = keyof typeof CONVENTIONS_BY_NAME;

/** All of them, in the order in which they are told. */
export const CONVENTION_NAMES: readonly ConventionName[] =
  Object.keys(CONVENTIONS_BY_NAME).filter(isConventionName);

/** A figure by a convention that was asked for by its name; step and line say what it is about (both null: the whole stream). */
export interface NamedFigure {
  readonly name: ConventionName;
  readonly title: string;
  readonly step: StepKey | null;
  readonly line: number | null;
  readonly figure: Figure;
}

/** true where a measure is called so. */
export function isConventionName(text: string): text is ConventionName {
  return Object.hasOwn(CONVENTIONS_BY_NAME, text);
}

/** What a measure is called in words, and how it is reckoned. */
export function describeConvention(name: ConventionName): Pick<NamedConvention, 'title' | 'definition'> {
  return CONVENTIONS_BY_NAME[name];
}

/** The figures of these conventions, in the order asked and each once; where a convention has one for each step, in the order of the text. */
export function measureByConvention(
  stream: ValueStream,
  names: readonly ConventionName[],
): readonly NamedFigure[] {
  if (names.length === 0) return [];
  const reckoning = reckonRanges(stream);
  const ground: ConventionGround | string =
    typeof reckoning === 'string'
      ? reckoning
      : { stream, reckoning, paths: figurePaths(reckoning), takt: figureTakt(stream) };
  return [...new Set(names)].flatMap((name) => {
    const { title, unit, definition, measure }: NamedConvention = CONVENTIONS_BY_NAME[name];
    const base: FigureGround = { unit, convention: definition, calendar: stream.calendar };
    if (typeof ground === 'string')
      return [{ name, title, step: null, line: null, figure: unknownFigure(ground, base) }];
    return measure(ground, base).map((part) => ({ name, title, ...part }));
  });
}
