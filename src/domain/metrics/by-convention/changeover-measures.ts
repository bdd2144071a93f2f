import { wholePieces } from '../balance-stations.js';
import { CONVENTIONS } from '../conventions.js';
import { changeoverGround } from '../figure-station.js';
import { waitWithinBatches } from '../station-sums.js';
import {
  busyShare,
  cycleWithChangeovers,
  divided,
  everyPartEvery,
  isStation,
  leastBatch,
  unitsPerDay,
  waitInBatch,
  type Missing,
  type StationNumbers,
} from '../station.js';
import { eachStation } from './each-station.js';
import { ofStream, type NamedConvention } from './named-convention.js';
import { largestOf } from './station-measures.js';

/** What stoppages, changeovers and batches make of steps together, and what one unit waits within its batch. */
export const CHANGEOVER_MEASURES = {
  EFFECTIVE_CYCLE_TIME_WITH_CHANGEOVERS: {
    title: 'Cycle time with stoppages and changeovers',
    unit: 'WORKING_SECONDS',
    definition: CONVENTIONS.cycleWithChangeovers,
    measure: (ground, base) => eachStation(ground, base, cycleWithChangeovers, changeoverGround),
  },
  STATION_UTILISATION_WITH_CHANGEOVERS: {
    title: 'Utilisation of a station with changeovers',
    unit: 'FRACTION',
    definition: CONVENTIONS.stationAgainstTakt,
    measure: (ground, base) => eachStation(ground, base, busyShare, changeoverGround),
  },
  STATION_BOTTLENECK_WITH_CHANGEOVERS: {
    title: 'Busiest station with changeovers',
    unit: 'FRACTION',
    definition: CONVENTIONS.busiestStation,
    measure: (ground, base) => largestOf(eachStation(ground, base, busyShare), base),
  },
  EVERY_PART_EVERY: {
    title: 'Every part every',
    unit: 'WORKING_SECONDS',
    definition: CONVENTIONS.everyPartEvery,
    measure: (ground, base) => eachStation(ground, base, everyPartEvery),
  },
  SHORTEST_EVERY_PART_EVERY: {
    title: 'Every part every, at the shortest',
    unit: 'WORKING_SECONDS',
    definition:
      'Changeover × available time / (available time × uptime − expected visits × demand × cycle time): so often the same part can come round while the step keeps up; where it makes n parts alike in turn, n times as long.',
    measure: (ground, base) => eachStation(ground, base, shortestInterval),
  },
  LEAST_BATCH: {
    title: 'Smallest batch that keeps up',
    unit: 'COUNT',
    definition: CONVENTIONS.leastBatch,
    measure: (ground, base) => eachStation(ground, base, wholePieces, { note: 'pieces' }),
  },
  WAIT_IN_BATCH: {
    title: 'Wait within a batch',
    unit: 'WORKING_SECONDS',
    definition: CONVENTIONS.waitInBatch,
    measure: (ground, base) => eachStation(ground, base, waitInBatch),
  },
  WAIT_IN_BATCHES: {
    title: 'Waiting within batches on the longest way',
    unit: 'WORKING_SECONDS',
    definition: CONVENTIONS.waitInBatches,
    measure: ({ stream, reckoning }) =>
      ofStream(
        waitWithinBatches(
          reckoning,
          stream.steps.filter((step) => !step.outside && step.everySeconds === null && isStation(step)),
        ),
      ),
  },
} satisfies Record<string, NamedConvention>;

function shortestInterval(numbers: StationNumbers): number | Missing {
  const days = divided(leastBatch(numbers), unitsPerDay(numbers), 'no unit comes here');
  return typeof days === 'string' ? days : days * numbers.day;
}
