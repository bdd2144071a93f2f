import { knownFigure, unknownFigure, type FigureGround } from '../../shared/index.js';
import {
  batchLasts,
  cycleTime,
  cycleWithChangeovers,
  divided,
  effectiveCycle,
  NO_BATCH,
  NO_CHANGEOVER,
  runTime,
  taktOfStep,
  unitsPerDay,
  type Missing,
  type StationNumbers,
} from '../station.js';
import { eachStation } from './each-station.js';
import { ofStream, type NamedConvention, type NamedPart } from './named-convention.js';

const NO_WORK = 'it takes no time, so no number of units is too many';

/** What the data boxes of a map say of a step, and what follows from them. */
export const STATION_MEASURES = {
  CYCLE_TIME: {
    title: 'Cycle time of a step',
    unit: 'WORKING_SECONDS',
    definition: 'Process time / people on it: how often one unit leaves the step while it runs.',
    measure: (ground, base) => eachStation(ground, base, cycleTime),
  },
  EFFECTIVE_CYCLE_TIME: {
    title: 'Cycle time with stoppages',
    unit: 'WORKING_SECONDS',
    definition: 'Cycle time / uptime; where no uptime is told the step is taken never to stop.',
    measure: (ground, base) => eachStation(ground, base, effectiveCycle),
  },
  CAPACITY_PER_DAY: {
    title: 'Capacity of a step in a day',
    unit: 'COUNT',
    definition:
      'Available time of a day × uptime / cycle time; changeovers left out; where no uptime is told the step is taken never to stop.',
    measure: (ground, base) => eachStation(ground, base, capacity, { note: 'a day' }),
  },
  CAPACITY_WITH_CHANGEOVERS: {
    title: 'Capacity of a step in a day with changeovers',
    unit: 'COUNT',
    definition: 'Available time of a day × uptime / (cycle time + changeover / pieces of a batch).',
    measure: (ground, base) => eachStation(ground, base, capacityWithChangeovers, { note: 'a day' }),
  },
  STATION_UTILISATION: {
    title: 'Utilisation of a station',
    unit: 'FRACTION',
    definition: 'Expected visits × demand of a day × cycle time / (uptime × available time of a day).',
    measure: (ground, base) => eachStation(ground, base, utilisation),
  },
  STATION_BOTTLENECK: {
    title: 'Busiest station',
    unit: 'FRACTION',
    definition: 'The step with the highest utilisation, were each step a station of its own.',
    measure: (ground, base) => largestOf(eachStation(ground, base, utilisation), base),
  },
  RUN_TIME: {
    title: 'Run time of a step in a day',
    unit: 'WORKING_SECONDS',
    definition: 'Expected visits × demand of a day × cycle time / uptime.',
    measure: (ground, base) => eachStation(ground, base, runTime),
  },
  TIME_LEFT: {
    title: 'Time left for changeovers in a day',
    unit: 'WORKING_SECONDS',
    definition: 'Available time of a day − run time of the step; below 0 the day is too short.',
    measure: (ground, base) => eachStation(ground, base, timeLeft),
  },
  CHANGEOVERS_PER_DAY: {
    title: 'Changeovers that fit in a day',
    unit: 'COUNT',
    definition: 'Time left for changeovers / changeover, rounded down.',
    measure: (ground, base) => eachStation(ground, base, changeovers, { note: 'a day' }),
  },
  BATCH_TIME: {
    title: 'Time of one batch',
    unit: 'WORKING_SECONDS',
    definition: 'Pieces of a batch × cycle time + changeover (none where none is told).',
    measure: (ground, base) => eachStation(ground, base, batchTime),
  },
  BATCHES_PER_DAY: {
    title: 'Batches of a day',
    unit: 'COUNT',
    definition: 'Expected visits × demand of a day / pieces of a batch.',
    measure: (ground, base) => eachStation(ground, base, batches, { note: 'a day' }),
  },
  BATCH_LASTS: {
    title: 'How long a batch lasts',
    unit: 'WORKING_SECONDS',
    definition:
      'Pieces of a batch / (expected visits × demand): after that time the same part is made again (every part every interval of one part).',
    measure: (ground, base) => eachStation(ground, base, batchLasts),
  },
  PITCH: {
    title: 'Pitch',
    unit: 'WORKING_SECONDS',
    definition: 'Takt of the step × pieces of a batch (of a pack).',
    measure: (ground, base) => eachStation(ground, base, batchLasts),
  },
  TAKT_OF_STEP: {
    title: 'Takt of a step',
    unit: 'WORKING_SECONDS',
    definition:
      'Available time / (expected visits × demand): how often one unit comes to the step; no allowance inside.',
    measure: (ground, base) => eachStation(ground, base, taktOfStep),
  },
  OPERATORS_OF_STEP: {
    title: 'Operators of a step at takt',
    unit: 'COUNT',
    definition: 'Expected visits × process time × people / takt time; not rounded.',
    measure: (ground, base) => eachStation(ground, base, operators),
  },
} satisfies Record<string, NamedConvention>;

