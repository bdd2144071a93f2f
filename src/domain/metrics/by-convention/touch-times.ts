import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
} from '../../shared/index.js';
import { leadCoverage } from '../coverage.js';
import type { RangeEnd } from '../flow-graph.js';
import { largestPath, processCoverage } from '../path-figures.js';
import type { PathTime } from '../path-time.js';
import { passesOnPath } from '../path-passes.js';
import { ratioEnds } from '../ratio-ends.js';
import { figureRatio } from '../ratio-figures.js';
import type { FlowReckoning } from '../reckon-flow.js';
import { bufferTimes, processWeight } from '../node-weights.js';
import { atEnds, figureSum } from '../sum-figure.js';
import { byClock } from './by-clock.js';
import { ladderWeight } from './ladder-weight.js';
import {
  NO_DEMAND,
  ofStream,
  untold,
  type ConventionGround,
  type NamedConvention,
} from './named-convention.js';
import { waitWeight } from './wait-weight.js';

/** Touch time and waiting as timeline ladders print them, and the ratios made of them. */
export const TOUCH_TIMES = {
  LADDER_TOUCH_TIME: {
    title: 'Touch time of the ladder',
    unit: 'WORKING_SECONDS',
    definition:
      'Expected visits × process time, rung by rung: where branches run side by side their first steps with a process time share a rung, then their second, and so on, and each rung takes the larger.',
    measure: ({ reckoning }, base) => ofStream(ladderTouch(reckoning, base)),
  },
  CRITICAL_TOUCH_TIME: {
    title: 'Touch time of the longest way',
    unit: 'WORKING_SECONDS',
    definition: 'Expected visits × process time of the steps on the way whose lead time is the longest.',
    measure: ({ reckoning }, base) => ofStream(criticalTouch(reckoning, base)),
  },
  WAITING_TIME: {
    title: 'Waiting on the longest waiting way',
    unit: 'WORKING_SECONDS',
    definition:
      'Expected visits × wait of every buffer (stock / demand), and of every step the part of its lead time in which nobody has hands on it; the way with the most of it. Books that leave process times out call it production lead time or days of inventory.',
    measure: ({ reckoning }, base) => ofStream(waiting(reckoning, base)),
  },
  WAITING_TIME_OF_BUFFER: {
    title: 'Days of a buffer',
    unit: 'WORKING_SECONDS',
    definition: 'The wait that is told, or stock / demand, for one pass.',
    measure: waitOfBuffers,
  },
  PROCESS_TIME_OVER_LEAD_TIME: {
    title: 'Process time by lead time',
    unit: 'FRACTION',
    definition:
      'Process time on the path / lead time: some call it process cycle efficiency or flow efficiency, others activity ratio; all process time counts, whether it adds value or not.',
    measure: ({ paths, reckoning }, base) => {
      const ground = { ...base, ...ratioEnds(reckoning, 'PROCESS') };
      return ofStream(
        ratio(paths.processTime, paths.leadTime, 'process time on the path', 'lead time', ground),
      );
    },
  },
  ACTIVITY_RATIO_BY_CLOCK: {
    title: 'Activity ratio with days of 24 h',
    unit: 'FRACTION',
    definition: 'Process time on the path / lead time, each working day of which counts as 24 h.',
    measure: ({ paths, stream }, base) => {
      const whole = byClock(paths.leadTime, stream.calendar.secondsPerDay);
      return ofStream(ratio(paths.processTime, whole, 'process time on the path', 'lead time', base));
    },
  },
  VALUE_RATIO_OF_LADDER: {
    title: 'Touch time of the ladder by waiting',
    unit: 'FRACTION',
    definition: 'Touch time of the ladder / waiting on the longest waiting way.',
    measure: ({ reckoning }, base) => ofStream(ladderRatio(reckoning, base, (whole) => whole)),
  },
  VALUE_RATIO_OF_LADDER_BY_CLOCK: {
    title: 'Touch time of the ladder by waiting, with days of 24 h',
    unit: 'FRACTION',
    definition:
      'Touch time of the ladder / waiting on the longest waiting way, each working day of which counts as 24 h.',
    measure: ({ reckoning, stream }, base) =>
      ofStream(ladderRatio(reckoning, base, (whole) => byClock(whole, stream.calendar.secondsPerDay))),
  },
  INVENTORY_TURNS: {
    title: 'Turns of the inventory in a year',
    unit: 'COUNT',
    definition: 'Working days of a year / waiting on the longest waiting way in working days.',
    measure: ({ reckoning, stream }, base) => {
      const { secondsPerDay, daysPerYear } = stream.calendar;
      return ofStream(inverse(waiting(reckoning, base), daysPerYear * secondsPerDay, base, 'a year'));
    },
  },
  PROCESS_VELOCITY: {
    title: 'Steps that one unit passes in a day',
    unit: 'COUNT',
    definition: 'Expected passes of steps on the path / lead time in working days.',
    measure: ({ reckoning, stream, paths }, base) => {
      const passes = stepPasses(reckoning);
      return ofStream(inverse(paths.leadTime, passes * stream.calendar.secondsPerDay, base, 'a day'));
    },
  },
} satisfies Record<string, NamedConvention>;

