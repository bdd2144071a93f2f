import { unknownFigure, type Figure, type FigureGround, type StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import { changeoverGround, figureStation } from './figure-station.js';
import { isPerUnit, isReckoned, type FlowReckoning } from './reckon-flow.js';
import {
  busyShare,
  cycleTime,
  cycleWithChangeovers,
  everyPartEvery,
  isStation,
  leastBatch,
  leastUptime,
  longestChangeover,
  numbersOf,
  taktOfStep,
  waitInBatch,
  type StationMeasure,
  type StationNumbers,
} from './station.js';
import type { BusiestStation, StationBalance, StationFigures } from './station-balance.js';
import { lostPerWeek, waitWithinBatches } from './station-sums.js';

const TOLERANCE = 1e-9;

/** What stoppages, changeovers and batches make of the steps for which they are told, in the order of the stream. */
export function balanceStations(reckoning: FlowReckoning): StationBalance {
  const passed = reckoning.stream.steps.filter((step) => isPerUnit(step) && !step.outside);
  const told = passed.filter(isStation);
  const stations = told.map((step) => stationOf(reckoning, step));
  return {
    stations,
    busiest: busiestOf(reckoning, passed),
    lostPerWeek: lostPerWeek(reckoning, told),
    waitInBatches: waitWithinBatches(reckoning, told),
    longestEveryPartEvery: stations.reduce<StationFigures | null>(longerOf, null),
  };
}

/** Nothing is known of the stations of a stream that cannot be reckoned. */
export function noStations(reason: string): StationBalance {
  const none = (unit: FigureGround['unit'], convention: string) =>
    unknownFigure(reason, { unit, convention, ofSteps: 0 });
  return {
    stations: [],
    busiest: null,
    lostPerWeek: none('HOURS_PER_WEEK', CONVENTIONS.lostPerWeek),
    waitInBatches: none('WORKING_SECONDS', CONVENTIONS.waitInBatches),
    longestEveryPartEvery: null,
  };
}

function stationOf(reckoning: FlowReckoning, step: Step): StationFigures {
  const { calendar } = reckoning.stream;
  const figure = (unit: FigureGround['unit'], convention: string, measure: StationMeasure) =>
    figureStation(reckoning, step, { unit, convention, calendar, ...changeoverGround(step) }, measure);
  const plain = (unit: FigureGround['unit'], convention: string, measure: StationMeasure) =>
    figureStation(reckoning, step, { unit, convention, calendar }, measure);
  const againstTakt = figure('FRACTION', CONVENTIONS.stationAgainstTakt, busyShare);
  return {
    step: step.key,
    line: step.line,
    cycleTime: plain('WORKING_SECONDS', CONVENTIONS.cycleTime, cycleTime),
    cycleWithChangeovers: figure('WORKING_SECONDS', CONVENTIONS.cycleWithChangeovers, cycleWithChangeovers),
    takt: plain('WORKING_SECONDS', CONVENTIONS.taktOfStep, taktOfStep),
    againstTakt,
    behindTakt: isBehind(againstTakt),
    everyPartEvery: plain('WORKING_SECONDS', CONVENTIONS.everyPartEvery, everyPartEvery),
    leastBatch: plain('COUNT', CONVENTIONS.leastBatch, wholePieces),
    longestChangeover: plain('WORKING_SECONDS', CONVENTIONS.longestChangeover, longestChangeover),
    leastUptime: plain('FRACTION', CONVENTIONS.leastUptime, leastUptime),
    waitInBatch: plain('WORKING_SECONDS', CONVENTIONS.waitInBatch, waitInBatch),
  };
}

/** The pieces of a batch with which a step just keeps up, rounded up to whole ones. */
export function wholePieces(numbers: StationNumbers): number | string {
  const pieces = leastBatch(numbers);
  return typeof pieces === 'string' ? pieces : Math.max(1, Math.ceil(pieces * (1 - TOLERANCE)));
}

function isBehind({ value, atLeast }: Figure): boolean | null {
  if (value === null) return null;
  if (value > 1 + TOLERANCE) return true;
  return atLeast ? null : false;
}

function longerOf(most: StationFigures | null, one: StationFigures): StationFigures | null {
  const time = one.everyPartEvery.value;
  if (time === null) return most;
  return time > (most?.everyPartEvery.value ?? -1) * (1 + 1e-12) ? one : most;
}

/** Over all steps of ours, those included of which nothing but the process time is told. */
function busiestOf(reckoning: FlowReckoning, steps: readonly Step[]): BusiestStation | null {
  let most: { readonly step: Step; readonly used: number } | null = null;
  let known = 0;
  for (const step of steps) {
    if (!isReckoned(reckoning, reckoning.graph.nodeOf.get(step.key) ?? -1)) continue;
    const used = busyShare(numbersOf(reckoning, step, 'likely'));
    if (typeof used === 'string') continue;
    known += 1;
    if (!most || used > most.used * (1 + 1e-12)) most = { step, used };
  }
  if (!most) return null;
  const ground: FigureGround = {
    unit: 'FRACTION',
    convention: CONVENTIONS.busiestStation,
    calendar: reckoning.stream.calendar,
    measuredSteps: known,
    ofSteps: steps.length,
    ...changeoverGround(most.step),
  };
  return { step: most.step.key, againstTakt: figureStation(reckoning, most.step, ground, busyShare) };
}

/** The keys of the steps that fall behind takt with their stoppages and changeovers. */
export function behindTakt({ stations }: StationBalance): readonly StepKey[] {
  return stations.flatMap(({ step, behindTakt: behind }) => (behind === true ? [step] : []));
}
