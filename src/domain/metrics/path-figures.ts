import { knownFigure, unknownFigure, type Figure, type FigureGround, type StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { timeExtreme, type Extreme } from './extreme-paths.js';
import { expectVisits } from './expected-visits.js';
import { coverage, leadCoverage, type Coverage } from './coverage.js';
import { CONVENTIONS } from './conventions.js';
import type { RangeEnd } from './flow-graph.js';
import { firstStep, lastStep } from './flow-ends.js';
import { effortWeight, leadWeight, processWeight, valueWeight } from './node-weights.js';
import { sumPaths, type NodeWeight, type PathTime } from './path-time.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';

const ENDS: readonly RangeEnd[] = ['low', 'likely', 'high'];

/** More pairs of entries and ends than this are not listed one by one; the largest always is. */
const MOST_PAIR_WORK = 2_000_000;

type WeightOf = (reckoning: FlowReckoning, end: RangeEnd) => NodeWeight;

export interface PathFigures {
  readonly leadTime: Figure;
  readonly unlostLeadTime: Figure;
  readonly worstLeadTime: Figure;
  readonly likeliestLeadTime: Figure;
  readonly leadTimes: readonly {
    readonly entry: StepKey;
    readonly end: StepKey;
    readonly leadTime: Figure;
  }[];
  readonly processTime: Figure;
  readonly totalEffort: Figure;
  readonly valueAddedTime: Figure;
}

/** The sums over the path of one entering unit. */
export function figurePaths(reckoning: FlowReckoning): PathFigures {
  const lead = leadCoverage(reckoning);
  const leadTimes = figurePairs(reckoning, lead);
  const extreme = (which: Extreme) => atEnds((end) => timeExtreme(reckoning, which, end));
  const process = coverage(
    reckoning,
    (step) => !step.outside || step.processTime !== null,
    (step) => [step.processTime],
  );
  const effort = coverage(
    reckoning,
    (step) => !step.outside,
    (step) => [step.processTime],
    false,
  );
  return {
    leadTime: figureOf(reckoning, largestPath(reckoning, leadWeight), lead, CONVENTIONS.leadTime),
    unlostLeadTime: figureOf(reckoning, unlostPath(reckoning), lead, CONVENTIONS.unlostLeadTime),
    worstLeadTime: figureOf(reckoning, extreme('WORST'), lead, CONVENTIONS.worstLeadTime),
    likeliestLeadTime: figureOf(reckoning, extreme('LIKELIEST'), lead, CONVENTIONS.likeliestLeadTime),
    leadTimes,
    processTime: figureOf(reckoning, largestPath(reckoning, processWeight), process, CONVENTIONS.processTime),
    totalEffort: figureOf(
      reckoning,
      atEnds((end) => effortAt(reckoning, end)),
      effort,
      CONVENTIONS.totalEffort,
    ),
    valueAddedTime: figureValue(reckoning),
  };
}

type Ends = Readonly<Record<RangeEnd, number>>;

function pathsAt(reckoning: FlowReckoning, weightOf: WeightOf, end: RangeEnd): PathTime {
  const { graph, regions, visits } = reckoning;
  return sumPaths(graph, regions, visits[end].local, weightOf(reckoning, end));
}

function atEnds(of: (end: RangeEnd) => number): Ends {
  return { low: of('low'), likely: of('likely'), high: of('high') };
}

function largestPath(reckoning: FlowReckoning, weightOf: WeightOf): Ends {
  return atEnds((end) => largestPathAt(reckoning, weightOf, end));
}

function unlostPath(reckoning: FlowReckoning): Ends {
  const { graph, regions } = reckoning;
  if (graph.losses.size === 0) return largestPath(reckoning, leadWeight);
  return atEnds((end) => {
    const visits = expectVisits(graph, regions, end, { unlost: true }) ?? reckoning.visits[end];
    return largestPathAt(
      { ...reckoning, visits: { low: visits, likely: visits, high: visits } },
      leadWeight,
      end,
    );
  });
}

function largestPathAt(reckoning: FlowReckoning, weightOf: WeightOf, end: RangeEnd): number {
  let most = 0;
  const { entries } = reckoning.graph.flow;
  for (const time of pathsAt(reckoning, weightOf, end).toEnds(entries).values()) most = Math.max(most, time);
  return most;
}

/** The largest expected lead time of one unit, in working seconds. */
export function likelyLeadTime(reckoning: FlowReckoning): number {
  return largestPathAt(reckoning, leadWeight, 'likely');
}

/** The expected effort of one entering unit, in working seconds. */
export function effortAt(reckoning: FlowReckoning, end: RangeEnd): number {
  const weight = effortWeight(reckoning, end);
  return reckoning.visits[end].total.reduce(
    (sum, visits, at) => sum + (visits > 0 ? visits * weight(at) : 0),
    0,
  );
}

function figureOf(reckoning: FlowReckoning, sums: Ends, cover: Coverage, convention: string): Figure {
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention,
    calendar: reckoning.stream.calendar,
    measuredSteps: cover.measured,
    ofSteps: cover.of,
    low: sums.low,
    high: sums.high,
    source: cover.source,
    atLeast: cover.atLeast,
    remarks: cover.remarks,
    ...(cover.measuredWord ? { measuredWord: cover.measuredWord } : {}),
  };
  if (cover.measured === 0 && sums.likely === 0) {
    const reason =
      cover.of === 0 ? 'no step of this kind is passed by a unit' : 'no step has this time measured yet';
    return unknownFigure(reason, ground);
  }
  return knownFigure(sums.likely, ground);
}

