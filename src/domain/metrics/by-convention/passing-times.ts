import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
} from '../../shared/index.js';
import type { Step } from '../../stream/index.js';
import { leadCoverage } from '../coverage.js';
import { lastStep } from '../flow-ends.js';
import type { RangeEnd } from '../flow-graph.js';
import { bufferTimes, leadWeight, processWeight } from '../node-weights.js';
import { largestPath, processCoverage } from '../path-figures.js';
import type { NodeWeight } from '../path-time.js';
import { figureRatio } from '../ratio-figures.js';
import { isPerUnit, type FlowReckoning } from '../reckon-flow.js';
import { NO_PROCESS } from '../station.js';
import { figureSum } from '../sum-figure.js';
import {
  NO_DEMAND,
  ofStream,
  untold,
  type ConventionGround,
  type NamedConvention,
  type NamedPart,
} from './named-convention.js';
import { eachStation } from './each-station.js';
import { largestOf } from './station-measures.js';

/** What passes in a day or a week, and times by batch and by stage. */
export const PASSING_TIMES = {
  AVAILABLE_TIME: {
    title: 'Available time of a day',
    unit: 'WORKING_SECONDS',
    definition: 'Working time of one day of the calendar; no allowance inside.',
    measure: ({ stream }, base) =>
      ofStream(
        knownFigure(stream.calendar.secondsPerDay, { ...base, measuredSteps: 0, ofSteps: 0, source: 'SAID' }),
      ),
  },
  DEMAND_PER_DAY: {
    title: 'Demand of a day',
    unit: 'COUNT',
    definition: 'Units that enter in one working day.',
    measure: ({ stream }, base) => {
      const { demandPerWeek: week, calendar } = stream;
      if (!week) return untold(NO_DEMAND, base);
      const at = (end: RangeEnd) => week[end] / calendar.daysPerWeek;
      const ends = { low: at('low'), high: at('high') };
      const ground = { ...base, ...ends, note: 'a day', measuredSteps: 0, ofSteps: 0 };
      return ofStream(knownFigure(at('likely'), { ...ground, source: derivedSource([week.source]) }));
    },
  },
  THROUGHPUT: {
    title: 'Units that come out in a week',
    unit: 'PER_WEEK',
    definition:
      'Demand of a week × share of the units that reach the end (exit rate, flow velocity), at each end that is no stop on purpose.',
    measure: throughputs,
  },
  OPERATORS_NEEDED: {
    title: 'Operators needed at takt',
    unit: 'COUNT',
    definition: 'Effort of everybody for one unit / takt time; not rounded.',
    measure: ({ paths, takt }, base) => ofStream(operators(paths.totalEffort, takt, base)),
  },
  TOUCH_TIME_BY_BATCH: {
    title: 'Touch time by batch',
    unit: 'WORKING_SECONDS',
    definition:
      'Expected visits × process time × pieces of a batch on the longest way: a unit stays with its batch; changeovers left out; a step without a batch takes pieces one by one.',
    measure: ({ reckoning }, base) => ofStream(batchTouch(reckoning, base)),
  },
  LEAD_TIME_BY_BATCH: {
    title: 'Lead time by batch',
    unit: 'WORKING_SECONDS',
    definition:
      'As the lead time of the stream, where a step without a lead time of its own takes process time × pieces of a batch; changeovers left out.',
    measure: ({ reckoning }, base) => ofStream(batchLead(reckoning, base)),
  },
  VALUE_RATIO_BY_BATCH: {
    title: 'Touch time by lead time, by batch',
    unit: 'FRACTION',
    definition: 'Touch time by batch / lead time by batch.',
    measure: ({ reckoning }, base) => {
      const words = { part: 'touch time by batch', whole: 'lead time by batch' };
      return ofStream(figureRatio(batchTouch(reckoning, base), batchLead(reckoning, base), words, base));
    },
  },
  STAGE_TIME: {
    title: 'Time in a stage',
    unit: 'WORKING_SECONDS',
    definition:
      'The waits directly before the step, and its lead time (its process time where none is told).',
    measure: stageTimes,
  },
  STAGE_EFFICIENCY: {
    title: 'Efficiency of a stage',
    unit: 'FRACTION',
    definition: 'Process time / time in the stage; 0 where nobody has hands on it.',
    measure: stageEfficiencies,
  },
  LONGEST_STAGE: {
    title: 'Longest stage',
    unit: 'WORKING_SECONDS',
    definition:
      'The step with the largest time in its stage: where a unit stays longest, which need not be the bottleneck.',
    measure: (ground, base) => largestOf(stageTimes(ground, base), base),
  },
} satisfies Record<string, NamedConvention>;

