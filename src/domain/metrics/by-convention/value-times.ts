import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
} from '../../shared/index.js';
import { VALUE_WORD } from '../path-figures.js';
import { figureRatio } from '../ratio-figures.js';
import { byClock } from './by-clock.js';
import { ofStream, type NamedConvention } from './named-convention.js';

/** What the marks (value) say by other conventions. */
export const VALUE_TIMES = {
  PROCESS_CYCLE_EFFICIENCY_BY_CLOCK: {
    title: 'Process cycle efficiency with days of 24 h',
    unit: 'FRACTION',
    definition: 'Value-added time / lead time, each working day of which counts as 24 h.',
    measure: ({ paths, stream }, base) => {
      const whole = byClock(paths.leadTime, stream.calendar.secondsPerDay);
      const words = { part: 'value-added time', whole: 'lead time', measured: VALUE_WORD };
      return ofStream(figureRatio(paths.valueAddedTime, whole, words, base));
    },
  },
  TIME_WITHOUT_VALUE: {
    title: 'Time that adds no value',
    unit: 'WORKING_SECONDS',
    definition: 'Lead time − value-added time.',
    measure: ({ paths }, base) => ofStream(less(paths.leadTime, paths.valueAddedTime, base)),
  },
} satisfies Record<string, NamedConvention>;

function less(whole: Figure, part: Figure, base: FigureGround): Figure {
  if (whole.value === null) return unknownFigure(whole.whyNot ?? 'the lead time is not known', base);
  if (part.value === null) return unknownFigure(part.whyNot ?? 'the value-added time is not known', base);
  const { measuredSteps, ofSteps } = part;
  const ground = { ...base, measuredSteps, ofSteps, measuredWord: VALUE_WORD };
  const ends = { low: (whole.low ?? 0) - (part.low ?? 0), high: (whole.high ?? 0) - (part.high ?? 0) };
  const floorWord = whole.atLeast === part.atLeast ? '' : whole.atLeast ? 'at least' : 'at most';
  const source = derivedSource([whole.source, part.source]);
  const atLeast = whole.atLeast || part.atLeast;
  return knownFigure(whole.value - part.value, { ...ground, ...ends, floorWord, atLeast, source });
}
