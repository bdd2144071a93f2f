import {
  formatPercent,
  printDuration,
  printShare,
  type Calendar,
  type StepKey,
} from '../../../domain/index.js';
import type { ProcessGraph } from '../process/process-graph.js';
import { durationOf, numberOf } from '../process/step-line.js';
import type { StepWay } from '../process/step-ways.js';
import { addElement, relate, type ModelDraft } from './model-draft.js';

/**
 * The ways between steps: triggering where all units go on, a flow with its share where some do. The standard's relations
 * know no gates, so that what waits between two steps, and what is lost behind one, stands in properties.
 */
export function addFlow(
  draft: ModelDraft,
  graph: ProcessGraph,
  ways: readonly StepWay[],
  steps: ReadonlyMap<StepKey, string>,
  calendar: Calendar,
): void {
  const ids = graph.nodes.map((node) => {
    if (node.kind === 'STEP' && node.step) return steps.get(node.step.key);
    if (node.kind !== 'MEND' || !node.time) return undefined;
    const name = node.name;
    return addElement(draft, {
      id: node.id,
      type: 'BusinessProcess',
      name,
      properties: [['Mends', printDuration(durationOf(node.time, calendar))]],
    });
  });
  for (const way of ways) {
    const target = ids[way.to];
    const source = ids[way.from];
    if (source === undefined || target === undefined) continue;
    const partly = way.kind === 'RETURN' || way.chosen;
    relate(draft, partly ? 'Flow' : 'Triggering', source, target, {
      name: nameOf(way, partly),
      properties: propertiesOf(way, graph, partly),
    });
  }
}

function nameOf({ kind, share }: StepWay, partly: boolean): string {
  const told = share === null ? '' : formatPercent(share);
  return kind === 'RETURN' ? `back ${told}`.trim() : partly ? told : '';
}

function propertiesOf(
  way: StepWay,
  { nodes }: ProcessGraph,
  partly: boolean,
): readonly (readonly [string, string])[] {
  const waits = way.through.flatMap(({ to }) => {
    const node = nodes[to];
    return node?.kind === 'WAIT' || node?.kind === 'STOCK' ? node.lines : [];
  });
  const { share } = way;
  const known = share === null ? '?' : printShare({ low: share, high: null, guess: false, at: null });
  return [
    ...(waits.length === 0 ? [] : [['Buffer', waits.join('\n')] as const]),
    ...(partly ? [['Share', known] as const] : []),
    ...(nodes[way.to]?.kind === 'MEND'
      ? [['Puts right', nodes[way.through[0]?.target ?? -1]?.id ?? ''] as const]
      : []),
    ...(way.kind === 'RETURN' ? [['Return', 'yes'] as const] : []),
  ];
}

/** What is lost behind each step and what stops there on purpose, as properties by the position of its node. */
export function leavingOf(
  { nodes, ways }: ProcessGraph,
  between: readonly StepWay[],
): ReadonlyMap<StepKey, readonly (readonly [string, string])[]> {
  const found = new Map<StepKey, (readonly [string, string])[]>();
  const add = (key: StepKey | undefined, name: string, share: string): void => {
    if (key !== undefined) found.set(key, [...(found.get(key) ?? []), [name, share]]);
  };
  for (const { kind, from, share } of ways) {
    if (kind === 'LOST' && share) add(nodes[from]?.step?.key, 'Lost', printShare(numberOf(share)));
  }
  for (const { from, to, chosen, share } of between) {
    const { kind, madeFor } = nodes[to] ?? {};
    if (kind !== 'END' || madeFor === 'LOST' || !chosen || share === null) continue;
    add(nodes[from]?.step?.key, 'Stops', printShare({ low: share, high: null, guess: false, at: null }));
  }
  return found;
}
