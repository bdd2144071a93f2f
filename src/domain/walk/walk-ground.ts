import type { CapabilityDemand } from '../capability/index.js';
import { placesOf, receiversIn, type FlowPlaces } from '../change/index.js';
import type { StreamMetrics } from '../metrics/index.js';
import type { StepKey } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { isJudgeable } from './is-judgeable.js';

/** A stream looked up as a walk needs it. */
export interface WalkGround {
  readonly stream: ValueStream;
  readonly places: FlowPlaces;
  readonly steps: ReadonlyMap<StepKey, Step>;
  readonly demandsOf: ReadonlyMap<StepKey, readonly CapabilityDemand[]>;
  /** The steps from which work comes to a step, of which somebody should judge the output; each is judged by a few receivers. */
  producersOf(step: Step): readonly Step[];
  /** true where work goes to no other step from here. */
  isLast(step: Step): boolean;
  /** true where the step begins a branch of a block. */
  beginsBranch(step: Step): boolean;
  /** true where a wait or a stock is told right before the step, or in front of the block that it begins. */
  hasBufferBefore(step: Step): boolean;
  /** The steps that take up what lies at a node of the flow: behind the beginning of a block the first of each branch. */
  receiversOf(node: number): readonly Step[];
}

/** A step that hands over to very many is judged by the first of them. */
const MOST_RECEIVERS = 3;

/** The stream with what its walk sheet looks up. */
export function walkGround(
  stream: ValueStream,
  metrics: StreamMetrics,
  demands: readonly CapabilityDemand[],
): WalkGround {
  const places = placesOf(stream);
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  const producers = new Map<StepKey, Step[]>();
  const receivers = new Map<StepKey, number>();
  for (const { kind, from, to } of metrics.transfers) {
    if (kind !== 'NEXT') continue;
    const producer = steps.get(from);
    const received = receivers.get(from) ?? 0;
    receivers.set(from, received + 1);
    if (producer && isJudgeable(producer) && received < MOST_RECEIVERS) listUnder(producers, to, producer);
  }
  const demandsOf = new Map<StepKey, CapabilityDemand[]>();
  for (const demand of demands) listUnder(demandsOf, demand.step, demand);
  const before = (step: Step): readonly number[] => places.previous[places.nodeOf.get(step.key) ?? -1] ?? [];
  const kindOf = (node: number) => stream.flow.nodes[node]?.kind;
  const receiversOf = receiversIn(places);
  const isGate = (node: number) => kindOf(node) === 'FORK' || kindOf(node) === 'CHOICE';
  const isBuffer = (node: number) => kindOf(node) === 'WAIT' || kindOf(node) === 'STOCK';
  const waits = (from: readonly number[]): boolean => {
    for (let nodes = from; ; nodes = nodes.flatMap((node) => places.previous[node] ?? [])) {
      if (nodes.some(isBuffer)) return true;
      if (nodes.length === 0 || !nodes.every(isGate)) return false;
    }
  };
  return {
    stream,
    places,
    steps,
    demandsOf,
    producersOf: (step) => producers.get(step.key) ?? [],
    isLast: (step) => !receivers.has(step.key),
    beginsBranch: (step) => before(step).some(isGate),
    hasBufferBefore: (step) => waits(before(step)),
    receiversOf: (node) => receiversOf(node).flatMap((key) => steps.get(key) ?? []),
  };
}

function listUnder<T>(lists: Map<StepKey, T[]>, key: StepKey, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