function capacity(numbers: StationNumbers): number | Missing {
  return divided(numbers.day, effectiveCycle(numbers), NO_WORK);
}

function capacityWithChangeovers(numbers: StationNumbers): number | Missing {
  if (numbers.changeover === null) return NO_CHANGEOVER;
  if (numbers.batch === null) return NO_BATCH;
  return divided(numbers.day, cycleWithChangeovers(numbers), NO_WORK);
}

function utilisation(numbers: StationNumbers): number | Missing {
  const run = runTime(numbers);
  return typeof run === 'string' ? run : run / numbers.day;
}

function timeLeft(numbers: StationNumbers): number | Missing {
  const run = runTime(numbers);
  return typeof run === 'string' ? run : numbers.day - run;
}

function changeovers(numbers: StationNumbers): number | Missing {
  if (numbers.changeover === null) return NO_CHANGEOVER;
  if (numbers.changeover === 0) return 'a changeover takes no time, so any number of them fits';
  const left = timeLeft(numbers);
  if (typeof left === 'string') return left;
  return Math.max(0, Math.floor((left / numbers.changeover) * (1 + 1e-9)));
}

function batchTime(numbers: StationNumbers): number | Missing {
  const { batch, changeover } = numbers;
  if (batch === null) return NO_BATCH;
  const cycle = cycleTime(numbers);
  return typeof cycle === 'string' ? cycle : batch * cycle + (changeover ?? 0);
}

function batches(numbers: StationNumbers): number | Missing {
  return divided(unitsPerDay(numbers), numbers.batch ?? NO_BATCH, NO_BATCH);
}

function operators(numbers: StationNumbers): number | Missing {
  const { process, people, day, visits, demand } = numbers;
  if (process === null) return cycleTime(numbers);
  return demand === null ? unitsPerDay(numbers) : (visits * demand * process * people) / day;
}

/** The step with the largest known figure, the first of equals. */
export function largestOf(parts: readonly NamedPart[], base: FigureGround): readonly NamedPart[] {
  const known = parts.flatMap((part) =>
    part.figure.value === null ? [] : [{ part, value: part.figure.value }],
  );
  const [first, ...others] = known;
  if (!first) {
    const [why] = parts;
    return ofStream(unknownFigure(why?.figure.whyNot ?? 'no step is passed by units', base));
  }
  const most = others.reduce((best, one) => (one.value > best.value * (1 + 1e-12) ? one : best), first);
  const { low, high, source } = most.part.figure;
  const ground = { ...base, low: low ?? most.value, high: high ?? most.value, source };
  const coverage = {
    measuredSteps: known.length,
    ofSteps: parts.length,
    atLeast: known.length < parts.length,
  };
  return [{ ...most.part, figure: knownFigure(most.value, { ...ground, ...coverage }) }];
}
