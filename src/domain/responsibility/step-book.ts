import { foldName, type CapabilityKey, type StepKey } from '../shared/index.js';
import type { CapabilityDemand } from '../capability/index.js';
import type { StreamMetrics, Transfer } from '../metrics/index.js';
import type { Step, ValueStream } from '../stream/index.js';

/** A stream, looked up by whatever a responsibility rests on; everything in stream order. */
export interface StepBook {
  readonly stream: ValueStream;
  readonly steps: ReadonlyMap<StepKey, Step>;
  /** By folded name; of two steps of one name the first. */
  readonly named: ReadonlyMap<string, Step>;
  readonly demands: ReadonlyMap<StepKey, readonly CapabilityDemand[]>;
  /** The demands for a capability, by the order of their steps. */
  readonly asking: ReadonlyMap<CapabilityKey, readonly CapabilityDemand[]>;
  readonly leaving: ReadonlyMap<StepKey, readonly Transfer[]>;
  readonly arriving: ReadonlyMap<StepKey, readonly Transfer[]>;
  /** The steps that approve a step. */
  readonly approvers: ReadonlyMap<StepKey, readonly Step[]>;
  /** What somebody performs today, by folded name. */
  readonly performed: ReadonlyMap<string, readonly Step[]>;
}

/** Indexes a stream once; linear in steps, demands and transfers. */
export function openStepBook(
  stream: ValueStream,
  demands: readonly CapabilityDemand[],
  metrics: StreamMetrics,
): StepBook {
  const steps = new Map(stream.steps.map((step) => [step.key, step]));
  const named = new Map<string, Step>();
  const approvers = new Map<StepKey, Step[]>();
  const performed = new Map<string, Step[]>();
  for (const step of stream.steps) {
    const name = foldName(step.name);
    if (!named.has(name)) named.set(name, step);
    for (const approved of step.approves) gather(approvers, approved, step);
    for (const performer of new Set(step.performers.map(foldName))) gather(performed, performer, step);
  }
  return {
    stream,
    steps,
    named,
    demands: gatherBy(demands, (demand) => demand.step),
    asking: gatherBy(demands, (demand) => demand.capability.key),
    leaving: gatherBy(metrics.transfers, (transfer) => transfer.from),
    arriving: gatherBy(metrics.transfers, (transfer) => transfer.to),
    approvers,
    performed,
  };
}

/** Adds to the list that stands under a key. */
export function gather<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Lists by key, each in the order of the items. */
export function gatherBy<K, V>(items: Iterable<V>, keyOf: (item: V) => K): Map<K, V[]> {
  const lists = new Map<K, V[]>();
  for (const item of items) gather(lists, keyOf(item), item);
  return lists;
}
