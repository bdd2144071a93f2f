import { foldName, knownFigure, unknownFigure, type Figure, type FigureGround } from '../shared/index.js';
import type { Force, Step, ValueStream } from '../stream/index.js';
import { lastStep } from './flow-ends.js';
import type { RangeEnd, ReturnArc } from './flow-graph.js';
import type { SeamCrossing, SeamReturn, SeamWeight } from './forces-weight.js';
import { figureTime, handOffsOn, shareOf, type SidesAtEnds } from './part-figures.js';
import type { FlowReckoning } from './reckon-flow.js';
import { sideBetween } from './sides-of-flow.js';
import type { Rework, StreamMetrics, Transfer } from './stream-metrics.js';

const WAIT =
  'Expected time that one entering unit lies, on its path, between a step of the one force and a step of the other.';
const PER_UNIT = 'Expected number for one entering unit: losses, branches and returns counted.';
const HOURS =
  'Sum over the returns that cross the seam of what each adds, against the same stream without it.';

/** What happens at the seam: waits, hand-offs, work that comes back, and who stands on both sides. */
export function weighSeam(reckoning: FlowReckoning, metrics: StreamMetrics, sides: SidesAtEnds): SeamWeight {
  const { stream } = reckoning;
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  const crossings = metrics.transfers.flatMap((transfer) => {
    const [from, to] = [steps.get(transfer.from), steps.get(transfer.to)];
    if (!transfer.seam || transfer.kind === 'RETURN' || !from || !to) return [];
    return [crossingOf(transfer, from, to)];
  });
  const returns = returnsOver(reckoning, metrics);
  const wait = figureWait(reckoning, sides, crossings);
  const atSeam = new Set([...crossings, ...returns].flatMap(({ from, to }) => [from, to]));
  const around = stream.steps.filter(({ key }) => atSeam.has(key));
  const none = around.length === 0;
  return {
    wait,
    leadTimeShare: shareOf(wait, metrics.leadTime, TOLD_WAYS),
    handOffs: none
      ? unknownFigure(NO_SEAM, { unit: 'COUNT', convention: PER_UNIT })
      : handOffsOn(stream, around, metrics, 'SEAM'),
    crossings,
    returns,
    returnsPerUnit: sumOf(
      returns.map(({ perUnit }) => perUnit),
      { unit: 'COUNT', convention: PER_UNIT },
    ),
    returnedHoursPerWeek: returnedHours(stream, returns),
    onBothSides: performersOfBoth(stream),
  };
}

/** The seam is made of ways, not of steps. */
const TOLD_WAYS = 'ways over the seam tell a wait';

const NO_SEAM = 'work does not pass from a step of the one force to a step of the other';

/** The seam of a stream whose flow cannot be reckoned. */
export function noSeam(stream: ValueStream, whyNot: string): SeamWeight {
  const none = (unit: Figure['unit'], convention: string): Figure =>
    unknownFigure(whyNot, { unit, convention });
  return {
    wait: none('WORKING_SECONDS', WAIT),
    leadTimeShare: none('FRACTION', WAIT),
    handOffs: none('COUNT', PER_UNIT),
    crossings: [],
    returns: [],
    returnsPerUnit: none('COUNT', PER_UNIT),
    returnedHoursPerWeek: none('HOURS_PER_WEEK', HOURS),
    onBothSides: performersOfBoth(stream),
  };
}

function crossingOf({ perUnit, shareUnknown, wait, whys }: Transfer, from: Step, to: Step): SeamCrossing {
  const ground: FigureGround = { unit: 'COUNT', convention: PER_UNIT };
  return {
    from: from.key,
    to: to.key,
    giving: from.performers,
    taking: to.performers,
    perUnit: shareUnknown
      ? unknownFigure('the share of the units that come this way is not told', ground)
      : knownFigure(perUnit, ground),
    wait,
    whys,
  };
}

