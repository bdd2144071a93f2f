import type { StepKey } from '../shared/index.js';
import type { Flow, FlowArc, FlowNode, ValueStream } from '../stream/index.js';
import type { LossPlace, ReturnPlace } from './change.js';

/** A flow looked up by places: where each step stands, and what lies around each node. */
export interface FlowPlaces {
  readonly flow: Flow;
  readonly nodeOf: ReadonlyMap<StepKey, number>;
  readonly next: readonly (readonly number[])[];
  readonly previous: readonly (readonly number[])[];
  /** The nearest step at or before a node and at or behind it, the first of the text where ways part. */
  stepBefore(node: number): StepKey | null;
  stepBehind(node: number): StepKey | null;
}

/** The places of a stream's flow; both nearest steps are found in about linear time over all nodes. */
export function placesOf({ flow }: Pick<ValueStream, 'flow'>): FlowPlaces {
  const next: number[][] = flow.nodes.map(() => []);
  const previous: number[][] = flow.nodes.map(() => []);
  for (const { kind, from, to } of flow.arcs) {
    if (kind !== 'NEXT') continue;
    next[from]?.push(to);
    previous[to]?.push(from);
  }
  const nodeOf = new Map<StepKey, number>();
  flow.nodes.forEach((node, index) => {
    if (node.kind === 'STEP') nodeOf.set(node.step, index);
  });
  return {
    flow,
    nodeOf,
    next,
    previous,
    stepBefore: nearest(flow, (node) => previous[node]?.[0]),
    stepBehind: nearest(flow, (node) => next[node]?.[0]),
  };
}

/** Follows one way from node to node until a step stands there; what was found is remembered for the whole way. */
function nearest(
  { nodes }: Flow,
  onward: (node: number) => number | undefined,
): (node: number) => StepKey | null {
  const found = new Map<number, StepKey | null>();
  return (from) => {
    const way = new Set<number>();
    let step: StepKey | null = null;
    for (let node: number | undefined = from; node !== undefined && !way.has(node); node = onward(node)) {
      const here = nodes[node];
      const known = here?.kind === 'STEP' ? here.step : found.get(node);
      if (known !== undefined) {
        step = known;
        break;
      }
      way.add(node);
    }
    for (const node of way) found.set(node, step);
    return step;
  };
}

/** true where work lies at the node: a wait or a stock. */
export function isBuffer(node: FlowNode | undefined): node is Extract<FlowNode, { kind: 'WAIT' | 'STOCK' }> {
  return node?.kind === 'WAIT' || node?.kind === 'STOCK';
}

/** true where this is the return that is meant. */
export function isReturnAt(arc: FlowArc, { origin, target, line }: ReturnPlace): boolean {
  if (arc.kind !== 'RETURN' || (line !== null && arc.line !== line)) return false;
  return (arc.origin ?? arc.from) === origin && (arc.target ?? arc.to) === target;
}

/** The place of a return. */
export function placeOfReturn(arc: FlowArc): ReturnPlace {
  return { origin: arc.origin ?? arc.from, target: arc.target ?? arc.to, line: arc.line };
}

/** true where this is the loss that is meant. */
export function isLossAt(loss: Flow['losses'][number], { node, line }: LossPlace): boolean {
  return loss.node === node && (line === null || loss.line === line);
}

/** The buffers on the ways from one step to another with no step in between, in the order of the nodes. */
export function buffersBetween(places: FlowPlaces, from: StepKey, to: StepKey): readonly number[] {
  const start = places.nodeOf.get(from);
  const goal = places.nodeOf.get(to);
  if (start === undefined || goal === undefined) return [];
  const onward = between(places.flow, places.next, start);
  const back = between(places.flow, places.previous, goal);
  return [...onward]
    .filter((node) => back.has(node) && isBuffer(places.flow.nodes[node]))
    .sort((a, b) => a - b);
}

/** Whether work comes from one step to another with no step in between. */
export function areNeighbours(places: FlowPlaces, from: StepKey, to: StepKey): boolean {
  const start = places.nodeOf.get(from);
  const goal = places.nodeOf.get(to);
  if (start === undefined || goal === undefined) return false;
  const reached = between(places.flow, places.next, start);
  return [start, ...reached].some((node) => places.next[node]?.includes(goal));
}

function between(flow: Flow, ways: FlowPlaces['next'], from: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const waiting = [...(ways[from] ?? [])];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node) || flow.nodes[node]?.kind === 'STEP') continue;
    seen.add(node);
    waiting.push(...(ways[node] ?? []));
  }
  return seen;
}
