import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
  type StepKey,
} from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import type { Coverage } from './coverage.js';
import { figureHandOffs } from './hand-offs.js';
import type { pathBySide, SideTime } from './path-by-side.js';
import type { FlowReckoning } from './reckon-flow.js';
import { sideBetween, type Side } from './sides-of-flow.js';
import type { StepEffort } from './step-efforts.js';
import type { StreamMetrics } from './stream-metrics.js';

/** What the figures of a part mean. */
export const PART = {
  effort:
    'Expected visits × process time × people over the steps of this part, for one entering unit; steps done outside and steps with a rhythm of their own left out. The parts add up to the total effort.',
  hours: 'Hours of work a week over the steps of this part, those with a rhythm of their own included.',
  lead: 'What this part adds to the lead time of the stream: expected visits × lead time on the path, of branches that all happen the longest. Sales, fulfilment, the seam and what has no force add up to the lead time.',
  wait: 'What of its part of the lead time is waiting: the waits between its steps, and lead time less process time within them.',
  share:
    'Its part of the lead time / lead time of the stream. Its range: the part at one end beside the rest of the lead time at the other end.',
} as const;

/** The lead time of every side at each end of every range. */
export type SidesAtEnds = Readonly<Record<'low' | 'likely' | 'high', ReturnType<typeof pathBySide>>>;

/** A time of one side at all ends; unknown where nothing on this side is measured. */
export function figureTime(
  { stream }: FlowReckoning,
  sides: SidesAtEnds,
  side: Side,
  of: (time: SideTime) => number,
  cover: Coverage,
  convention: string,
): Figure {
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention,
    calendar: stream.calendar,
    measuredSteps: cover.measured,
    ofSteps: cover.of,
    source: cover.source,
    atLeast: cover.atLeast,
    remarks: cover.remarks,
    ...(cover.measuredWord ? { measuredWord: cover.measuredWord } : {}),
  };
  const value = of(sides.likely[side]);
  if (cover.measured === 0 && value === 0) return unknownFigure('nothing of it is measured yet', ground);
  return knownFigure(value, { ...ground, low: of(sides.low[side]), high: of(sides.high[side]) });
}

/** A part of the lead time as a share of it; measuredWord says what the counted ones of the part have in common, where that is no time of a step. */
export function shareOf(part: Figure, whole: Figure, measuredWord?: string): Figure {
  const ground: FigureGround = {
    unit: 'FRACTION',
    convention: PART.share,
    measuredSteps: part.measuredSteps,
    ofSteps: part.ofSteps,
    source: derivedSource([part.source, whole.source]),
    atLeast: false,
    floorWord: part.atLeast || whole.atLeast ? 'about' : '',
    ...(measuredWord === undefined ? {} : { measuredWord }),
  };
  if (part.value === null) return unknownFigure(part.whyNot ?? 'nothing of it is measured yet', ground);
  if (whole.value === null || whole.value === 0)
    return unknownFigure(whole.whyNot ?? 'the lead time is 0, and nothing is a share of nothing', ground);
  return knownFigure(part.value / whole.value, { ...ground, ...endsOfShare(part, whole) });
}

/** A part is the smallest share where it is least and all else is most. */
function endsOfShare(part: Figure, whole: Figure): Pick<FigureGround, 'low' | 'high'> {
  const of = (own: 'low' | 'high', other: 'low' | 'high'): number => {
    const mine = part[own] ?? 0;
    const rest = Math.max(0, (whole[other] ?? 0) - (part[other] ?? 0));
    return mine + rest > 0 ? mine / (mine + rest) : 0;
  };
  return { low: of('low', 'high'), high: of('high', 'low') };
}

/** The effort of these steps for one entering unit. */
export function figureEffort(
  { calendar }: ValueStream,
  own: readonly Step[],
  efforts: ReadonlyMap<StepKey, StepEffort>,
): Figure {
  const counted = own.flatMap((step) => efforts.get(step.key) ?? []);
  const sum = (end: 'low' | 'likely' | 'high'): number =>
    counted.reduce((total, effort) => total + effort[end], 0);
  const passed = counted.filter(({ perUnit }) => perUnit);
  const measuredSteps = passed.filter(({ known }) => known).length;
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention: PART.effort,
    calendar,
    measuredSteps,
    ofSteps: passed.length,
    source: derivedSource(counted.map(({ source }) => source)),
  };
  if (passed.length === 0 && sum('likely') === 0)
    return unknownFigure('no step of ours here is passed by a unit', ground);
  if (measuredSteps === 0 && sum('likely') === 0)
    return unknownFigure('no step of ours here has its process time measured yet', ground);
  return knownFigure(sum('likely'), { ...ground, low: sum('low'), high: sum('high') });
}

/** The hours a week of these steps. */
export function figureHours(own: readonly Step[], { steps }: StreamMetrics): Figure {
  const loads = own.filter((step) => !step.outside).flatMap((step) => steps.get(step.key)?.loadPerWeek ?? []);
  const known = loads.filter(({ value }) => value !== null);
  const ground: FigureGround = {
    unit: 'HOURS_PER_WEEK',
    convention: PART.hours,
    measuredSteps: known.length,
    ofSteps: loads.length,
    source: derivedSource(known.map(({ source }) => source)),
  };
  const sum = (of: (load: Figure) => number | null): number =>
    known.reduce((total, load) => total + (of(load) ?? 0), 0);
  if (known.length === 0) return unknownFigure(loads[0]?.whyNot ?? 'no step of ours belongs here', ground);
  return knownFigure(
    sum(({ value }) => value),
    { ...ground, low: sum(({ low }) => low), high: sum(({ high }) => high) },
  );
}

/** Hand-offs of one unit on one side; own are the steps that it concerns. */
export function handOffsOn(
  stream: ValueStream,
  own: readonly Step[],
  { transfers }: StreamMetrics,
  side: Side,
): Figure {
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  const passing = transfers.filter(({ from, to }) => {
    const [a, b] = [steps.get(from), steps.get(to)];
    return a && b && sideBetween(a, b) === side;
  });
  return figureHandOffs({ ...stream, steps: own }, passing);
}
