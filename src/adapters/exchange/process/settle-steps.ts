import { nearestPlaces } from './nearest-places.js';
import type { ProcessGraph } from './process-graph.js';

/** Every gate and event told the step that it stands at: the one before it, at the beginning the one behind it. */
export function settleSteps({ nodes, ways }: ProcessGraph): ProcessGraph {
  const places = nearestPlaces(
    nodes.map(({ step }) => step !== null),
    ways,
  );
  return {
    nodes: nodes.map((node, index) => ({ ...node, step: nodes[places[index] ?? -1]?.step ?? null })),
    ways,
  };
}