function ladderTouch(reckoning: FlowReckoning, base: FigureGround): Figure {
  const sums = atEnds(reckoning, (end) => {
    const { weight, path } = ladderWeight(reckoning, end);
    return largestOf(reckoning, path(weight));
  });
  return figureSum(reckoning, sums, processCoverage(reckoning), base.convention);
}

function largestOf({ graph }: FlowReckoning, times: PathTime): number {
  return [...times.toEnds(graph.flow.entries).values()].reduce((most, time) => Math.max(most, time), 0);
}

function criticalTouch(reckoning: FlowReckoning, base: FigureGround): Figure {
  const sums = atEnds(reckoning, (end) => {
    const weight = processWeight(reckoning, end);
    return passesOnPath(reckoning, end).reduce((sum, passes, node) => sum + passes * weight(node), 0);
  });
  return figureSum(reckoning, sums, processCoverage(reckoning), base.convention);
}

function waiting(reckoning: FlowReckoning, base: FigureGround): Figure {
  const cover = leadCoverage(reckoning);
  const buffers = reckoning.graph.flow.nodes.some((node) => node.kind === 'WAIT' || node.kind === 'STOCK');
  const ground: FigureGround = { ...base, unit: 'WORKING_SECONDS' };
  const leads = reckoning.stream.steps.some((step) => step.leadTime);
  if (!buffers && !leads) return unknownFigure('nobody has told a wait, a stock or a lead time', ground);
  const sums = largestPath(reckoning, waitWeight);
  return sums.likely === 0 && cover.measured === 0
    ? knownFigure(0, { ...ground, source: cover.source, measuredSteps: 0, ofSteps: cover.of })
    : figureSum(reckoning, sums, cover, base.convention);
}

function waitOfBuffers({ stream }: ConventionGround, base: FigureGround) {
  const times = {
    low: bufferTimes(stream, 'low'),
    likely: bufferTimes(stream, 'likely'),
    high: bufferTimes(stream, 'high'),
  };
  const demand = stream.demandPerWeek ? [stream.demandPerWeek.source] : [];
  const parts = stream.flow.nodes.flatMap((node) => {
    if (node.kind !== 'WAIT' && node.kind !== 'STOCK') return [];
    const likely = times.likely(node);
    const told = node.kind === 'WAIT' ? node.time.source : derivedSource([node.units.source, ...demand]);
    const at = (end: RangeEnd) => times[end](node) ?? likely ?? 0;
    const figure =
      likely === null
        ? unknownFigure(NO_DEMAND, base)
        : knownFigure(likely, {
            ...base,
            low: at('low'),
            high: at('high'),
            source: told,
            measuredSteps: 0,
            ofSteps: 0,
          });
    return [{ step: null, line: node.line, figure }];
  });
  return parts.length > 0 ? parts : untold('nobody has told a wait or a stock', base);
}

function ladderRatio(
  reckoning: FlowReckoning,
  base: FigureGround,
  whole: (waiting: Figure) => Figure,
): Figure {
  const touch = ladderTouch(reckoning, base);
  return ratio(touch, whole(waiting(reckoning, base)), 'touch time of the ladder', 'waiting', base);
}

function ratio(part: Figure, whole: Figure, of: string, by: string, base: FigureGround): Figure {
  return figureRatio(part, whole, { part: of, whole: by }, base);
}

/** A number by a time; where the time is a floor it may be less. */
function inverse(time: Figure, over: number, base: FigureGround, note: string): Figure {
  if (time.value === null) return unknownFigure(time.whyNot ?? 'the time is not known', base);
  if (time.value === 0) return unknownFigure('the time is 0, and nothing goes into it', base);
  const { measuredSteps, ofSteps, atLeast, source } = time;
  const ends = { low: over / (time.high ?? time.value), ...(time.low ? { high: over / time.low } : {}) };
  const ground = { ...base, measuredSteps, ofSteps, atLeast, source, note, ...ends };
  return knownFigure(over / time.value, atLeast ? { ...ground, floorWord: 'at most' } : ground);
}

function stepPasses(reckoning: FlowReckoning): number {
  const { steps } = reckoning.graph;
  return passesOnPath(reckoning, 'likely').reduce(
    (sum, passes, node) => sum + (steps[node] && steps[node]?.everySeconds === null ? passes : 0),
    0,
  );
}
