import type { FlowArc, FlowNode, Quantity, Step, StepKey, ValueStream } from '../../../domain/index.js';
import { sayShare, sayTime, sayUnits } from './say.js';
import { settleSteps } from './settle-steps.js';
import type { ProcessGraph, ProcessNode, ProcessWay } from './process-graph.js';
import { bufferLine, stepLines } from './step-line.js';

interface Laying {
  readonly stream: ValueStream;
  readonly steps: ReadonlyMap<StepKey, Step>;
  readonly nodes: ProcessNode[];
  readonly ways: ProcessWay[];
  /** By the nodes of the flow: where work comes in, and the place itself; -1: it is no place of the process. */
  readonly into: number[];
  readonly place: number[];
  readonly out: readonly FlowArc[][];
  readonly losses: ReadonlyMap<number, readonly Quantity[]>;
  /** Nodes of the flow that nothing but a return comes back to, and those that something leads to. */
  readonly returned: ReadonlySet<number>;
  readonly reached: ReadonlySet<number>;
}

/** The flow of a stream as a process: a gate wherever ways part or meet, an end wherever units leave. */
export function layProcess(stream: ValueStream): ProcessGraph {
  const laying = begin(stream);
  const { nodes, entries } = stream.flow;
  nodes.forEach((node, index) => placeNode(laying, node, index));
  for (const entry of entries) {
    const start = addNode(laying, { kind: 'START', name: stream.customer ?? '' });
    addWay(laying, start, laying.into[entry] ?? -1);
  }
  nodes.forEach((node, index) => leaveNode(laying, node, index));
  return settleSteps({ nodes: laying.nodes, ways: laying.ways });
}

function begin(stream: ValueStream): Laying {
  const { nodes, arcs, losses, entries } = stream.flow;
  const out: FlowArc[][] = nodes.map(() => []);
  for (const arc of arcs) out[arc.from]?.push(arc);
  const lost = new Map<number, Quantity[]>();
  for (const { node, share } of losses) lost.set(node, [...(lost.get(node) ?? []), share]);
  return {
    stream,
    steps: new Map(stream.steps.map((step) => [step.key, step])),
    nodes: [],
    ways: [],
    into: nodes.map(() => -1),
    place: nodes.map(() => -1),
    out,
    losses: lost,
    returned: new Set(arcs.flatMap((arc) => (arc.kind === 'RETURN' && !arc.time ? [arc.to] : []))),
    reached: new Set([...entries, ...arcs.flatMap((arc) => (arc.kind === 'NEXT' ? [arc.to] : []))]),
  };
}

function placeNode(laying: Laying, node: FlowNode, index: number): void {
  const { stream, steps, reached, returned } = laying;
  const unreachedGate = 'partner' in node && !reached.has(index);
  if (unreachedGate || isStopPlace(laying, node, index)) return;
  const gate = returned.has(index) ? addNode(laying, { kind: 'EXCLUSIVE', madeFor: 'RETURN' }) : null;
  const place = addNode(laying, describe(node, index, stream, steps));
  if (gate !== null) addWay(laying, gate, place);
  laying.place[index] = place;
  laying.into[index] = gate ?? place;
}

/** A branch that is nothing but a stop: its units have an end, and no place before it. */
function isStopPlace({ stream }: Laying, node: FlowNode, index: number): boolean {
  return node.kind === 'WAIT' && node.time.high === 0 && (stream.flow.stops ?? []).includes(index);
}

function describe(
  node: FlowNode,
  index: number,
  stream: ValueStream,
  steps: ReadonlyMap<StepKey, Step>,
): Described {
  const nameOf = (key: StepKey) => steps.get(key)?.name ?? key;
  switch (node.kind) {
    case 'STEP': {
      const step = steps.get(node.step) ?? null;
      const lines = step ? stepLines(step, stream, nameOf) : [];
      return { kind: 'STEP', name: nameOf(node.step), step, lines };
    }
    case 'WAIT': {
      const name = node.why ?? `Wait ${sayTime(node.time, stream.calendar)}`;
      return { kind: 'WAIT', name, time: node.time, lines: [bufferLine(node, stream.calendar)] };
    }
    case 'STOCK': {
      const name = node.why ?? `Stock of ${sayUnits(node.units)}`;
      return { kind: 'STOCK', name, lines: [bufferLine(node, stream.calendar)] };
    }
    default: {
      const kind = node.kind === 'FORK' || node.kind === 'JOIN' ? 'PARALLEL' : 'EXCLUSIVE';
      const opener = stream.flow.nodes[node.partner];
      const ownBlock = node.partner !== index && opener && 'partner' in opener && opener.partner === index;
      return { kind, madeFor: ownBlock ? 'BLOCK' : 'AFTER' };
    }
  }
}

