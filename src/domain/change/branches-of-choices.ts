import type { FlowArc, FlowNode } from '../stream/index.js';

/** The branches of each choice of a flow, in their order, by the number of its node. */
export function branchesOfChoices(
  nodes: readonly FlowNode[],
  arcs: readonly FlowArc[],
): ReadonlyMap<number, readonly FlowArc[]> {
  const choices = new Map<number, FlowArc[]>();
  for (const arc of arcs) {
    if (arc.kind !== 'NEXT' || nodes[arc.from]?.kind !== 'CHOICE') continue;
    const branches = choices.get(arc.from);
    if (branches) branches.push(arc);
    else choices.set(arc.from, [arc]);
  }
  return choices;
}
