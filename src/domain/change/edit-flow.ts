import { exactly, type Quantity, type StepKey } from '../shared/index.js';
import { ALL, complementOf, type Flow, type FlowArc, type FlowNode, type Passing } from '../stream/index.js';
import type { BufferAmount, BufferPlace, Change } from './change.js';
import { isBuffer } from './flow-places.js';

/** A place that takes no time: what is left of a buffer or a step that was taken out, so that nothing around it moves. */
const NO_TIME: FlowNode = {
  kind: 'WAIT',
  time: exactly(0, 'DERIVED'),
  why: null,
  passing: { kind: 'PUSH' },
  line: null,
};

/** The flow with the buffer at a node holding so much; how work moves on over it stays. */
export function withBuffer(flow: Flow, at: number, amount: BufferAmount): Flow {
  return replaceNode(flow, at, (node) => bufferOf(node, amount));
}

function bufferOf(before: FlowNode | null, amount: BufferAmount): FlowNode {
  const { why, passing, line } =
    before && isBuffer(before) ? before : { why: null, passing: { kind: 'PUSH' as const }, line: null };
  return amount.kind === 'WAIT'
    ? { kind: 'WAIT', time: amount.time, why, passing, line }
    : { kind: 'STOCK', units: amount.units, why, passing, line };
}

/** The flow with work moving on otherwise over the buffer at a node. */
export function withPassing(flow: Flow, at: number, passing: Passing): Flow {
  return replaceNode(flow, at, (node) => (isBuffer(node) ? { ...node, passing } : node));
}

/** The flow with a place of no time where a node was. */
export function withoutNodes(flow: Flow, gone: readonly number[]): Flow {
  return gone.reduce((left, at) => replaceNode(left, at, () => NO_TIME), flow);
}

function replaceNode(flow: Flow, at: number, by: (node: FlowNode) => FlowNode): Flow {
  return { ...flow, nodes: flow.nodes.map((node, index) => (index === at ? by(node) : node)) };
}

/** The flow with a new buffer right before or right behind a step; returns to and from the step pass it by. */
export function withNewBuffer(
  flow: Flow,
  { side }: BufferPlace,
  stepNode: number,
  amount: BufferAmount,
): Flow {
  const added = flow.nodes.length;
  const nodes = [...flow.nodes, bufferOf(null, amount)];
  const moved = (list: readonly number[]) => list.map((node) => (node === stepNode ? added : node));
  const plain = (arc: FlowArc) => arc.kind === 'NEXT';
  const way = (from: number, to: number): FlowArc => {
    return { from, to, kind: 'NEXT', share: ALL, time: null, line: null };
  };
  if (side === 'BEFORE') {
    const arcs = flow.arcs.map((arc) => (plain(arc) && arc.to === stepNode ? { ...arc, to: added } : arc));
    return { ...flow, nodes, arcs: [...arcs, way(added, stepNode)], entries: moved(flow.entries) };
  }
  const arcs = flow.arcs.map((arc) =>
    plain(arc) && arc.from === stepNode ? { ...arc, from: added, share: ALL } : arc,
  );
  const behind = {
    ...flow,
    nodes,
    arcs: [...arcs, way(stepNode, added)],
    ends: moved(flow.ends),
    ...(flow.stops ? { stops: moved(flow.stops) } : {}),
  };
  return settleRest(behind, [stepNode]);
}

/** The flow without a step: its place takes no time, its own loops are gone, and what came back to it goes on from there. */
export function withoutStep(flow: Flow, at: number, behind: number | null): Flow {
  const origin = (arc: FlowArc) => arc.origin ?? arc.from;
  const target = (arc: FlowArc) => arc.target ?? arc.to;
  const arcs = flow.arcs.flatMap((arc) => {
    if (arc.kind !== 'RETURN' || target(arc) !== at) return [arc];
    if (arc.time || origin(arc) === at) return [];
    return behind === null ? [arc] : [{ ...arc, origin: origin(arc), target: behind }];
  });
  return settleRest(withoutNodes({ ...flow, arcs }, [at]), leaversOf(flow));
}

/** The nodes that returns leave. */
export function leaversOf({ arcs }: Flow): readonly number[] {
  return [...new Set(arcs.filter(({ kind }) => kind === 'RETURN').map(({ from }) => from))];
}

/** What goes on from these nodes, told again: all units less those that are lost or go back there. */
export function settleRest(flow: Flow, nodes: readonly number[]): Flow {
  const touched = new Set(nodes.filter((node) => isPlain(flow.nodes[node])));
  const taken = new Map<number, (Quantity | null)[]>([...touched].map((node) => [node, []]));
  for (const arc of flow.arcs) if (arc.kind === 'RETURN' && !arc.time) taken.get(arc.from)?.push(arc.share);
  for (const loss of flow.losses) taken.get(loss.node)?.push(loss.share);
  const arcs = flow.arcs.map((arc) => {
    const shares = arc.kind === 'NEXT' ? taken.get(arc.from) : undefined;
    return shares ? { ...arc, share: restOf(shares) } : arc;
  });
  return { ...flow, arcs };
}

function restOf(shares: readonly (Quantity | null)[]): Quantity | null {
  const known = shares.filter((share) => share !== null);
  return known.length < shares.length ? null : complementOf(known);
}

function isPlain(node: FlowNode | undefined): boolean {
  return node !== undefined && node.kind !== 'CHOICE' && node.kind !== 'FORK';
}

type ShareChange = Extract<Change, { kind: 'SET_SHARE' }>;

/** The flow with the branch of a choice that begins at `to` taken by so many; the others as told, or in their proportions. */
export function withShare(flow: Flow, { choice, to, share, others: given }: ShareChange): Flow {
  const branches = flow.arcs.filter(({ kind, from }) => kind === 'NEXT' && from === choice);
  const meant = branches.find((arc) => arc.to === to);
  const others = branches.filter((arc) => arc !== meant);
  const told = others.flatMap((arc) => (arc.share ? [arc.share] : []));
  const sum = told.reduce((total, one) => total + one.likely, 0);
  const left = Math.max(0, 1 - share.likely);
  const open = others.length - told.length;
  const other = (arc: FlowArc): Quantity | null => {
    const taken = given?.[others.indexOf(arc)];
    if (taken !== undefined) return taken === null ? null : exactly(taken, arc.share?.source);
    if (others.length === 1) return complementOf([share]);
    if (!arc.share) return open === 1 ? complementOf([share, ...told]) : null;
    if (open > 0) return arc.share;
    return sum > 0 ? scaled(arc.share, left / sum) : exactly(left / told.length, share.source);
  };
  const arcs = flow.arcs.map((arc) => {
    if (arc === meant) return { ...arc, share };
    return others.includes(arc) ? { ...arc, share: other(arc) } : arc;
  });
  return { ...flow, arcs };
}

function scaled({ low, likely, high, source }: Quantity, factor: number): Quantity {
  return {
    low: Math.min(1, low * factor),
    likely: likely * factor,
    high: Math.min(1, high * factor),
    source,
  };
}

/** The node of a step. */
export function nodeOfStep({ nodes }: Flow, step: StepKey): number {
  return nodes.findIndex((node) => node.kind === 'STEP' && node.step === step);
}
