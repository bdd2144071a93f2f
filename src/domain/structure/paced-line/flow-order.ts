import type { StepKey } from '../../shared/index.js';
import type { ValueStream } from '../../stream/index.js';
import { orderTasks } from './line-problem.js';

/** What comes before what: the steps that are asked about, then places where many ways meet and part. */
export interface FlowOrder {
  /** Steps and meeting places. */
  readonly size: number;
  /** Positions: a step by its place in the list that was given, a meeting place behind all steps. */
  readonly arcs: readonly (readonly [number, number])[];
}

/** Beyond so many ways out a meeting place is kept, so that the ways do not multiply. */
const MOST_WAYS = 8;

/** The order in which units come to these steps, through waits, branches and whatever else lies between; returns are left out. Null where ways run in a circle. */
export function readFlowOrder({ flow }: ValueStream, steps: readonly StepKey[]): FlowOrder | null {
  const next: number[][] = flow.nodes.map(() => []);
  const waysIn = flow.nodes.map(() => 0);
  const ways = flow.arcs.filter(({ kind }) => kind === 'NEXT').map(({ from, to }) => [from, to] as const);
  for (const [from, to] of ways) {
    next[from]?.push(to);
    waysIn[to] = (waysIn[to] ?? 0) + 1;
  }
  const order = orderTasks(flow.nodes.length, ways);
  if (order.length < flow.nodes.length) return null;
  const placeOf = new Map(steps.map((step, place) => [step, place]));
  const arcs: [number, number][] = [];
  let size = steps.length;
  /** From each node on: the places that are come to first. */
  const reached: (readonly number[])[] = flow.nodes.map(() => []);
  for (const at of order.reverse()) {
    const node = flow.nodes[at];
    const onward = [...new Set((next[at] ?? []).flatMap((to) => reached[to] ?? []))];
    const place = node?.kind === 'STEP' ? placeOf.get(node.step) : undefined;
    const meeting = onward.length > MOST_WAYS && (waysIn[at] ?? 0) > 1;
    if (place === undefined && !meeting) {
      reached[at] = onward;
      continue;
    }
    const own = place ?? size++;
    for (const to of onward) arcs.push([own, to]);
    reached[at] = [own];
  }
  return { size, arcs };
}
