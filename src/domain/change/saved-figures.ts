import { knownFigure, type Figure } from '../shared/index.js';
import type { ChangeScale, Reckoned } from './reckon-change.js';

const LEAD_CONVENTION =
  'Lead time of the stream as it is, less its lead time with this change alone; all numbers at their likely values.';
const WORK_CONVENTION =
  'Work of everybody as it is, less the work with this change alone; all numbers at their likely values.';

/** Lead time saved, as a figure. */
export function leadSaved({ stream }: ChangeScale, value: number): Figure {
  return knownFigure(value, {
    unit: 'WORKING_SECONDS',
    convention: LEAD_CONVENTION,
    calendar: stream.calendar,
  });
}

/** Work saved, as a figure: a week, or for one unit where the demand is unknown. */
export function workSaved({ stream }: ChangeScale, { load, effort }: Reckoned): Figure {
  if (load !== null) return knownFigure(load, { unit: 'HOURS_PER_WEEK', convention: WORK_CONVENTION });
  return knownFigure(effort, {
    unit: 'WORKING_SECONDS',
    convention: WORK_CONVENTION,
    calendar: stream.calendar,
    note: 'for one unit',
  });
}