/** Everything that leaves a node: losses and returns part first, then ways that several steps come `after`. */
function leaveNode(laying: Laying, node: FlowNode, index: number): void {
  const place = laying.place[index] ?? -1;
  if (place < 0) return;
  const arcs = laying.out[index] ?? [];
  const next = arcs.filter(({ kind }) => kind === 'NEXT');
  const chooses = node.kind === 'CHOICE';
  const leaving = arcs.length > next.length || laying.losses.has(index);
  let from = leaving ? leave(laying, index, arcs) : place;
  if (next.length === 0) {
    const stopped = (laying.stream.flow.stops ?? []).includes(index);
    const end = {
      kind: 'END',
      name: stopped ? 'Stopped' : 'Done',
      madeFor: stopped ? 'STOPPED' : null,
    } as const;
    addWay(laying, from, addNode(laying, end));
    return;
  }
  const told = chooses || (leaving && next.length === 1);
  if (next.length > 1 && !chooses && node.kind !== 'FORK') {
    const gate = addNode(laying, { kind: 'PARALLEL', madeFor: 'AFTER' });
    addWay(laying, from, gate);
    from = gate;
  }
  for (const { to, share } of next) nextWay(laying, from, to, told ? { share, told } : {});
}

function nextWay(laying: Laying, from: number, to: number, ways: Partial<ProcessWay>): void {
  const into = laying.into[to] ?? -1;
  if (into >= 0) return addWay(laying, from, into, ways);
  addWay(laying, from, addNode(laying, { kind: 'END', name: 'Stopped', madeFor: 'STOPPED' }), ways);
}

/** The gate at which lost and returning units part, and what is mended meets the rest again; gives the place to go on from. */
function leave(laying: Laying, index: number, arcs: readonly FlowArc[]): number {
  const place = laying.place[index] ?? -1;
  const { calendar } = laying.stream;
  const gate = addNode(laying, { kind: 'EXCLUSIVE', madeFor: 'LEAVING' });
  addWay(laying, place, gate);
  for (const share of laying.losses.get(index) ?? []) {
    const end = addNode(laying, { kind: 'END', name: `Lost ${sayShare(share)}`, madeFor: 'LOST' });
    addWay(laying, gate, end, { kind: 'LOST', share, told: true });
  }
  const mended: number[] = [];
  for (const arc of arcs.filter(({ kind }) => kind === 'RETURN')) {
    const origin = laying.place[arc.origin ?? arc.from] ?? -1;
    const target = laying.place[arc.target ?? arc.to] ?? -1;
    const told = { share: arc.share, told: true, origin, target };
    if (!arc.time) {
      addWay(laying, gate, laying.into[arc.to] ?? -1, { ...told, kind: 'RETURN' });
      continue;
    }
    const name = `Put right: ${laying.nodes[target]?.name ?? ''} (${sayTime(arc.time, calendar)})`;
    const mend = addNode(laying, { kind: 'MEND', name, time: arc.time });
    addWay(laying, gate, mend, told);
    mended.push(mend);
  }
  if (mended.length === 0) return gate;
  const meet = addNode(laying, { kind: 'EXCLUSIVE', madeFor: 'LEAVING' });
  addWay(laying, gate, meet);
  for (const mend of mended) addWay(laying, mend, meet);
  return meet;
}

type Described = Pick<ProcessNode, 'kind'> & Partial<ProcessNode>;

function addNode(laying: Laying, node: Described): number {
  const id = node.kind === 'STEP' && node.step ? stepId(node.step) : `n-${laying.nodes.length + 1}`;
  const plain = { name: '', step: null, madeFor: null, time: null, lines: [] };
  return laying.nodes.push({ ...plain, ...node, id }) - 1;
}

/** The identifier of a step: its key where every format takes it, else its position. */
export function stepId({ key, position }: Step): string {
  return /^[a-z0-9-]+$/.test(key) ? `step-${key}` : `step.${position}`;
}

function addWay(laying: Laying, from: number, to: number, way: Partial<ProcessWay> = {}): void {
  if (from < 0 || to < 0) return;
  const plain = { kind: 'NEXT' as const, share: null, told: false, origin: null, target: null };
  laying.ways.push({ ...plain, ...way, id: `w-${laying.ways.length + 1}`, from, to });
}
