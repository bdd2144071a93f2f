import type { FlowNode, Quantity, ValueStream } from '../../../domain/index.js';

/** A way of the drawing between two places; gates made for `after` lines and steps with a rhythm of their own are passed by. */
export interface Way {
  readonly from: number;
  readonly to: number;
  readonly share: Quantity | null;
}

/** The flow as it is drawn: places by their position in the flow, and the ways between them. */
export interface FlowOutline {
  readonly nodes: readonly FlowNode[];
  /** What is drawn, in the order of the text. */
  readonly drawn: readonly number[];
  readonly ways: readonly Way[];
  readonly onward: ReadonlyMap<number, readonly Way[]>;
  readonly incoming: ReadonlyMap<number, readonly Way[]>;
  /** The end of the block that a gate opens. */
  readonly endOf: ReadonlyMap<number, number>;
  /** Where work begins and ends. */
  readonly entries: readonly number[];
  readonly ends: readonly number[];
  /** Steps with a rhythm of their own: work passes them by. */
  readonly rhythms: ReadonlySet<number>;
}

/** The places and ways of a stream as they are drawn. */
export function outlineFlow({ flow, steps }: ValueStream): FlowOutline {
  const endOf = blocksOf(flow.nodes);
  const gates = new Set([...endOf.keys(), ...endOf.values()]);
  const rhythmic = new Set(steps.filter((step) => step.everySeconds !== null).map((step) => step.key));
  const isGate = (index: number) => 'partner' in (flow.nodes[index] ?? {}) && !gates.has(index);
  const rhythms = new Set(
    flow.nodes.flatMap((node, index) => (node.kind === 'STEP' && rhythmic.has(node.step) ? [index] : [])),
  );
  const isPassed = (index: number) => isGate(index) || rhythms.has(index);
  const plain = flow.arcs.filter((arc) => arc.kind === 'NEXT');
  const beyond = groupBy(plain, (arc) => arc.from);
  const before = groupBy(
    plain.map(({ from, to }) => ({ from: to, to: from })),
    (arc) => arc.from,
  );
  const ways = plain
    .filter((arc) => !isPassed(arc.from))
    .flatMap(({ from, to, share }) => targets(to, isPassed, beyond).map((end) => ({ from, to: end, share })));
  return {
    nodes: flow.nodes,
    drawn: flow.nodes.flatMap((_, index) => (isGate(index) ? [] : [index])),
    ways,
    onward: groupBy(ways, (way) => way.from),
    incoming: groupBy(ways, (way) => way.to),
    endOf,
    entries: throughPassed(flow.entries, isPassed, beyond),
    ends: throughPassed(flow.ends, isPassed, before),
    rhythms,
  };
}

/** Blocks whose gates know each other; those made for `after` lines do not. */
function blocksOf(nodes: readonly FlowNode[]): Map<number, number> {
  const blocks = new Map<number, number>();
  nodes.forEach((node, index) => {
    if ((node.kind !== 'FORK' && node.kind !== 'CHOICE') || node.partner <= index) return;
    const end = nodes[node.partner];
    if (end && 'partner' in end && end.partner === index) blocks.set(index, node.partner);
  });
  return blocks;
}

function throughPassed(
  places: readonly number[],
  isPassed: (index: number) => boolean,
  beyond: ReadonlyMap<number, readonly { readonly to: number }[]>,
): readonly number[] {
  return [...new Set(places.flatMap((place) => targets(place, isPassed, beyond)))];
}

function targets(
  from: number,
  isPassed: (index: number) => boolean,
  beyond: ReadonlyMap<number, readonly { readonly to: number }[]>,
): readonly number[] {
  const seen = new Set([from]);
  for (const at of seen) if (isPassed(at)) for (const { to } of beyond.get(at) ?? []) seen.add(to);
  return [...seen].filter((at) => !isPassed(at));
}

/** Items by what they have in common, in their order. */
export function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