function figurePairs(reckoning: FlowReckoning, cover: Coverage): PathFigures['leadTimes'] {
  const { graph } = reckoning;
  const { entries } = graph.flow;
  const paths = ENDS.map((end) => pathsAt(reckoning, leadWeight, end));
  const groups =
    entries.length * graph.size <= MOST_PAIR_WORK ? entries.map((entry) => [entry]) : [[...entries]];
  return groups.flatMap((group) => {
    const [low, likely, high] = paths.map((path) => path.toEnds(group));
    return [...(likely ?? [])].flatMap(([end, time]) => {
      const entryStep = firstStep(graph, group[0] ?? -1);
      const endStep = lastStep(graph, end);
      if (!entryStep || !endStep) return [];
      const sums = { low: low?.get(end) ?? time, likely: time, high: high?.get(end) ?? time };
      const leadTime = figureOf(reckoning, sums, cover, CONVENTIONS.leadTimePair);
      return [{ entry: entryStep.key, end: endStep.key, leadTime }];
    });
  });
}

function figureValue(reckoning: FlowReckoning): Figure {
  const onPath = reckoning.stream.steps.filter(isPerUnit);
  const cover = coverage(
    reckoning,
    () => true,
    (step) => [step.value === null ? null : valueSource(step)],
  );
  const marked =
    onPath.some((step) => step.value === 'VALUE') || (onPath.length > 0 && cover.measured === cover.of);
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention: CONVENTIONS.valueAddedTime,
    ofSteps: cover.of,
  };
  if (!marked) return unknownFigure('no step is marked (value) yet', ground);
  const sums = largestPath(reckoning, valueWeight);
  return figureOf(reckoning, sums, { ...cover, measuredWord: VALUE_WORD }, CONVENTIONS.valueAddedTime);
}

/** A step that is marked (value) needs its time as well. */
export const VALUE_WORD = 'steps say whether they add value';

/** A marked step counts as measured where its mark leaves no time open. */
function valueSource(step: Step): Step['processTime'] {
  if (step.value === 'VALUE') return step.processTime;
  return { low: 0, likely: 0, high: 0, source: 'SAID' };
}
