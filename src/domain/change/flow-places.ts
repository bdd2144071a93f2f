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
  /** The step that a node alone comes from, or leads to, over nothing but buffers with one way each; null where there is none. */
  straightBefore(node: number): StepKey | null;
  straightBehind(node: number): StepKey | null;
  /** What lies behind a node, or before it, up to the next steps; the node itself left out. */
  onward(node: number): ReadonlySet<number>;
  back(node: number): ReadonlySet<number>;
}

/** The places of a stream's flow; what lies around all nodes together is found in about linear time. */
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
    straightBefore: straight(flow, previous),
    straightBehind: straight(flow, next),
    onward: closures(flow, next),
    back: closures(flow, previous),
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

/** Follows buffers with one way each until a step stands there; remembered for the whole way. */
function straight({ nodes }: Flow, ways: readonly (readonly number[])[]): (node: number) => StepKey | null {
  const found = new Map<number, StepKey | null>();
  return (from) => {
    const way = new Set<number>();
    let step: StepKey | null = null;
    for (let at = from; !way.has(at);) {
      const known = found.get(at);
      if (known !== undefined) {
        step = known;
        break;
      }
      way.add(at);
      const only = ways[at]?.length === 1 ? ways[at]?.[0] : undefined;
      const here = only === undefined ? undefined : nodes[only];
      if (here?.kind === 'STEP') step = here.step;
      if (only === undefined || !isBuffer(here)) break;
      at = only;
    }
    for (const node of way) found.set(node, step);
    return step;
  };
}

/** What is reached from a node up to the next steps; remembered where one way leads on, which many nodes may share. */
function closures(
  { nodes }: Flow,
  ways: readonly (readonly number[])[],
): (node: number) => ReadonlySet<number> {
  const known = new Map<number, ReadonlySet<number>>();
  const reach = (heads: readonly number[]): ReadonlySet<number> => {
    const seen = new Set<number>();
    const waiting = [...heads];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (seen.has(node) || nodes[node]?.kind === 'STEP') continue;
      seen.add(node);
      for (const to of ways[node] ?? []) waiting.push(to);
    }
    return seen;
  };
  return (from) => {
    const heads = ways[from] ?? [];
    const [only] = heads;
    if (only === undefined || heads.length > 1) return reach(heads);
    const found = known.get(only) ?? reach(heads);
    known.set(only, found);
    return found;
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
  const [onward, back] = [places.onward(start), places.back(goal)];
  const [few, many] = onward.size < back.size ? [onward, back] : [back, onward];
  return [...few].filter((node) => many.has(node) && isBuffer(places.flow.nodes[node])).sort((a, b) => a - b);
}

/** Whether work comes from one step to another with no step in between. */
export function areNeighbours(places: FlowPlaces, from: StepKey, to: StepKey): boolean {
  const start = places.nodeOf.get(from);
  const goal = places.nodeOf.get(to);
  if (start === undefined || goal === undefined) return false;
  return [start, ...places.onward(start)].some((node) => places.next[node]?.includes(goal));
}
