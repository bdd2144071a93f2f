import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
  type FigureSource,
} from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import { changeoverGround, sourcesOf } from './figure-station.js';
import type { RangeEnd } from './flow-graph.js';
import { passesOnPath } from './path-passes.js';
import { isReckoned, type FlowReckoning } from './reckon-flow.js';
import { hoursLost, numbersOf, waitInBatch, type StationMeasure } from './station.js';
import type { AtEnds } from './sum-figure.js';

/** Hours a week that stoppages and changeovers of these steps take beside the work. */
export function lostPerWeek(reckoning: FlowReckoning, told: readonly Step[]): Figure {
  const { calendar } = reckoning.stream;
  const ground: FigureGround = { unit: 'HOURS_PER_WEEK', convention: CONVENTIONS.lostPerWeek, calendar };
  const concerned = told.filter(({ uptime, changeover }) => uptime !== null || changeover !== null);
  return sumOver(reckoning, concerned, ground, (numbers) => hoursLost(numbers, calendar.daysPerWeek));
}

/** The waiting within batches of these steps on the way whose lead time is the longest; those with a lead time of their own hold it. */
export function waitWithinBatches(reckoning: FlowReckoning, told: readonly Step[]): Figure {
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention: CONVENTIONS.waitInBatches,
    calendar: reckoning.stream.calendar,
  };
  const inBatches = told.filter(({ batch }) => batch !== null && batch > 0);
  const concerned = inBatches.filter(({ leadTime }) => leadTime === null);
  if (inBatches.length > 0 && concerned.length === 0)
    return unknownFigure(
      'the steps with a batch have a lead time of their own, which holds that wait',
      ground,
    );
  if (concerned.length === 0)
    return unknownFigure('nobody has said of a step how many pieces a batch has (`batch 50`)', ground);
  const passes: AtEnds<Float64Array> = {
    low: passesOnPath(reckoning, 'low'),
    likely: passesOnPath(reckoning, 'likely'),
    high: passesOnPath(reckoning, 'high'),
  };
  const times = (step: Step, end: RangeEnd) => passes[end][reckoning.graph.nodeOf.get(step.key) ?? -1] ?? 0;
  return sumOver(reckoning, concerned, ground, waitInBatch, times);
}

/** The sum of a measure over steps; a floor where it is not known, or not wholly known, of some of them. */
function sumOver(
  reckoning: FlowReckoning,
  steps: readonly Step[],
  ground: FigureGround,
  measure: StationMeasure,
  times: (step: Step, end: RangeEnd) => number = () => 1,
): Figure {
  const sums = { low: 0, likely: 0, high: 0 };
  const sources: FigureSource[] = [];
  const missing: string[] = [];
  let whole = 0;
  for (const step of steps) {
    const amount = amountOf(reckoning, step, measure);
    if (typeof amount === 'string') {
      missing.push(amount);
      continue;
    }
    if (ground.unit !== 'HOURS_PER_WEEK' || !changeoverGround(step).atLeast) whole += 1;
    for (const end of ['low', 'likely', 'high'] as const) sums[end] += amount[end] * times(step, end);
    sources.push(...sourcesOf(reckoning.stream, step));
  }
  const full = { ...ground, measuredSteps: whole, ofSteps: steps.length, source: derivedSource(sources) };
  if (missing.length < steps.length) return knownFigure(sums.likely, { ...full, ...sums });
  return unknownFigure(
    missing[0] ?? 'nobody has told of a step how it stops or how long a changeover takes',
    full,
  );
}

function amountOf(reckoning: FlowReckoning, step: Step, measure: StationMeasure): AtEnds<number> | string {
  if (!isReckoned(reckoning, reckoning.graph.nodeOf.get(step.key) ?? -1))
    return 'nobody knows how many units come to these steps';
  const at = (end: RangeEnd) => measure(numbersOf(reckoning, step, end));
  const [low, likely, high] = [at('low'), at('likely'), at('high')];
  if (typeof likely === 'string') return likely;
  return {
    low: typeof low === 'string' ? likely : low,
    likely,
    high: typeof high === 'string' ? likely : high,
  };
}
