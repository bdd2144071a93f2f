import {
  derivedSource,
  knownFigure,
  unknownFigure,
  type Figure,
  type FigureGround,
} from '../../shared/index.js';
import type { FlowArc } from '../../stream/index.js';
import { leadCoverage } from '../coverage.js';
import { expectVisits } from '../expected-visits.js';
import type { FlowGraph, RangeEnd, ReturnArc } from '../flow-graph.js';
import { leadWeight } from '../node-weights.js';
import { largestPath } from '../path-figures.js';
import type { FlowReckoning } from '../reckon-flow.js';
import { atEnds, figureSum } from '../sum-figure.js';
import { ofStream, untold, type NamedConvention, type NamedPart } from './named-convention.js';
import { reworkOnce, stepsWithoutReturn, withoutReturns, type OnceBack } from './once-back.js';

/** Rework as tools reckon it that do not follow a unit round its loops. */
export const REWORK_TIMES = {
  LEAD_TIME_WITHOUT_REWORK: {
    title: 'Lead time without rework',
    unit: 'WORKING_SECONDS',
    definition:
      'As the lead time of the stream, were nothing sent back; a branch all of whose units go back is then taken by none.',
    measure: ({ reckoning }, base) => ofStream(leadWithout(reckoning, base)),
  },
  REWORK_ONCE: {
    title: 'Rework of one pass, by step',
    unit: 'WORKING_SECONDS',
    definition:
      'Each return is taken once: share of the units × lead time from the step that they return to, up to the line that they leave. A step without a return of its own is repeated once by the share that its %C&A leaves. Rework of rework is left out.',
    measure: ({ reckoning }, base) => reworkParts(reckoning, base),
  },
  REWORK_ONCE_TOTAL: {
    title: 'Rework of one pass',
    unit: 'WORKING_SECONDS',
    definition: 'The rework of one pass of all returns and of all steps without one, added up.',
    measure: ({ reckoning }, base) => ofStream(reworkTotal(reckoning, base)),
  },
  LEAD_TIME_WITH_REWORK_ONCE: {
    title: 'Lead time with rework of one pass',
    unit: 'WORKING_SECONDS',
    definition: 'Lead time without rework + rework of one pass: some tools call it the worst case.',
    measure: ({ reckoning }, base) => {
      const straight = leadWithout(reckoning, base);
      const extra = reworkTotal(reckoning, base);
      return ofStream(plus(straight, extra, base));
    },
  },
  LEAD_TIME_REPEATED_UNTIL_RIGHT: {
    title: 'Lead time where every step is repeated until it is right',
    unit: 'WORKING_SECONDS',
    definition:
      'As the lead time of the stream, returns included, and each step without a return of its own is repeated until its output is complete and accurate: lead time / %C&A.',
    measure: ({ reckoning }, base) => ofStream(untilRight(reckoning, base)),
  },
  REWORK_MULTIPLIER: {
    title: 'Rework multiplier',
    unit: 'COUNT',
    definition:
      'What the returns that repeat steps make of one pass, wherever they lead to: 1 / (1 − sum of their shares).',
    measure: ({ reckoning }, base) => ofStream(multiplier(reckoning, base)),
  },
  LEAD_TIME_BY_REWORK_MULTIPLIER: {
    title: 'Lead time by the rework multiplier',
    unit: 'WORKING_SECONDS',
    definition: 'Lead time without rework × rework multiplier: as if every return began the stream again.',
    measure: ({ reckoning }, base) => {
      const factor = multiplier(reckoning, base);
      if (factor.value === null) return untold(factor.whyNot ?? 'the multiplier is not known', base);
      return ofStream(scaled(leadWithout(reckoning, base), factor.value, base));
    },
  },
} satisfies Record<string, NamedConvention>;

function leadWithout(reckoning: FlowReckoning, base: FigureGround): Figure {
  const bare = withoutReturns(reckoning);
  if (!bare) return unknownFigure('the flow cannot be followed to its end', base);
  return figureSum(reckoning, largestPath(bare, leadWeight), leadCoverage(bare), base.convention);
}

function reworkParts(reckoning: FlowReckoning, base: FigureGround): readonly NamedPart[] {
  const parts = reworkOnce(reckoning);
  if (!parts) return untold(TOO_MANY, base);
  if (parts.length === 0) return untold(NO_REWORK, base);
  return parts.map(({ step, line, time }) => ({ step, line, figure: knownFigure(time, base) }));
}

const TOO_MANY = 'the stream has so many long returns that nobody would wait for each of them';
const NO_REWORK = 'nothing is told to return (`back to`), and no step has a %C&A';

