import type { ReadNode } from '../process/read-graph.js';
import type { ArchimateElement, ArchimateModel, ArchimateRelation } from './read-archimate-model.js';

const FLOW = /^(?:Triggering|Flow)$/;
const JUNCTION = /^(?:And|Or)?Junction$/;

/**
 * What stands between the steps of a stream: junctions and events that flow relations tie to them, and of our own models what
 * is put right and where units end.
 */
export function placesBetween(
  steps: readonly ArchimateElement[],
  model: ArchimateModel,
  alone: boolean,
): readonly (readonly [ArchimateElement, ReadNode])[] {
  const reached = new Set(steps.map(({ id }) => id));
  const open = [...reached];
  for (let next = 0; next < open.length; next++) {
    const around = [...(model.from.get(open[next] ?? '') ?? []), ...(model.to.get(open[next] ?? '') ?? [])];
    for (const { type, source, target } of around) {
      for (const id of [source, target]) {
        if (reached.has(id) || !isBetween(model.byId.get(id), type)) continue;
        reached.add(id);
        open.push(id);
      }
    }
  }
  const stepIds = new Set(steps.map(({ id }) => id));
  return model.elements.flatMap((element) => {
    const ours = isOurs(element) && (alone || reached.has(element.id));
    if (stepIds.has(element.id) || (!ours && !reached.has(element.id))) return [];
    return [[element, nodeOf(element, model)] as const];
  });
}

/** What is put right, and where units end, as we write them. */
function isOurs({ type, properties }: ArchimateElement): boolean {
  return properties.has('Place') && (type === 'Outcome' || properties.has('Mends'));
}

function isBetween(element: ArchimateElement | undefined, relation: string): boolean {
  if (!element) return false;
  return isOurs(element) || (FLOW.test(relation) && (JUNCTION.test(element.type) || isEvent(element)));
}

/** Whether it is an event of another tool. */
export function isEvent({ type }: ArchimateElement): boolean {
  return type === 'BusinessEvent';
}

function nodeOf(element: ArchimateElement, { from, to }: ArchimateModel): ReadNode {
  const { id, name, line, column, properties, type } = element;
  const plain = {
    id,
    name: '',
    lines: [],
    force: null,
    time: null,
    after: false,
    block: false,
    line,
    column,
  };
  if (properties.has('Mends')) return { ...plain, kind: 'MEND', name, time: properties.get('Mends') ?? null };
  if (type === 'Outcome') return { ...plain, kind: 'END', name };
  if (!isEvent(element)) return { ...plain, kind: type === 'AndJunction' ? 'PARALLEL' : 'EXCLUSIVE' };
  const flows = (all: readonly ArchimateRelation[] | undefined) =>
    (all ?? []).some((relation) => FLOW.test(relation.type));
  if (!flows(to.get(id))) return { ...plain, kind: 'START', name };
  return flows(from.get(id))
    ? { ...plain, kind: 'PARALLEL', implicit: true }
    : { ...plain, kind: 'END', name };
}
