import type { Quantity } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { OTHER_END, type RangeEnd } from './flow-graph.js';
import type { FlowReckoning } from './reckon-flow.js';

/** The numbers of one step at one end of every range; null where nobody has told them. */
export interface StationNumbers {
  /** Working seconds of a day, and units that enter in one. */
  readonly day: number;
  readonly demand: number | null;
  readonly visits: number;
  readonly people: number;
  readonly process: number | null;
  readonly lead: number | null;
  /** 1 where nobody has told it. */
  readonly uptime: number;
  readonly changeover: number | null;
  readonly batch: number | null;
}

/** What is missing for a figure, in plain words. */
export type Missing = string;

/** What a measure of a station gives: a number, or what is missing for it. */
export type StationMeasure = (numbers: StationNumbers) => number | Missing;

export const NO_DEMAND = 'nobody has said how many units enter (a line such as `demand: 40/month`)';
export const NO_PROCESS = 'nobody has measured the process time yet';
export const NO_BATCH = 'nobody has said how many pieces a batch has (`batch 50` behind the step)';
export const NO_CHANGEOVER = 'nobody has said how long a changeover takes (`changeover 10m` behind the step)';
export const NO_UNITS = 'no unit comes here, so there is nothing to divide by';
const NEVER_RUNS = 'its uptime is 0 %: nothing ever comes out';
const NO_TIME_LEFT =
  'its run time fills the day, so no time is left for a changeover, however large the batch';

/** The numbers of a step where the times are shortest (low), likely, or longest: uptime runs against them. */
export function numbersOf(
  { stream, graph, visits }: FlowReckoning,
  step: Step,
  end: RangeEnd,
): StationNumbers {
  const { calendar, demandPerWeek } = stream;
  const told = (quantity: Quantity | null) => quantity?.[end] ?? null;
  return {
    day: calendar.secondsPerDay,
    demand: demandPerWeek ? demandPerWeek[end] / calendar.daysPerWeek : null,
    visits: visits[end].total[graph.nodeOf.get(step.key) ?? -1] ?? 0,
    people: step.people,
    process: told(step.processTime),
    lead: told(step.leadTime),
    uptime: step.uptime?.[OTHER_END[end]] ?? 1,
    changeover: told(step.changeover),
    batch: step.batch !== null && step.batch > 0 ? step.batch : null,
  };
}

/** true where somebody has told how the step stops, is changed over, or runs in batches. */
export function isStation({ uptime, changeover, batch }: Step): boolean {
  return uptime !== null || changeover !== null || batch !== null;
}

/** Process time / people. */
export function cycleTime({ process, people }: StationNumbers): number | Missing {
  return process === null ? NO_PROCESS : process / Math.max(1, people);
}

/** Cycle time / uptime. */
export function effectiveCycle(numbers: StationNumbers): number | Missing {
  return divided(cycleTime(numbers), numbers.uptime, NEVER_RUNS);
}

/** (Cycle time + changeover / pieces of a batch) / uptime; a changeover counts where it is told how often it comes. */
export function cycleWithChangeovers(numbers: StationNumbers): number | Missing {
  const { changeover, batch, uptime } = numbers;
  const each = changeover === null || batch === null ? 0 : changeover / batch;
  return divided(
    both(cycleTime(numbers), each, (cycle, more) => cycle + more),
    uptime,
    NEVER_RUNS,
  );
}

/** Units that come to the step in a day. */
export function unitsPerDay({ demand, visits }: StationNumbers): number | Missing {
  return demand === null ? NO_DEMAND : demand * visits;
}

/** Available time / units that come. */
export function taktOfStep(numbers: StationNumbers): number | Missing {
  return divided(numbers.day, unitsPerDay(numbers), NO_UNITS);
}

/** Cycle time with stoppages × units that come in a day. */
export function runTime(numbers: StationNumbers): number | Missing {
  return both(effectiveCycle(numbers), unitsPerDay(numbers), (cycle, units) => cycle * units);
}

/** What of a day is taken up by work, stoppages and changeovers, of one. */
export function busyShare(numbers: StationNumbers): number | Missing {
  const busy = both(cycleWithChangeovers(numbers), unitsPerDay(numbers), (cycle, units) => cycle * units);
  return divided(busy, numbers.day, 'a day has no working time');
}

/** Hours a week (`days` working days) that stoppages and changeovers take beside the work itself. */
export function hoursLost(numbers: StationNumbers, days: number): number | Missing {
  const beside = both(cycleWithChangeovers(numbers), cycleTime(numbers), (whole, work) => whole - work);
  return both(beside, unitsPerDay(numbers), (each, units) => (each * units * days) / 3600);
}

/** Pieces of a batch × takt of the step: after that time the same part comes round again. */
export function batchLasts(numbers: StationNumbers): number | Missing {
  return both(numbers.batch ?? NO_BATCH, taktOfStep(numbers), (pieces, takt) => pieces * takt);
}

/** The time after which the same part comes round again, where there are changeovers between. */
export function everyPartEvery(numbers: StationNumbers): number | Missing {
  return numbers.changeover === null ? NO_CHANGEOVER : batchLasts(numbers);
}

/** The pieces of a batch with which the step just keeps up with what comes, not rounded: fewer would mean more changeovers than there is time for. */
export function leastBatch(numbers: StationNumbers): number | Missing {
  const { changeover, day, uptime } = numbers;
  if (changeover === null) return NO_CHANGEOVER;
  const units = unitsPerDay(numbers);
  const work = both(cycleTime(numbers), units, (cycle, many) => day * uptime - cycle * many);
  return divided(
    both(units, changeover, (many, time) => many * time),
    work,
    NO_TIME_LEFT,
  );
}

/** The longest changeover with which the step just keeps up in batches of so many pieces. */
export function longestChangeover(numbers: StationNumbers): number | Missing {
  const { batch, uptime } = numbers;
  const each = both(taktOfStep(numbers), cycleTime(numbers), (takt, cycle) => takt * uptime - cycle);
  return both(batch ?? NO_BATCH, each, (pieces, left) => (left > 0 ? pieces * left : NO_TIME_LEFT));
}

/** The uptime with which the step just keeps up, of one. */
export function leastUptime(numbers: StationNumbers): number | Missing {
  const share = busyShare({ ...numbers, uptime: 1 });
  if (typeof share === 'string') return share;
  return share <= 1 + 1e-9 ? share : 'it would not keep up even if it never stopped';
}

/** (Pieces of a batch − 1) × cycle time: how long one unit waits while the others of its batch are worked on. */
export function waitInBatch(numbers: StationNumbers): number | Missing {
  return both(
    numbers.batch ?? NO_BATCH,
    cycleTime(numbers),
    (pieces, cycle) => Math.max(0, pieces - 1) * cycle,
  );
}

/** Both numbers put together, or what is missing first. */
export function both(
  a: number | Missing,
  b: number | Missing,
  put: (a: number, b: number) => number | Missing,
): number | Missing {
  if (typeof a === 'string') return a;
  return typeof b === 'string' ? b : put(a, b);
}

/** a / b, or that there is nothing to divide by. */
export function divided(a: number | Missing, b: number | Missing, nothing: string): number | Missing {
  return both(a, b, (over, by) => (by > 0 ? over / by : nothing));
}
