import { balanceLine } from './balance-line.js';
import { MOST_CLOSED } from './line-problem.js';
import type { LineLimits, PacedLine } from './paced-line.js';

type Stations = readonly (readonly number[])[];

/** Shorter cycles are tried until two tries are this share of the cycle apart. */
const FINENESS = 1 / 200;
/** The share of the limits that one try may spend. */
const SHARE_OF_TRY = 1 / 16;

/** As many stations with less work in the fullest of them, found by balancing for shorter and shorter cycles (bisection); the same ones where none is found. */
export function evenLine(line: PacedLine, stations: Stations, limits: LineLimits): Stations {
  const { times } = line;
  if (times.length > MOST_CLOSED || stations.length < 2) return stations;
  const total = times.reduce((sum, time) => sum + time, 0);
  const longest = times.reduce((most, time) => Math.max(most, time), 1);
  const work = Math.ceil(limits.work * SHARE_OF_TRY);
  let [low, best] = [Math.max(longest, Math.ceil(total / stations.length)), stations];
  let high = fullest(times, best);
  while (high - low > Math.max(1, line.cycle * FINENESS)) {
    const cycle = Math.floor((low + high) / 2);
    const tried = balanceLine({ ...line, cycle }, { ...limits, work });
    if (tried.kind === 'LineBalance' && tried.stations.length <= stations.length) {
      best = tried.stations;
      high = fullest(times, best);
    } else low = cycle + 1;
  }
  return best;
}

function fullest(times: readonly number[], stations: Stations): number {
  const sums = stations.map((tasks) => tasks.reduce((sum, task) => sum + (times[task] ?? 0), 0));
  return sums.reduce((most, sum) => Math.max(most, sum), 0);
}
