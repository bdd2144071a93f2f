import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
} from '../shared/index.js';
import type { FlowNode } from '../stream/index.js';
import { CONVENTIONS } from './conventions.js';
import type { RangeEnd } from './flow-graph.js';
import { isReckoned, type FlowReckoning } from './reckon-flow.js';

/** A first-in first-out lane with a limit, and what the limit says about the time in it. */
export interface FifoLane {
  readonly line: number | null;
  readonly why: string | null;
  /** Units that may stand in it. */
  readonly places: number;
  /** Places / units that come in a time: nobody waits longer while the limit is kept. */
  readonly longestWait: Figure;
  /** Counted, or what the wait that is told makes of the units that come. */
  readonly unitsWaiting: Figure;
  /** More wait than there are places: one of the numbers is wrong, or the limit is not kept. null where it is not known. */
  readonly overfull: boolean | null;
}

/** The lanes with a limit, in the order of the text. */
export function boundLanes(reckoning: FlowReckoning): readonly FifoLane[] {
  return reckoning.graph.flow.nodes.flatMap((node, at): FifoLane[] => {
    if (node.kind !== 'WAIT' && node.kind !== 'STOCK') return [];
    if (node.passing.kind !== 'FIFO' || node.passing.limit === null) return [];
    return [boundLane(reckoning, at, node, node.passing.limit)];
  });
}

type Buffer = Extract<FlowNode, { kind: 'WAIT' | 'STOCK' }>;

const NOT_KNOWN = 'nobody knows how many units come to this lane';

function boundLane(reckoning: FlowReckoning, at: number, node: Buffer, places: number): FifoLane {
  const { stream, visits } = reckoning;
  const { calendar, demandPerWeek } = stream;
  const week = calendar.secondsPerDay * calendar.daysPerWeek;
  const told = node.kind === 'WAIT' ? node.time : node.units;
  const perWeek = (end: RangeEnd) => (demandPerWeek?.[end] ?? 0) * (visits[end].total[at] ?? 0);
  const passed = isReckoned(reckoning, at) && demandPerWeek !== null;
  const base = {
    calendar,
    measuredSteps: 0,
    ofSteps: 0,
    source: derivedSource([told.source, ...(demandPerWeek ? [demandPerWeek.source] : [])]),
  };
  const longestWait = figureLongest(places * week, passed ? perWeek : () => 0, base);
  const units = { ...base, unit: 'COUNT', convention: CONVENTIONS.fifoUnitsWaiting, note: 'units' } as const;
  const waiting = (end: RangeEnd) => (node.kind === 'STOCK' ? told[end] : (perWeek(end) * told[end]) / week);
  const unitsWaiting =
    node.kind === 'STOCK' || passed
      ? knownFigure(waiting('likely'), { ...units, low: waiting('low'), high: waiting('high') })
      : unknownFigure(NOT_KNOWN, units);
  const overfull = unitsWaiting.value === null ? null : unitsWaiting.value > places * (1 + 1e-9);
  return { line: node.line, why: node.why, places, longestWait, unitsWaiting, overfull };
}

function figureLongest(
  over: number,
  perWeek: (end: RangeEnd) => number,
  base: Omit<FigureGround, 'unit' | 'convention'>,
): Figure {
  const ground: FigureGround = {
    ...base,
    unit: 'WORKING_SECONDS',
    convention: CONVENTIONS.fifoLongestWait,
  };
  const likely = perWeek('likely');
  if (!(likely > 0)) return unknownFigure(NOT_KNOWN, ground);
  const slowest = perWeek('low') > 0 ? perWeek('low') : likely;
  return knownFigure(over / likely, { ...ground, low: over / perWeek('high'), high: over / slowest });
}
