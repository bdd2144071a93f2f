import { unknownFigure, type Figure, type StepKey } from '../shared/index.js';
import type { Force, Step, ValueStream } from '../stream/index.js';
import { coverage, type Coverage } from './coverage.js';
import type { ForcesWeight, ForceWeight } from './forces-weight.js';
import {
  figureEffort,
  figureHours,
  figureTime,
  handOffsOn,
  PART,
  shareOf,
  type SidesAtEnds,
} from './part-figures.js';
import { isWaitKnown, pathBySide, type SideTime } from './path-by-side.js';
import type { FlowReckoning } from './reckon-flow.js';
import { reckonRanges } from './reckon-ranges.js';
import { figureRolled } from './rolled-quality.js';
import { sidesOfFlow, type Side } from './sides-of-flow.js';
import { effortsOfSteps, type StepEffort } from './step-efforts.js';
import type { StreamMetrics } from './stream-metrics.js';
import { noSeam, weighSeam } from './weigh-seam.js';

/** Effort, waiting, quality and hand-offs of both forces and of the seam between them; what cannot be computed says why. */
export function weighForces(stream: ValueStream, metrics: StreamMetrics): ForcesWeight {
  const reckoning = reckonRanges(stream);
  const loose = stream.steps.some((step) => step.force === null);
  if (typeof reckoning === 'string') {
    const none = (of: Force | null): ForceWeight => unreckoned(stream, of, reckoning);
    const seam = noSeam(stream, reckoning);
    return {
      sales: none('SALES'),
      fulfilment: none('FULFILMENT'),
      seam,
      withoutForce: loose ? none(null) : null,
    };
  }
  const sides: SidesAtEnds = {
    low: pathBySide(reckoning, 'low'),
    likely: pathBySide(reckoning, 'likely'),
    high: pathBySide(reckoning, 'high'),
  };
  const efforts = effortsOfSteps(reckoning);
  const ground: Ground = { reckoning, metrics, sides, efforts, timeless: timelessSides(reckoning) };
  const weigh = (of: Force | null): ForceWeight => weighPart(ground, of);
  return {
    sales: weigh('SALES'),
    fulfilment: weigh('FULFILMENT'),
    seam: weighSeam(reckoning, metrics, sides),
    withoutForce: loose || sides.likely.NONE.lead > 0 ? weigh(null) : null,
  };
}

interface Ground {
  readonly reckoning: FlowReckoning;
  readonly metrics: StreamMetrics;
  readonly sides: SidesAtEnds;
  readonly efforts: ReadonlyMap<StepKey, StepEffort>;
  readonly timeless: ReadonlySet<Side>;
}

function weighPart(ground: Ground, force: Force | null): ForceWeight {
  const { reckoning, metrics, sides, efforts } = ground;
  const { stream } = reckoning;
  const side: Side = force ?? 'NONE';
  const own = stream.steps.filter((step) => step.force === force);
  if (own.length === 0 && sides.likely[side].lead === 0) return unreckoned(stream, force, noSteps(force));
  const cover = coverOf(ground, own, side, (step) => [step.leadTime, step.processTime]);
  const waits = coverOf(ground, own, side, (step) => [
    isWaitKnown(step) ? (step.leadTime ?? step.processTime) : null,
  ]);
  const time = (of: (time: SideTime) => number, covered: Coverage, convention: string): Figure =>
    figureTime(reckoning, sides, side, of, covered, convention);
  const leadTime = time(({ lead }) => lead, cover, PART.lead);
  return {
    steps: own.length,
    effort: figureEffort(stream, own, efforts),
    hoursPerWeek: figureHours(own, metrics),
    leadTime,
    leadTimeShare: shareOf(leadTime, metrics.leadTime),
    wait: sides.likely[side].wait > 0 ? time(({ wait }) => wait, waits, PART.wait) : noWait(waits),
    rolledCompleteAndAccurate: figureRolled(partOf(reckoning, own)),
    handOffs: handOffsOn(stream, force === null ? stream.steps : own, metrics, side),
  };
}

/** Where no wait is told nobody knows that nothing waits. */
function noWait({ measured, of }: Coverage): Figure {
  const ground = {
    unit: 'WORKING_SECONDS' as const,
    convention: PART.wait,
    measuredSteps: measured,
    ofSteps: of,
  };
  return unknownFigure('no wait is told between its steps or within them', ground);
}

function noSteps(force: Force | null): string {
  if (force === 'SALES') return 'no step belongs to sales and marketing yet';
  return force === 'FULFILMENT' ? 'no step belongs to process and fulfilment yet' : 'every step has a force';
}

/** The same flow, in which only these steps are steps. */
function partOf(reckoning: FlowReckoning, own: readonly Step[]): FlowReckoning {
  const { graph, stream } = reckoning;
  const kept = new Set(own);
  const steps = graph.steps.map((step) => (step && kept.has(step) ? step : null));
  const returns = graph.returns.filter(({ target }) => steps[target]);
  return { ...reckoning, stream: { ...stream, steps: own }, graph: { ...graph, steps, returns } };
}

function coverOf(
  { reckoning, timeless }: Ground,
  own: readonly Step[],
  side: Side,
  times: (step: Step) => readonly Step['processTime'][],
): Coverage {
  const plain = coverage(partOf(reckoning, own), () => true, times);
  if (!timeless.has(side)) return plain;
  const remarks = [...plain.remarks, 'stock left out, because it is no time without a demand'];
  return { ...plain, atLeast: true, remarks };
}

/** The sides on which a stock lies that is no time, because nobody has told the demand. */
function timelessSides({ graph, stream }: FlowReckoning): ReadonlySet<Side> {
  if ((stream.demandPerWeek?.likely ?? 0) > 0) return new Set();
  const sides = sidesOfFlow(graph);
  return new Set(
    graph.flow.nodes.flatMap((node, at) =>
      node.kind === 'STOCK' && graph.counted[at] ? [sides[at] ?? 'NONE'] : [],
    ),
  );
}

function unreckoned(stream: ValueStream, force: Force | null, whyNot: string): ForceWeight {
  const steps = stream.steps.filter((step) => step.force === force).length;
  const none = (unit: Figure['unit'], convention: string): Figure =>
    unknownFigure(whyNot, { unit, convention, ofSteps: steps });
  return {
    steps,
    effort: none('WORKING_SECONDS', PART.effort),
    hoursPerWeek: none('HOURS_PER_WEEK', PART.hours),
    leadTime: none('WORKING_SECONDS', PART.lead),
    leadTimeShare: none('FRACTION', PART.share),
    wait: none('WORKING_SECONDS', PART.wait),
    rolledCompleteAndAccurate: none('FRACTION', 'Product of the %C&A of its steps.'),
    handOffs: none('COUNT', 'Expected passes between different performers of today.'),
  };
}
