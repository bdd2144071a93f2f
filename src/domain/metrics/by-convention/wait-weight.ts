import type { RangeEnd } from '../flow-graph.js';
import { bufferTimes } from '../node-weights.js';
import type { NodeWeight } from '../path-time.js';
import { isPerUnit, type FlowReckoning } from '../reckon-flow.js';

/** What a unit waits at a node: in a buffer, and in a step while nobody has hands on it. */
export function waitWeight({ graph, stream }: FlowReckoning, end: RangeEnd): NodeWeight {
  const wait = bufferTimes(stream, end);
  return (index) => {
    const step = graph.steps[index];
    if (!step) return wait(graph.flow.nodes[index]) ?? 0;
    if (!isPerUnit(step) || !step.leadTime) return 0;
    return Math.max(0, step.leadTime[end] - (step.processTime?.[end] ?? 0));
  };
}