function throughputs({ reckoning, stream }: ConventionGround, base: FigureGround): readonly NamedPart[] {
  const { graph, visits, unknown } = reckoning;
  const demand = stream.demandPerWeek;
  if (!demand) return untold(NO_DEMAND, base);
  const ends = graph.flow.ends.filter((end) => !graph.stops.has(end));
  const source = derivedSource([demand.source]);
  return ends.map((end) => {
    const lost = (at: RangeEnd) => (graph.losses.get(end) ?? []).reduce((sum, share) => sum + share[at], 0);
    const returned = (graph.returnsFrom.get(end) ?? []).map(
      (one) => (at: RangeEnd) => visits[at].returned(one),
    );
    const out = (at: RangeEnd) => {
      const passes = (visits[at].total[end] ?? 0) * Math.max(0, 1 - lost(at));
      return demand[at] * Math.max(0, passes - returned.reduce((sum, units) => sum + units(at), 0));
    };
    const step = lastStep(graph, end);
    const place = { step: step?.key ?? null, line: step?.line ?? null };
    if (unknown[end])
      return { ...place, figure: unknownFigure('the share of the units that come here is not told', base) };
    const ground = { ...base, source, low: out('low'), high: out('high') };
    return { ...place, figure: knownFigure(out('likely'), ground) };
  });
}

function operators(effort: Figure, takt: Figure, base: FigureGround): Figure {
  const words = { part: 'effort for one unit', whole: 'takt time' };
  const ratio = figureRatio(effort, takt, words, base);
  if (ratio.value === null) return unknownFigure(ratio.whyNot ?? NO_DEMAND, base);
  const { measuredSteps, ofSteps, atLeast, source } = effort;
  const ends = { low: ratio.low ?? ratio.value, high: ratio.high ?? ratio.value };
  return knownFigure(ratio.value, { ...base, measuredSteps, ofSteps, atLeast, source, ...ends });
}

function batchTouch(reckoning: FlowReckoning, base: FigureGround): Figure {
  const sums = largestPath(reckoning, (of, end) =>
    byBatch(of, processWeight(of, end), (step) => step.processTime?.[end] ?? 0),
  );
  return figureSum(reckoning, sums, processCoverage(reckoning), base.convention);
}

function batchLead(reckoning: FlowReckoning, base: FigureGround): Figure {
  const timed = (step: Step, end: RangeEnd) => (step.leadTime ? 0 : (step.processTime?.[end] ?? 0));
  const sums = largestPath(reckoning, (of, end) =>
    byBatch(of, leadWeight(of, end), (step) => timed(step, end)),
  );
  return figureSum(reckoning, sums, leadCoverage(reckoning), base.convention);
}

/** A weight, and for each further piece of a batch the time of one piece. */
function byBatch({ graph }: FlowReckoning, plain: NodeWeight, piece: (step: Step) => number): NodeWeight {
  return (node) => {
    const step = graph.steps[node];
    const more = step && isPerUnit(step) ? Math.max(0, (step.batch ?? 1) - 1) * piece(step) : 0;
    return plain(node) + more;
  };
}

function stageTimes(ground: ConventionGround, base: FigureGround): readonly NamedPart[] {
  return ground.stream.steps.filter(isPerUnit).map((step) => ({
    step: step.key,
    line: step.line,
    figure: stageTime(ground, step, base),
  }));
}

function stageTime({ reckoning, stream }: ConventionGround, step: Step, base: FigureGround): Figure {
  const waits = waitsBefore(reckoning, step);
  const own = step.leadTime ?? step.processTime;
  const ground = { ...base, unit: 'WORKING_SECONDS', calendar: stream.calendar } as const;
  if (!own && waits.length === 0) return unknownFigure(NO_PROCESS, ground);
  const at = (end: RangeEnd) => {
    const time = bufferTimes(stream, end);
    return waits.reduce((sum, node) => sum + (time(reckoning.graph.flow.nodes[node]) ?? 0), own?.[end] ?? 0);
  };
  const atLeast = step.leadTime === null && step.processTime === null;
  const source = derivedSource(own ? [own.source] : []);
  return knownFigure(at('likely'), { ...ground, atLeast, source, low: at('low'), high: at('high') });
}

/** The buffers between a step and what comes directly before it. */
function waitsBefore({ graph }: FlowReckoning, step: Step): readonly number[] {
  const waits: number[] = [];
  for (let node = graph.nodeOf.get(step.key) ?? -1; ;) {
    const [only, ...others] = graph.previous[node] ?? [];
    const kind = only && graph.flow.nodes[only.from]?.kind;
    if (!only || others.length > 0 || (kind !== 'WAIT' && kind !== 'STOCK')) return waits;
    node = only.from;
    waits.push(node);
  }
}

function stageEfficiencies(ground: ConventionGround, base: FigureGround): readonly NamedPart[] {
  const times = new Map(stageTimes(ground, base).map((part) => [part.step, part.figure]));
  const process = eachStation(
    ground,
    { ...base, unit: 'WORKING_SECONDS' },
    (numbers) => numbers.process ?? NO_PROCESS,
    {},
    () => true,
  );
  return process.map((part) => {
    const whole = times.get(part.step);
    const words = { part: 'process time', whole: 'time in the stage' };
    return whole ? { ...part, figure: figureRatio(part.figure, whole, words, base) } : part;
  });
}
