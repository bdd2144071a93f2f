import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
  type FigureSource,
  type FigureUnit,
  type Quantity,
  type StepKey,
} from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import { groupByKey, type RangeEnd, type ReturnArc } from './flow-graph.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';
import type { StepMetrics } from './stream-metrics.js';

/** The figures of every step; where the flow cannot be reckoned, visits and loads say why. */
export function figureSteps(
  reckoning: FlowReckoning | string,
  steps: readonly Step[],
  calendar: FigureGround['calendar'],
): ReadonlyMap<StepKey, StepMetrics> {
  const rework = typeof reckoning === 'string' ? new Map() : timedReturns(reckoning);
  return new Map(
    steps.map((step) => {
      const visitsPerUnit = figureVisits(reckoning, step);
      const figures: StepMetrics = {
        processTime: toldFigure(
          step.processTime,
          'WORKING_SECONDS',
          CONVENTIONS.processOfStep,
          'nobody has measured the process time yet',
          calendar,
        ),
        leadTime: figureLead(step, calendar),
        completeAndAccurate: toldFigure(
          step.completeAndAccurate,
          'FRACTION',
          CONVENTIONS.accuracy,
          'nobody has said how much of the output can be used as it is',
        ),
        visitsPerUnit,
        loadPerWeek: figureLoad(reckoning, step, visitsPerUnit, rework.get(step.key) ?? []),
      };
      return [step.key, figures];
    }),
  );
}

function toldFigure(
  quantity: Quantity | null,
  unit: FigureUnit,
  convention: string,
  whyNot: string,
  calendar?: FigureGround['calendar'],
): Figure {
  const ground: FigureGround = { unit, convention, ...(calendar ? { calendar } : {}) };
  if (!quantity) return unknownFigure(whyNot, ground);
  const { low, high, source } = quantity;
  return knownFigure(quantity.likely, { ...ground, low, high, source });
}

function figureLead(step: Step, calendar: FigureGround['calendar']): Figure {
  if (step.leadTime || !step.processTime) {
    return toldFigure(
      step.leadTime,
      'WORKING_SECONDS',
      CONVENTIONS.leadOfStep,
      'nobody has measured a lead time or a process time yet',
      calendar,
    );
  }
  const { low, likely, high, source } = step.processTime;
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention: CONVENTIONS.leadOfStep,
    low,
    high,
    source,
    atLeast: true,
  };
  return knownFigure(likely, calendar ? { ...ground, calendar } : ground);
}

function figureVisits(reckoning: FlowReckoning | string, step: Step): Figure {
  const ground: FigureGround = { unit: 'COUNT', convention: CONVENTIONS.visits };
  if (typeof reckoning === 'string') return unknownFigure(reckoning, ground);
  if (!isPerUnit(step))
    return unknownFigure('it has a rhythm of its own (`every`), however many units enter', ground);
  const { graph, visits, unknown, floor } = reckoning;
  const node = graph.nodeOf.get(step.key) ?? -1;
  if (!graph.reached[node])
    return unknownFigure('no way from the beginning of the stream leads here', ground);
  if (unknown[node])
    return unknownFigure(
      'the share of the units that come here is not told (see the `either` before it)',
      ground,
    );
  const at = (end: RangeEnd) => visits[end].total[node] ?? 0;
  return knownFigure(at('likely'), {
    ...ground,
    low: at('low'),
    high: at('high'),
    atLeast: floor[node] ?? false,
  });
}

/** Hours a week of all people on the step. */
function figureLoad(
  reckoning: FlowReckoning | string,
  step: Step,
  visits: Figure,
  rework: readonly ReturnArc[],
): Figure {
  const plain: FigureGround = {
    unit: 'HOURS_PER_WEEK',
    convention: CONVENTIONS.load,
    ...(typeof reckoning === 'string' ? {} : { calendar: reckoning.stream.calendar }),
  };
  const { processTime, everySeconds } = step;
  if (step.outside) return unknownFigure('done outside: no load of ours', plain);
  if (typeof reckoning === 'string') return unknownFigure(reckoning, plain);
  if (!processTime) return unknownFigure('nobody has measured the process time yet', plain);
  if (everySeconds) return figureRhythm(reckoning, step, processTime, everySeconds, plain);
  const { stream } = reckoning;
  const demand = stream.demandPerWeek;
  if (!demand)
    return unknownFigure('nobody has said how many units enter (a line such as `demand: 40/month`)', plain);
  if (visits.value === null) return unknownFigure(visits.whyNot ?? 'its visits are not known', plain);
  const node = reckoning.graph.nodeOf.get(step.key) ?? -1;
  const at = (end: RangeEnd) => {
    const { total } = reckoning.visits[end];
    const own = (total[node] ?? 0) * processTime[end] * step.people;
    const extra = rework.reduce(
      (sum, one) => sum + (total[one.origin] ?? 0) * (one.arc.share?.[end] ?? 0) * (one.arc.time?.[end] ?? 0),
      0,
    );
    return ((own + extra) * demand[end]) / 3600;
  };
  const sources: FigureSource[] = [processTime.source, demand.source, visits.source];
  for (const one of rework) if (one.arc.time) sources.push(one.arc.time.source);
  const source = derivedSource(sources);
  return knownFigure(at('likely'), {
    ...plain,
    low: at('low'),
    high: at('high'),
    source,
    atLeast: visits.atLeast,
  });
}

function figureRhythm(
  { stream }: FlowReckoning,
  step: Step,
  work: Quantity,
  every: Quantity,
  ground: FigureGround,
): Figure {
  const week = stream.calendar.secondsPerDay * stream.calendar.daysPerWeek;
  if (!(every.low > 0)) return unknownFigure('its rhythm is 0: nobody can tell how often it runs', ground);
  const at = (time: number, rhythm: number) => (time * step.people * (week / rhythm)) / 3600;
  return knownFigure(at(work.likely, every.likely), {
    ...ground,
    low: at(work.low, every.high),
    high: at(work.high, every.low),
    source: derivedSource([work.source, every.source]),
  });
}

function timedReturns({ graph }: FlowReckoning): ReadonlyMap<StepKey, readonly ReturnArc[]> {
  const timed = graph.returns.filter((one) => one.arc.time !== null);
  const byTarget = groupByKey(
    timed,
    (one) => graph.steps[one.target]?.key ?? null,
    (one) => one,
  );
  return new Map([...byTarget].flatMap(([key, returns]) => (key === null ? [] : [[key, returns] as const])));
}