function figureWait(
  reckoning: FlowReckoning,
  sides: SidesAtEnds,
  crossings: readonly SeamCrossing[],
): Figure {
  const told = crossings.filter(({ wait }) => wait !== null).length;
  const of = crossings.length;
  const cover = {
    measured: told,
    of,
    atLeast: told < of,
    source: 'DERIVED' as const,
    remarks: [],
    measuredWord: TOLD_WAYS,
  };
  const whyNot = of === 0 ? NO_SEAM : 'nobody has told a wait at the seam';
  const ground: FigureGround = {
    unit: 'WORKING_SECONDS',
    convention: WAIT,
    measuredSteps: told,
    ofSteps: of,
  };
  if (told === 0 && sides.likely.SEAM.lead === 0) return unknownFigure(whyNot, ground);
  return figureTime(reckoning, sides, 'SEAM', ({ lead }) => lead, cover, WAIT);
}

function returnsOver(reckoning: FlowReckoning, { rework }: StreamMetrics): readonly SeamReturn[] {
  const { graph } = reckoning;
  const costs = new Map(rework.map((one) => [`${one.line} ${one.from} ${one.to}`, one]));
  return graph.returns.flatMap((one) => {
    const from = lastStep(graph, one.origin);
    const to = graph.steps[one.target];
    if (!from || !to || sideBetween(from, to) !== 'SEAM') return [];
    return [returnOf(reckoning, one, from, to, costs.get(`${one.arc.line} ${from.key} ${to.key}`))];
  });
}

function returnOf(
  { visits }: FlowReckoning,
  one: ReturnArc,
  from: Step,
  to: Step,
  cost: Rework | undefined,
): SeamReturn {
  const { share, time, line } = one.arc;
  const unknown = (unit: Figure['unit'], convention: string): Figure =>
    unknownFigure('nobody has said which share of the units comes back', { unit, convention });
  const at = (end: RangeEnd): number =>
    time ? (visits[end].total[one.origin] ?? 0) * (share?.[end] ?? 0) : visits[end].returned(one);
  const ofLine = 'Share of the units at the line that it leaves.';
  return {
    from: from.key,
    to: to.key,
    line,
    share: share
      ? knownFigure(share.likely, {
          unit: 'FRACTION',
          convention: ofLine,
          low: share.low,
          high: share.high,
          source: share.source,
        })
      : unknown('FRACTION', ofLine),
    perUnit: share
      ? knownFigure(at('likely'), {
          unit: 'COUNT',
          convention: PER_UNIT,
          low: at('low'),
          high: at('high'),
          source: share.source,
        })
      : unknown('COUNT', PER_UNIT),
    hoursPerWeek: cost?.hoursPerWeek ?? unknown('HOURS_PER_WEEK', HOURS),
    leadTime: cost?.leadTime ?? unknown('WORKING_SECONDS', WAIT),
  };
}

/** Nothing comes back: 0, which is known. */
function sumOf(figures: readonly Figure[], ground: FigureGround): Figure {
  const known = figures.filter(({ value }) => value !== null);
  const covered = {
    ...ground,
    measuredSteps: known.length,
    ofSteps: figures.length,
    measuredWord: 'returns told',
  };
  if (figures.length > 0 && known.length === 0)
    return unknownFigure(figures[0]?.whyNot ?? 'nobody has said what comes back', covered);
  const add = (of: (figure: Figure) => number | null): number =>
    known.reduce((sum, figure) => sum + (of(figure) ?? 0), 0);
  return knownFigure(
    add(({ value }) => value),
    { ...covered, low: add(({ low }) => low), high: add(({ high }) => high) },
  );
}

function returnedHours({ demandPerWeek }: ValueStream, returns: readonly SeamReturn[]): Figure {
  const ground: FigureGround = { unit: 'HOURS_PER_WEEK', convention: HOURS };
  if (!demandPerWeek && returns.length > 0)
    return unknownFigure('nobody has said how many units enter (a line such as `demand: 40/month`)', ground);
  return sumOf(
    returns.map(({ hoursPerWeek }) => hoursPerWeek),
    ground,
  );
}

function performersOfBoth({ steps }: ValueStream): readonly string[] {
  const of = (force: Force) =>
    new Map(
      steps
        .filter((step) => step.force === force)
        .flatMap((step) => step.performers.map((name) => [foldName(name), name] as const)),
    );
  const fulfilment = of('FULFILMENT');
  return [...of('SALES')].flatMap(([folded, name]) => (fulfilment.has(folded) ? [name] : []));
}
