import type { ReadGraph, ReadNode, ReadWay } from '../process/read-graph.js';
import type { ArchimateElement, ArchimateModel, ArchimateRelation } from './read-archimate-model.js';

/**
 * The triggering and flow relations between steps as a process: a step with shares on its ways is followed by a choice, one
 * that several ways without shares lead from by a gate that takes all; where ways meet they meet as they parted. Steps that
 * no relation ties follow each other in the order of the model.
 */
export function flowBetween(
  steps: readonly (readonly [ArchimateElement, ReadNode])[],
  model: ArchimateModel,
): ReadGraph {
  const nodes = steps.map(([, node]) => node);
  const ways: ReadWay[] = [];
  const at = new Map(steps.map(([{ id }], index) => [id, index]));
  const told = model.relations.filter(
    ({ type, source, target }) => /^(?:Triggering|Flow)$/.test(type) && at.has(source) && at.has(target),
  );
  if (told.length === 0) {
    const row = nodes.slice(1).map((_, index) => ({ ...PLAIN, from: index, to: index + 1 }));
    return { nodes, ways: row };
  }
  const gates = new Map<string, number>();
  const gateOf = (id: string): number => {
    const known = gates.get(id) ?? nodes.push(gateAt(nodes[at.get(id) ?? 0])) - 1;
    if (!gates.has(id)) ways.push({ ...PLAIN, from: at.get(id) ?? 0, to: known });
    gates.set(id, known);
    return known;
  };
  for (const relation of told) {
    if (nodes[at.get(relation.source) ?? -1]?.kind === 'MEND') continue;
    const shared = goesOn(relation) && isShared(relation);
    const start = shared ? gateOf(relation.source) : (at.get(relation.source) ?? 0);
    const puts = at.get(relation.properties.get('Puts right') ?? '') ?? null;
    addWay(relation, start, at.get(relation.target) ?? 0, puts, nodes, ways);
  }
  for (const [{ id, properties }, node] of steps) {
    const ends = [
      [properties.get('Lost'), at.get(id) ?? 0, true],
      [properties.get('Stops'), properties.has('Stops') ? gateOf(id) : 0, false],
    ] as const;
    for (const [share, from, lost] of ends) {
      if (share === undefined) continue;
      const to = nodes.push({ ...gateAt(node), kind: 'END' }) - 1;
      ways.push({ ...PLAIN, from, to, share, lost });
    }
  }
  return { nodes, ways };
}

const PLAIN = { share: null, lost: false, back: false, origin: null, target: null };

function goesOn({ properties }: ArchimateRelation): boolean {
  return !properties.has('Return') && !properties.has('Puts right');
}

function isShared({ type, properties, name }: ArchimateRelation): boolean {
  return type === 'Flow' && (properties.has('Share') || /%/.test(name));
}

function gateAt(node: ReadNode | undefined): ReadNode {
  const place = { id: node?.id ?? '', line: node?.line ?? 1, column: node?.column ?? 1 };
  const plain = { name: '', lines: [], force: null, time: null, after: false, block: false };
  return { ...plain, ...place, kind: 'EXCLUSIVE' };
}

/** A way with what waits on it as places of their own. */
function addWay(
  { properties, name }: ArchimateRelation,
  start: number,
  end: number,
  target: number | null,
  nodes: ReadNode[],
  ways: ReadWay[],
): void {
  const named = /(\d+(?:[.,]\d+)?)\s*%/.exec(name)?.[1];
  const told = properties.get('Share') ?? (named === undefined ? null : `${named}%`);
  const share = told === '?' ? null : told;
  const back = properties.has('Return');
  const buffers = (properties.get('Buffer') ?? '').split('\n').filter((line) => line !== '' && !back);
  let from = start;
  for (const [nth, line] of buffers.entries()) {
    const made = nodes.push({ ...gateAt(nodes[end]), kind: 'WAIT', lines: [line] }) - 1;
    ways.push({ ...PLAIN, from, to: made, share: nth === 0 ? share : null });
    from = made;
  }
  ways.push({ ...PLAIN, from, to: end, share: buffers.length === 0 ? share : null, back, target });
}
