import { printShare } from '../../../domain/index.js';
import { stepId } from '../process/lay-process.js';
import type { ProcessGraph, ProcessNode, ProcessWay } from '../process/process-graph.js';
import { numberOf } from '../process/step-line.js';

/**
 * Ways of a process with the gates and waits that they touch, a line each, so that they can be put together again:
 * `n-4 exclusive leaving`, `w-6 n-4 step-offer share=80%`.
 */
export function gateLines(ways: readonly ProcessWay[], { nodes }: ProcessGraph): readonly string[] {
  const told = new Set<number>();
  return ways.flatMap((way) => {
    const touched = [way.from, way.to].filter((index) => !told.has(index));
    for (const index of touched) told.add(index);
    return [...touched.flatMap((index) => nodeLine(nodes[index])), wayLine(way, nodes)];
  });
}

/** Steps, ends and what is put right are elements of their own. */
function nodeLine(node: ProcessNode | undefined): readonly string[] {
  switch (node?.kind) {
    case 'START':
    case 'PARALLEL':
    case 'EXCLUSIVE':
      return [[node.id, node.kind.toLowerCase(), node.madeFor?.toLowerCase() ?? ''].join(' ').trim()];
    case 'WAIT':
    case 'STOCK':
      return [`${node.id} buffer ${node.lines.join(' ')}`];
    default:
      return [];
  }
}

function wayLine(
  { id, from, to, kind, share, told, origin, target }: ProcessWay,
  nodes: ProcessGraph['nodes'],
): string {
  const idOf = (index: number) => nodes[index]?.id ?? '';
  return [
    id,
    idOf(from),
    idOf(to),
    ...(told && share ? [`share=${printShare(numberOf(share))}`] : []),
    ...(kind === 'NEXT' ? [] : [`is=${kind.toLowerCase()}`]),
    ...(origin === null || origin < 0 ? [] : [`origin=${idOf(origin)}`, ...stepOf(nodes[origin])]),
    ...(target === null || target < 0 ? [] : [`target=${idOf(target)}`]),
  ].join(' ');
}

/** The step that a wait or a gate stands at: the relation of what goes back from there begins at the step. */
function stepOf(node: ProcessNode | undefined): readonly string[] {
  return node?.step && node.kind !== 'STEP' ? [`of=${stepId(node.step)}`] : [];
}
