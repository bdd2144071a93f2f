import { unknownFigure, type Figure, type FigureGround, type StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import { coverage, leadCoverage, type Coverage } from './coverage.js';
import { straightPath, type Extreme } from './extreme-paths.js';
import { doorsOf, throughDoor } from './doors.js';
import { firstStep, lastStep } from './flow-ends.js';
import type { LeadPath } from './lead-path.js';
import { leadWeight } from './node-weights.js';
import { EFFORT, LEAD, longest, pathsAt, processSum, UNLOST, valueSum, type WeightOf } from './path-sums.js';
import type { PathTime } from './path-time.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';
import { settledAtEnds, sumAtEnds } from './sum-ends.js';
import { atEnds, figureSum, type AtEnds } from './sum-figure.js';
import { tellPath } from './tell-path.js';

/** More pairs of entries and ends than this are not listed one by one; the largest always is. */
const MOST_PAIR_WORK = 2_000_000;

export interface PathFigures {
  readonly leadTime: Figure;
  readonly leadTimePath: LeadPath | null;
  readonly unlostLeadTime: Figure;
  readonly worstLeadTime: Figure;
  readonly worstPath: LeadPath | null;
  readonly likeliestLeadTime: Figure;
  readonly likeliestPath: LeadPath | null;
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
  const paths = atEnds(reckoning, (end) => pathsAt(reckoning, leadWeight, end));
  const largest = {
    low: longest(reckoning, paths.low),
    likely: longest(reckoning, paths.likely),
    high: longest(reckoning, paths.high),
  };
  const worst = straightest(reckoning, 'WORST');
  const likeliest = straightest(reckoning, 'LIKELIEST');
  return {
    leadTime: figureSum(reckoning, largest, lead, CONVENTIONS.leadTime),
    leadTimePath: tellPath(reckoning, paths.likely, 'EXPECTED'),
    unlostLeadTime: figureSum(reckoning, unlostPath(reckoning, largest), lead, CONVENTIONS.unlostLeadTime),
    worstLeadTime: figureSum(reckoning, worst.times, lead, CONVENTIONS.worstLeadTime),
    worstPath: worst.told,
    likeliestLeadTime: figureSum(reckoning, likeliest.times, lead, CONVENTIONS.likeliestLeadTime),
    likeliestPath: likeliest.told,
    leadTimes: figurePairs(reckoning, paths, lead),
    processTime: figureProcess(reckoning),
    totalEffort: figureEffort(reckoning),
    valueAddedTime: figureValue(reckoning),
  };
}

function figureProcess(reckoning: FlowReckoning): Figure {
  const cover = processCoverage(reckoning);
  return figureSum(reckoning, sumAtEnds(reckoning, processSum(reckoning)), cover, CONVENTIONS.processTime);
}

/** The coverage of hands-on time on the path; work done outside counts where its time is told. */
export function processCoverage(reckoning: FlowReckoning): Coverage {
  const concerns = (step: Step) => !step.outside || step.processTime !== null;
  return coverage(reckoning, concerns, (step) => [step.processTime]);
}

function figureEffort(reckoning: FlowReckoning): Figure {
  const cover = coverage(
    reckoning,
    (step) => !step.outside,
    (step) => [step.processTime],
    false,
  );
  const sums = sumAtEnds(reckoning, EFFORT);
  return figureSum(reckoning, sums, cover, CONVENTIONS.totalEffort);
}

/** The largest sum of these weights to any end, at each end of every range. */
export function largestPath(reckoning: FlowReckoning, weightOf: WeightOf): AtEnds<number> {
  return atEnds(reckoning, (end) => longest(reckoning, pathsAt(reckoning, weightOf, end)));
}

function unlostPath(reckoning: FlowReckoning, lost: AtEnds<number>): AtEnds<number> {
  return reckoning.graph.losses.size === 0 ? lost : sumAtEnds(reckoning, UNLOST);
}

function straightest(
  reckoning: FlowReckoning,
  extreme: Extreme,
): { readonly times: AtEnds<number>; readonly told: LeadPath | null } {
  const ways = atEnds(reckoning, (end) => straightPath(reckoning, extreme, end));
  const times = {
    low: longest(reckoning, ways.low),
    likely: longest(reckoning, ways.likely),
    high: longest(reckoning, ways.high),
  };
  return { times, told: tellPath(reckoning, ways.likely, 'STRAIGHT') };
}

/** The largest expected lead time of one unit, in working seconds. */
export function likelyLeadTime(reckoning: FlowReckoning): number {
  return longest(reckoning, pathsAt(reckoning, leadWeight, 'likely'));
}

function figurePairs(
  reckoning: FlowReckoning,
  paths: AtEnds<PathTime>,
  cover: Coverage,
): PathFigures['leadTimes'] {
  const { entries } = reckoning.graph.flow;
  const { size } = reckoning.graph;
  if (entries.length * size > MOST_PAIR_WORK) return pairsFrom(reckoning, paths, entries, cover);
  return entries.flatMap((entry) => {
    const doors = doorsOf(reckoning, entry, MOST_PAIR_WORK);
    if (doors.length === 1) return pairsFrom(reckoning, paths, [entry], cover);
    return doors.flatMap((door) => pairsThrough(reckoning, door, cover));
  });
}

/** The pairs of one branch of an `either` that the stream begins with: all units come in there. */
function pairsThrough(reckoning: FlowReckoning, door: number, cover: Coverage): PathFigures['leadTimes'] {
  const through = throughDoor(reckoning, door);
  if (!through) return [];
  const settled = settledAtEnds(through, LEAD);
  const paths = atEnds(reckoning, (end) => pathsAt(settled[end], leadWeight, end));
  return pairsFrom(through, paths, [door], cover);
}

function pairsFrom(
  reckoning: FlowReckoning,
  paths: AtEnds<PathTime>,
  entries: readonly number[],
  cover: Coverage,
): PathFigures['leadTimes'] {
  const { graph } = reckoning;
  const low = paths.low.toEnds(entries);
  const likely = paths.likely.toEnds(entries);
  const high = paths.high.toEnds(entries);
  return [...likely].flatMap(([end, time]) => {
    const entryStep = firstStep(graph, entries[0] ?? -1);
    const endStep = lastStep(graph, end);
    if (!entryStep || !endStep) return [];
    const sums = { low: low.get(end) ?? time, likely: time, high: high.get(end) ?? time };
    const leadTime = figureSum(reckoning, sums, cover, CONVENTIONS.leadTimePair);
    return [{ entry: entryStep.key, end: endStep.key, leadTime }];
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
    calendar: reckoning.stream.calendar,
    ofSteps: cover.of,
  };
  if (!marked) return unknownFigure('no step is marked (value) yet', ground);
  const sums = sumAtEnds(reckoning, valueSum(reckoning));
  return figureSum(reckoning, sums, { ...cover, measuredWord: VALUE_WORD }, CONVENTIONS.valueAddedTime);
}

/** A step that is marked (value) needs its time as well. */
export const VALUE_WORD = 'steps say whether they add value';

/** A marked step counts as measured where its mark leaves no time open. */
function valueSource(step: Step): Step['processTime'] {
  if (step.value === 'VALUE') return step.processTime;
  return { low: 0, likely: 0, high: 0, source: 'SAID' };
}