function reworkTotal(reckoning: FlowReckoning, base: FigureGround): Figure {
  const parts = reworkOnce(reckoning);
  if (!parts) return unknownFigure(TOO_MANY, base);
  if (parts.length === 0) return unknownFigure(NO_REWORK, base);
  return knownFigure(totalOf(parts), { ...base, ...judged(reckoning) });
}

function totalOf(parts: readonly OnceBack[]): number {
  return parts.reduce((sum, { time }) => sum + time, 0);
}

/** A step that says neither how good its output is nor where it returns to may add more. */
function judged({ graph }: FlowReckoning): Partial<FigureGround> {
  const own = new Set(graph.returns.map((one) => one.origin));
  const steps = graph.steps.flatMap((step, node) =>
    step && step.everySeconds === null ? [{ step, node }] : [],
  );
  const known = steps.filter(({ step, node }) => step.completeAndAccurate !== null || own.has(node));
  return {
    measuredSteps: known.length,
    ofSteps: steps.length,
    measuredWord: 'steps have a %C&A or a return',
    source: derivedSource(
      known.flatMap(({ step }) => (step.completeAndAccurate ? [step.completeAndAccurate.source] : [])),
    ),
  };
}

function plus(a: Figure, b: Figure, base: FigureGround): Figure {
  if (a.value === null) return a;
  if (b.value === null) return unknownFigure(b.whyNot ?? NO_REWORK, base);
  const { measuredSteps, ofSteps } = b;
  const ground = { ...base, measuredSteps, ofSteps, measuredWord: 'steps have a %C&A or a return' };
  return knownFigure(a.value + b.value, {
    ...ground,
    atLeast: a.atLeast || b.atLeast,
    source: derivedSource([a.source, b.source]),
    low: (a.low ?? 0) + (b.low ?? 0),
    high: (a.high ?? 0) + (b.high ?? 0),
  });
}

function untilRight(reckoning: FlowReckoning, base: FigureGround): Figure {
  const steps = stepsWithoutReturn(reckoning.graph);
  const graph = repeating(reckoning.graph, steps);
  const at = (end: RangeEnd) => expectVisits(graph, reckoning.regions, end);
  const { low, likely, high } = atEnds({ ...reckoning, ranged: true }, at);
  if (!likely) return unknownFigure('a step of which nothing can be used is repeated for ever', base);
  const visits = { low: low ?? likely, likely, high: high ?? likely };
  const repeated = { ...reckoning, graph, visits };
  return figureSum(reckoning, largestPath(repeated, leadWeight), leadCoverage(reckoning), base.convention);
}

function repeating(graph: FlowGraph, steps: ReturnType<typeof stepsWithoutReturn>): FlowGraph {
  const added = steps.map(({ node, left }): ReturnArc => {
    const arc: FlowArc = { from: node, to: node, kind: 'RETURN', share: left, time: null, line: null };
    return { arc, from: node, to: node, origin: node, target: node };
  });
  const returnsFrom = new Map(graph.returnsFrom);
  for (const one of added) returnsFrom.set(one.from, [...(returnsFrom.get(one.from) ?? []), one]);
  return { ...graph, returns: [...graph.returns, ...added], returnsFrom };
}

function multiplier({ graph }: FlowReckoning, base: FigureGround): Figure {
  const shares = graph.returns.flatMap(({ arc }) => (arc.time === null && arc.share ? [arc.share] : []));
  const ground: FigureGround = {
    ...base,
    unit: 'COUNT',
    measuredSteps: 0,
    ofSteps: 0,
    source: derivedSource(shares.map((share) => share.source)),
  };
  const sum = (end: RangeEnd) => shares.reduce((total, share) => total + share[end], 0);
  if (sum('likely') >= 1)
    return unknownFigure(
      'the shares of all returns add up to 100 % or more, and this convention knows no end then',
      ground,
    );
  const ends = sum('high') < 1 ? { low: 1 / (1 - sum('low')), high: 1 / (1 - sum('high')) } : {};
  return knownFigure(1 / (1 - sum('likely')), { ...ground, ...ends });
}

function scaled(time: Figure, factor: number, base: FigureGround): Figure {
  if (time.value === null) return time;
  const { measuredSteps, ofSteps, atLeast, source } = time;
  return knownFigure(time.value * factor, {
    ...base,
    measuredSteps,
    ofSteps,
    atLeast,
    source,
    low: (time.low ?? time.value) * factor,
    high: (time.high ?? time.value) * factor,
  });
}
