import type { Step } from '../stream/index.js';
import { OTHER_END, type FlowGraph, type RangeEnd } from './flow-graph.js';
import { bufferTimes, processWeight, reworkTimes, valueWeight } from './node-weights.js';
import { alongWay, LEAD, longestWay, processSum, valueSum } from './path-sums.js';
import type { NodeWeight } from './path-time.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';
import { settledAtEnds } from './sum-ends.js';

/** The least and the most that a ratio of two times can be. */
export interface RatioEnds {
  readonly low: number;
  readonly high: number;
}

/** Which time is set by the lead time: all process time on the path, or that of the steps marked (value). */
export type RatioPart = 'PROCESS' | 'VALUE';

/**
 * Least where the times of the part are least and all else of the lead time is most, most the other way round; a time
 * that is in both counts the same in both. Shares stand as they make the part or the lead time least, or most.
 * Nothing where no number of the stream is a range.
 */
export function ratioEnds(reckoning: FlowReckoning, part: RatioPart): RatioEnds | null {
  if (!reckoning.ranged) return null;
  const sum = part === 'PROCESS' ? processSum(reckoning) : valueSum(reckoning);
  const [lead, own] = [settledAtEnds(reckoning, LEAD), settledAtEnds(reckoning, sum)];
  const scenes = reckoning.shared ? [lead.likely, lead.low, lead.high, own.low, own.high] : [reckoning];
  const way = longestWay(reckoning);
  const at = (end: RangeEnd): readonly number[] =>
    scenes.flatMap((scene) => {
      const settled: FlowReckoning = reckoning.shared ? scene : { ...scene, visits: likelyOnly(scene) };
      const whole = alongWay(settled, way, (of) => mixedLead(of, end, part), end);
      const of = alongWay(settled, way, part === 'PROCESS' ? processWeight : valueWeight, end);
      return whole > 0 ? [of / whole] : [];
    });
  const [low, high] = [at('low'), at('high')];
  return low.length === 0 || high.length === 0 ? null : { low: Math.min(...low), high: Math.max(...high) };
}

function likelyOnly({ visits: { likely } }: FlowReckoning): FlowReckoning['visits'] {
  return { low: likely, likely, high: likely };
}

/** The lead time of a node whose part stands at this end, and everything else in it at the other. */
function mixedLead(reckoning: FlowReckoning, end: RangeEnd, part: RatioPart): NodeWeight {
  const { graph, stream } = reckoning;
  const wait = bufferTimes(stream, OTHER_END[end]);
  const rework = reworkTimes(reckoning, part === 'PROCESS' ? end : OTHER_END[end]);
  return (index) => {
    const buffer = graph.flow.nodes[index];
    const own = buffer?.kind === 'STEP' ? leadOfStep(graph, index, end, part) : (wait(buffer) ?? 0);
    return own + (rework.get(index) ?? 0);
  };
}

function leadOfStep({ steps }: FlowGraph, index: number, end: RangeEnd, part: RatioPart): number {
  const step = steps[index];
  if (!step || !isPerUnit(step)) return 0;
  const process = step.processTime?.[isOf(step, part) ? end : OTHER_END[end]] ?? 0;
  return Math.max(process, step.leadTime?.[OTHER_END[end]] ?? 0);
}

function isOf({ value }: Step, part: RatioPart): boolean {
  return part === 'PROCESS' || value === 'VALUE';
}
