import { expectVisits, type Visits } from './expected-visits.js';
import type { FlowGraph, RangeEnd } from './flow-graph.js';
import type { FlowReckoning } from './reckon-flow.js';
import { settleShares, type Aim } from './settle-shares.js';
import { atEnds, type AtEnds } from './sum-figure.js';
import { valueAhead } from './value-ahead.js';

/** A sum over the visits of one unit. */
export interface VisitSum {
  /** The sum, with times at one end of their ranges. */
  of(reckoning: FlowReckoning, end: RangeEnd): number;
  /** What each pass of a node adds to it as the visits are; 0 where something longer runs beside it. */
  weights(reckoning: FlowReckoning, end: RangeEnd): Float64Array;
  /** true for units that go all the way. */
  readonly unlost?: boolean;
}

/** The reckonings in which a sum is least, likely and most: shares at the value that makes it so, and still all units together. */
export function settledAtEnds(reckoning: FlowReckoning, sum: VisitSum): AtEnds<FlowReckoning> {
  return atEnds(reckoning, (end) => settled(reckoning, sum, end));
}

/** The sum at each end of every range. */
export function sumAtEnds(reckoning: FlowReckoning, sum: VisitSum): AtEnds<number> {
  const ends = settledAtEnds(reckoning, sum);
  return atEnds(reckoning, (end) => sum.of(ends[end], end));
}

/** So often the ends of the shares are chosen again, because others have moved what lies ahead of them. */
const MOST_ROUNDS = 6;

function settled(reckoning: FlowReckoning, sum: VisitSum, end: RangeEnd): FlowReckoning {
  const unlost = sum.unlost ?? false;
  let best = withVisits(reckoning, reckoning.graph, reckoning.visits.likely);
  if (unlost) best = reckoned(reckoning, reckoning.graph, unlost) ?? best;
  if (end === 'likely' || !reckoning.shared) return best;
  const aim: Aim = { sign: end === 'low' ? -1 : 1, unlost };
  let reached = sum.of(best, end);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { regions, visits } = best;
    const ahead = valueAhead(regions, visits.likely, sum.weights(best, end));
    const next = ahead && reckoned(reckoning, settleShares(reckoning.graph, ahead, aim), unlost);
    const value = next ? sum.of(next, end) : NaN;
    if (!next || !(aim.sign * (value - reached) > 1e-12 * Math.abs(reached))) break;
    best = next;
    reached = value;
  }
  return best;
}

function reckoned(reckoning: FlowReckoning, graph: FlowGraph, unlost: boolean): FlowReckoning | null {
  const visits = expectVisits(graph, reckoning.regions, 'likely', { unlost });
  return visits && withVisits(reckoning, graph, visits);
}

function withVisits(reckoning: FlowReckoning, graph: FlowGraph, visits: Visits): FlowReckoning {
  return { ...reckoning, graph, visits: { low: visits, likely: visits, high: visits } };
}
