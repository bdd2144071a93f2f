import type { Problem } from '../../../domain/index.js';
import { modelProblem } from '../process/model-problems.js';
import { ORDINARY_WAY, type ReadGraph, type ReadNode, type ReadWay } from '../process/read-graph.js';
import { readGateLines, type ToldFlow } from './gate-lines.js';
import { unlikeShares, type UnlikeShares } from './told-share.js';
import type { ArchimateElement, ArchimateModel, ArchimateRelation } from './read-archimate-model.js';

/** The flow of a stream, and what could not be read of it. */
export interface FlowBetween {
  readonly graph: ReadGraph;
  readonly problems: readonly Problem[];
}

type Place = readonly [ArchimateElement, ReadNode];

interface Reading {
  readonly nodes: ReadNode[];
  readonly ways: ReadWay[];
  /** Positions of nodes by identifier. */
  readonly at: ReadonlyMap<string, number>;
  readonly gates: Map<string, number>;
  readonly problems: Problem[];
}

/**
 * The relations between the places of a stream as a process. Those that hold their gates and waits, as we write them, are put
 * together again from these. Of other tools: junctions are gates, a step with shares on its ways is followed by a choice, and
 * steps that no relation ties follow each other in the order of the model.
 */
export function flowBetween(
  stream: ArchimateElement,
  places: readonly Place[],
  model: ArchimateModel,
): FlowBetween {
  const problems: Problem[] = endless(places, model);
  const ids = new Set([stream.id, ...places.map(([{ id }]) => id)]);
  const between = model.relations.filter(({ source, target }) => ids.has(source) && ids.has(target));
  const moved = new Set(between.filter((relation) => isMoved(relation, stream)));
  for (const relation of moved) {
    const what =
      'The relation leads elsewhere than its property Gates says; it was read as it leads, without these.';
    problems.push(modelProblem('RELATION_MOVED', what, relation));
  }
  for (const relation of between) {
    const unlike = moved.has(relation) ? null : unlikeShares(relation);
    if (unlike) problems.push(shareNotRead(unlike, relation));
  }
  const told = toldFlow([stream, ...between.filter((relation) => !moved.has(relation))], problems);
  const nodes = inOrder(places, [...told.nodes.values()]);
  const at = new Map(nodes.map(({ id }, index) => [id, index]));
  const reading: Reading = { nodes, ways: [], at, gates: new Map(), problems };
  putTogether(told, reading);
  const plain = between.filter((relation) => {
    const { type, properties, source, target } = relation;
    const ungated = !properties.has('Gates') || moved.has(relation);
    return /^(?:Triggering|Flow)$/.test(type) && ungated && at.has(source) && at.has(target);
  });
  for (const relation of plain) addRelation(relation, reading);
  const { ways } = reading;
  if (ways.length > 0) return { graph: { nodes, ways }, problems };
  const row = nodes.slice(1).map((_, index) => ({ ...ORDINARY_WAY, from: index, to: index + 1 }));
  return { graph: { nodes, ways: row }, problems };
}

/** The share of a relation was changed, and not that of its gates. */
function shareNotRead({ property, gates }: UnlikeShares, relation: ArchimateRelation): Problem {
  return modelProblem(
    'SHARE_NOT_READ',
    `The property Share says ${property}, and the property Gates ${gates}; what Gates says was read.`,
    relation,
    `Write the new share in its line of Gates, behind \`share=\`.`,
  );
}

/** Relations of these places to what the model does not hold. */
function endless(places: readonly Place[], { from, to, byId }: ArchimateModel): Problem[] {
  return places.flatMap(([{ id }]) =>
    [...(from.get(id) ?? []), ...(to.get(id) ?? [])].flatMap((relation) => {
      const gone = [relation.source, relation.target].find((end) => !byId.has(end));
      if (gone === undefined) return [];
      const what = `The relation has its end at "${gone}", which is not in the model; it was left out.`;
      return [modelProblem('WAY_LEADS_NOWHERE', what, relation)];
    }),
  );
}

