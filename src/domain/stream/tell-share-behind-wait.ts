import type { Problem } from '../shared/index.js';
import type { FlowSketch } from './flow-sketch.js';
import { problemAt } from './problem-at.js';

/** Hints for losses below a wait of no time, which are shares of what a return or a loss above the wait has left. */
export function sharesBehindWaits(sketch: FlowSketch, nameOf: (node: number) => string): readonly Problem[] {
  const leaving = new Set([
    ...sketch.returns.map(({ origin }) => origin),
    ...sketch.losses.map(({ node }) => node),
  ]);
  const above = new Map(sketch.arcs.map(({ from, to }) => [to, from]));
  return sketch.losses.flatMap(({ node, at }) => {
    const wait = sketch.nodes[node];
    const before = above.get(node);
    if (wait?.kind !== 'WAIT' || wait.time.high > 0 || before === undefined || !leaving.has(before))
      return [];
    return [
      problemAt(
        'LOSS_BEHIND_WAIT',
        'INFO',
        `This is a share of the units that come through the wait above it, and not of all units of ${nameOf(before)}: some of those have gone back or are lost already.`,
        at,
        `If it is meant as a share of all units of ${nameOf(before)}, write it above the wait.`,
      ),
    ];
  });
}
