import { formatPercent, printDuration, printShare, type Calendar } from '../../../domain/index.js';
import type { ProcessGraph, ProcessNode } from '../process/process-graph.js';
import { durationOf } from '../process/step-line.js';
import { stepWays, type StepWay } from '../process/step-ways.js';
import type { Properties, RelationType } from './archimate-model.js';
import { gateLines } from './gate-lines.js';
import { addElement, relate, type ModelDraft } from './model-draft.js';

/** The name of the property that holds the gates and waits of a way. */
const GATES = 'Gates';

/**
 * The ways between steps: triggering where all units go on, a flow with its share where some do; where units end is an
 * outcome, where they begin an association of the stream. The relations that the standard allows between steps know no
 * gates, so each holds those on its way in a property: together they are the whole flow. Gives what no relation holds.
 */
export function addFlow(
  draft: ModelDraft,
  graph: ProcessGraph,
  idOf: (node: ProcessNode) => string | undefined,
  calendar: Calendar,
): readonly string[] {
  const ids = graph.nodes.map((node, place) => idOf(node) ?? addPlace(draft, node, place, calendar));
  const held = new Set<string>();
  for (const way of stepWays(graph)) {
    const source = ids[way.from];
    const target = ids[way.to];
    if (source === undefined || target === undefined) continue;
    for (const { id } of way.through) held.add(id);
    const type = typeOf(way, graph);
    relate(draft, type, source, target, { name: nameOf(way, graph), properties: propertiesOf(way, graph) });
  }
  return gateLines(
    graph.ways.filter(({ id }) => !held.has(id)),
    graph,
  );
}

/** What is put right is a process, where units end an outcome; gates and waits are no elements. */
function addPlace(
  draft: ModelDraft,
  { id, kind, name, time, madeFor }: ProcessNode,
  place: number,
  calendar: Calendar,
): string | undefined {
  const properties: Properties = [['Place', String(place)]];
  if (kind === 'END') {
    const made: Properties = madeFor === null ? [] : [['Ends', madeFor.toLowerCase()]];
    return addElement(draft, { id, type: 'Outcome', name, properties: [...made, ...properties] });
  }
  if (kind !== 'MEND' || !time) return undefined;
  const mends: Properties = [['Mends', printDuration(durationOf(time, calendar))]];
  return addElement(draft, { id, type: 'BusinessProcess', name, properties: [...mends, ...properties] });
}

function isPartly({ kind, chosen }: StepWay): boolean {
  return kind !== 'NEXT' || chosen;
}

function typeOf(way: StepWay, { nodes }: ProcessGraph): RelationType {
  if (nodes[way.from]?.kind === 'START' || nodes[way.to]?.kind === 'END') return 'Association';
  return isPartly(way) ? 'Flow' : 'Triggering';
}

/** The share of the units that take a way; null where it is not known. */
function shareOf({ kind, share, through }: StepWay): number | null {
  return kind === 'LOST' ? (through.at(-1)?.share?.likely ?? null) : share;
}

function nameOf(way: StepWay, { nodes }: ProcessGraph): string {
  const share = isPartly(way) ? shareOf(way) : null;
  const told = share === null ? '' : formatPercent(share);
  const words =
    way.kind === 'RETURN' ? 'back' : nodes[way.from]?.kind === 'START' ? 'begins with' : leads(way, nodes);
  return `${words} ${told}`.trim();
}

function leads({ to }: StepWay, nodes: ProcessGraph['nodes']): string {
  return nodes[to]?.kind === 'END' ? 'leads to' : '';
}

function propertiesOf(way: StepWay, graph: ProcessGraph): Properties {
  const { nodes } = graph;
  const waits = way.through.flatMap(({ to }) => {
    const node = nodes[to];
    return node?.kind === 'WAIT' || node?.kind === 'STOCK' ? node.lines : [];
  });
  const share = shareOf(way);
  const known = share === null ? '?' : printShare({ low: share, high: null, guess: false, at: null });
  const [first, ...others] = way.through;
  const plain = others.length === 0 && first?.from === way.from && first.to === way.to && !first.told;
  const tied = typeOf(way, graph) === 'Association';
  return [
    ...(waits.length === 0 ? [] : [['Buffer', waits.join('\n')] as const]),
    ...(isPartly(way) ? [['Share', known] as const] : []),
    ...(way.kind === 'RETURN' ? [['Return', 'yes'] as const] : []),
    ...(plain && !tied ? [] : [[GATES, gateLines(way.through, graph).join('\n')] as const]),
  ];
}
