import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
  type FigureSource,
  type Quantity,
} from '../../shared/index.js';
import type { Step } from '../../stream/index.js';
import type { RangeEnd } from '../flow-graph.js';
import { isPerUnit, isReckoned } from '../reckon-flow.js';
import { NO_DEMAND, untold, type ConventionGround, type NamedPart } from './named-convention.js';

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

export type Missing = string;

/** What a measure of a station gives: a number, or what is missing for it. */
export type StationMeasure = (numbers: StationNumbers) => number | Missing;

const OTHER: Readonly<Record<RangeEnd, RangeEnd>> = { low: 'high', likely: 'likely', high: 'low' };

/** The measure of every step of ours that units pass; a step for which something is missing says what. */
export function eachStation(
  ground: ConventionGround,
  base: FigureGround,
  measure: StationMeasure,
  more: Partial<FigureGround> = {},
  concerns: (step: Step) => boolean = (step) => !step.outside,
): readonly NamedPart[] {
  const steps = ground.stream.steps.filter((step) => isPerUnit(step) && concerns(step));
  if (steps.length === 0) return untold('no step of ours is passed by units', base);
  return steps.map((step) => ({
    step: step.key,
    line: step.line,
    figure: figureStation(ground, step, { ...base, ...more }, measure),
  }));
}

/** One measure of one step. */
export function figureStation(
  ground: ConventionGround,
  step: Step,
  base: FigureGround,
  measure: StationMeasure,
): Figure {
  const node = ground.reckoning.graph.nodeOf.get(step.key) ?? -1;
  if (!isReckoned(ground.reckoning, node))
    return unknownFigure('nobody knows how many units come to this step', base);
  const at = (end: RangeEnd) => measure(numbersOf(ground, step, end));
  const likely = at('likely');
  const source = derivedSource(sourcesOf(ground, step));
  if (typeof likely === 'string') return unknownFigure(likely, { ...base, source });
  const [low, high] = [at('low'), at('high')];
  const ends = typeof low === 'number' && typeof high === 'number' ? { low, high } : {};
  return knownFigure(likely, { ...base, source, ...ends });
}

function numbersOf({ stream, reckoning }: ConventionGround, step: Step, end: RangeEnd): StationNumbers {
  const { calendar, demandPerWeek } = stream;
  const told = (quantity: Quantity | null) => quantity?.[end] ?? null;
  return {
    day: calendar.secondsPerDay,
    demand: demandPerWeek ? demandPerWeek[end] / calendar.daysPerWeek : null,
    visits: reckoning.visits[end].total[reckoning.graph.nodeOf.get(step.key) ?? -1] ?? 0,
    people: step.people,
    process: told(step.processTime),
    lead: told(step.leadTime),
    uptime: step.uptime?.[OTHER[end]] ?? 1,
    changeover: told(step.changeover),
    batch: step.batch,
  };
}

function sourcesOf({ stream }: ConventionGround, step: Step): readonly FigureSource[] {
  const told = [step.processTime, step.leadTime, step.uptime, step.changeover, stream.demandPerWeek];
  return told.flatMap((quantity) => (quantity ? [quantity.source] : []));
}

export const NO_PROCESS = 'nobody has measured the process time yet';
export const NO_BATCH = 'nobody has said how many pieces a batch has (`batch 50` behind the step)';
export const NO_CHANGEOVER = 'nobody has said how long a changeover takes (`changeover 10m` behind the step)';

/** Process time / people. */
export function cycleTime({ process, people }: StationNumbers): number | Missing {
  return process === null ? NO_PROCESS : process / Math.max(1, people);
}

/** Cycle time / uptime. */
export function effectiveCycle(numbers: StationNumbers): number | Missing {
  const cycle = cycleTime(numbers);
  if (typeof cycle === 'string') return cycle;
  return numbers.uptime > 0 ? cycle / numbers.uptime : 'its uptime is 0 %: nothing ever comes out';
}

/** Units that come to the step in a day. */
export function unitsPerDay({ demand, visits }: StationNumbers): number | Missing {
  return demand === null ? NO_DEMAND : demand * visits;
}

/** Cycle time with stoppages × units that come in a day. */
export function runTime(numbers: StationNumbers): number | Missing {
  return both(effectiveCycle(numbers), unitsPerDay(numbers), (cycle, units) => cycle * units);
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
export function divided(a: number, b: number, nothing: string): number | Missing {
  return b > 0 ? a / b : nothing;
}
