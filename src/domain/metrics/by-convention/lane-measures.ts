import type { FigureGround } from '../../shared/index.js';
import { CONVENTIONS } from '../conventions.js';
import { boundLanes, type FifoLane } from '../fifo-lanes.js';
import { untold, type ConventionGround, type NamedConvention, type NamedPart } from './named-convention.js';

/** What the limits of first-in first-out lanes say. */
export const LANE_MEASURES = {
  FIFO_LONGEST_WAIT: {
    title: 'Longest wait in a full lane',
    unit: 'WORKING_SECONDS',
    definition: CONVENTIONS.fifoLongestWait,
    measure: (ground, base) => lanes(ground, base, (lane) => lane.longestWait),
  },
  FIFO_UNITS_WAITING: {
    title: 'Units waiting in a lane',
    unit: 'COUNT',
    definition: CONVENTIONS.fifoUnitsWaiting,
    measure: (ground, base) => lanes(ground, base, (lane) => lane.unitsWaiting),
  },
} satisfies Record<string, NamedConvention>;

function lanes(
  { reckoning }: ConventionGround,
  base: FigureGround,
  of: (lane: FifoLane) => NamedPart['figure'],
): readonly NamedPart[] {
  const found = boundLanes(reckoning);
  if (found.length === 0) return untold('no lane has a limit (`wait 3d fifo 5`, `stock 12 fifo 20`)', base);
  return found.map((lane) => ({ step: null, line: lane.line, figure: of(lane) }));
}