/** Whether another end was given to a relation than the ways in its gates have. */
function isMoved({ properties, source, target }: ArchimateRelation, stream: ArchimateElement): boolean {
  const gates = properties.get('Gates');
  if (gates === undefined) return false;
  const named = new Set(gates.split(/[\s=]+/));
  return [source, target].some((id) => id !== stream.id && !named.has(id));
}

function toldFlow(holders: readonly ArchimateElement[], problems: Problem[]): ToldFlow {
  const told: ToldFlow = { nodes: new Map(), ways: new Map() };
  for (const holder of holders) {
    const lines = (holder.properties.get('Gates') ?? '').split('\n').filter((line) => line !== '');
    for (const line of readGateLines(lines, holder, told)) {
      problems.push(
        modelProblem(
          'GATE_LINE',
          `The line "${line}" of the property Gates tells no gate; it was left out.`,
          holder,
        ),
      );
    }
  }
  return told;
}

/** Our own places have their number, and gates have it in their name; those of other tools stand as the model has them. */
function inOrder(places: readonly Place[], gates: readonly ReadNode[]): ReadNode[] {
  const numbered = [
    ...places.map(([{ properties }, node]) => [Number(properties.get('Place') ?? Number.NaN), node] as const),
    ...gates.map((node) => [Number(/\d+$/.exec(node.id)?.[0] ?? Number.NaN) - 1, node] as const),
  ];
  const known = numbered.every(([place]) => Number.isFinite(place));
  return (known ? numbered.toSorted(([a], [b]) => a - b) : numbered).map(([, node]) => node);
}

function putTogether({ ways }: ToldFlow, { at, ways: put, problems, nodes }: Reading): void {
  const numberOf = (id: string) => Number(/\d+$/.exec(id)?.[0] ?? 0);
  const ordered = [...ways].toSorted(([a], [b]) => numberOf(a) - numberOf(b));
  for (const [id, { from, to, origin, target, ...way }] of ordered) {
    const [start, end] = [at.get(from), at.get(to)];
    if (start !== undefined && end !== undefined) {
      const named = (one: string | null) => (one === null ? null : (at.get(one) ?? null));
      put.push({ ...way, from: start, to: end, origin: named(origin), target: named(target) });
      continue;
    }
    const node = nodes[start ?? end ?? 0];
    const lost = start === undefined ? from : to;
    const what = `The way ${id} has its end at "${lost}", which is no longer in the model; it was left out.`;
    if (node) problems.push(modelProblem('WAY_LEADS_NOWHERE', what, node));
  }
}

/** A relation of another tool: with a share it is one of the ways of a choice. */
function addRelation(relation: ArchimateRelation, reading: Reading): void {
  const { nodes, at } = reading;
  const [from, to] = [at.get(relation.source), at.get(relation.target)];
  if (from === undefined || to === undefined) return;
  const kind = nodes[from]?.kind;
  const shared = kind === 'STEP' && !relation.properties.has('Return') && isShared(relation);
  addWay(relation, shared ? gateBehind(relation.source, from, reading) : from, to, reading);
}

function gateBehind(id: string, from: number, { nodes, ways, gates }: Reading): number {
  const known = gates.get(id);
  if (known !== undefined) return known;
  const made = nodes.push(gateAt(nodes[from])) - 1;
  gates.set(id, made);
  ways.push({ ...ORDINARY_WAY, from, to: made });
  return made;
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
  { nodes, ways }: Reading,
): void {
  const named = /(\d+(?:[.,]\d+)?)\s*%/.exec(name)?.[1];
  const told = properties.get('Share') ?? (named === undefined ? null : `${named}%`);
  const share = told === '?' ? null : told;
  const back = properties.has('Return');
  const buffers = (properties.get('Buffer') ?? '').split('\n').filter((line) => line !== '' && !back);
  let from = start;
  for (const [nth, line] of buffers.entries()) {
    const made = nodes.push({ ...gateAt(nodes[end]), kind: 'WAIT', lines: [line] }) - 1;
    ways.push({ ...ORDINARY_WAY, from, to: made, share: nth === 0 ? share : null });
    from = made;
  }
  ways.push({ ...ORDINARY_WAY, from, to: end, share: buffers.length === 0 ? share : null, back });
}
