import type { FifoLane } from '../../metrics/index.js';
import type { FindingRule } from '../finding-rule.js';

/** A lane with a limit holds no more than it has places for. */
export const fifoLaneOverfull: FindingRule = {
  code: 'FIFO_LANE_OVERFULL',
  severity: 'WARNING',
  norm: 'In a first-in first-out lane no more units wait than it has places for.',
  check: ({ metrics }) =>
    metrics.lanes
      .filter((lane) => lane.overfull === true)
      .map((lane) => ({ message: messageOf(lane), steps: [] })),
};

function messageOf({ line, why, places, unitsWaiting, longestWait }: FifoLane): string {
  const where = line === null ? 'A lane' : `The lane on line ${line}`;
  const reason = why === null ? '' : ` ("${why}")`;
  const bound =
    longestWait.value === null
      ? ''
      : ` While the limit is kept nobody waits longer than ${longestWait.text} there.`;
  return `${where}${reason} has ${places} ${places === 1 ? 'place' : 'places'}, and ${unitsWaiting.text} wait in it by the numbers told.${bound} Count again what stands there; if the count is right, the limit is not kept: give the lane more places, or stop the step before it when it is full.`;
}
