import type { RangeEnd } from '../flow-graph.js';
import { processWeight } from '../node-weights.js';
import { sumPaths, type NodeWeight, type PathTime } from '../path-time.js';
import { isPerUnit, type FlowReckoning } from '../reckon-flow.js';

/**
 * The process time of a node, where a gate that opens a block of branches stands for the whole block: rung by rung the
 * larger of its branches. path sums such weights without counting the branches again.
 */
export function ladderWeight(
  reckoning: FlowReckoning,
  end: RangeEnd,
): { readonly weight: NodeWeight; readonly path: (weight: NodeWeight) => PathTime } {
  const { graph, regions, visits } = reckoning;
  const { local } = visits[end];
  const process = processWeight(reckoning, end);
  const blocks = new Map<number, readonly number[]>();
  for (let index = regions.list.length - 1; index > 0; index -= 1) {
    const region = regions.list[index];
    if (!region) continue;
    const rungs: number[] = [];
    for (const node of region.nodes) {
      const block = blocks.get(node);
      const times = local[node] ?? 0;
      const step = graph.steps[node];
      const timed = step && isPerUnit(step) && step.processTime !== null;
      if (graph.counted[node] && (timed || process(node) > 0)) rungs.push(times * process(node));
      if (block) for (const one of block) rungs.push(one * times);
    }
    blocks.set(region.gate, largerByRung(blocks.get(region.gate) ?? [], rungs));
  }
  const sums = new Map(
    [...blocks].map(([gate, rungs]) => [gate, rungs.reduce((sum, rung) => sum + rung, 0)]),
  );
  const weight: NodeWeight = (node) => process(node) + (sums.get(node) ?? 0);
  const path = (of: NodeWeight) => sumPaths(graph, regions, local, of, () => false);
  return { weight, path };
}

function largerByRung(a: readonly number[], b: readonly number[]): readonly number[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  return long.map((rung, nth) => Math.max(rung, short[nth] ?? 0));
}
