import { exactly, type Quantity } from '../shared/index.js';
import { fillShares, type OpenShare } from './fill-shares.js';
import { groupByKey, type FlowGraph, type NextArc, type ReturnArc } from './flow-graph.js';
import type { ValueAhead } from './value-ahead.js';

/** Which way a sum is looked for: −1 least, 1 most. unlost: of units that go all the way. */
export interface Aim {
  readonly sign: -1 | 1;
  readonly unlost: boolean;
}

/**
 * The flow with every share that is a range at the value that makes a sum least or most; at every choice the shares
 * add up as the likely ones do, at every line what goes back, is lost and goes on adds up to all units.
 */
export function settleShares(graph: FlowGraph, ahead: ValueAhead, aim: Aim): FlowGraph {
  const lines = new Map<number, SettledLine>();
  for (const node of new Set([...graph.returnsFrom.keys(), ...graph.losses.keys()])) {
    const settled = settleLine(graph, node, ahead, aim);
    if (settled) lines.set(node, settled);
  }
  const moved = new Map([...lines.values()].flatMap(({ returns }) => returns));
  const returns = graph.returns.map((one) => moved.get(one) ?? one);
  const losses = new Map(graph.losses);
  for (const [node, line] of lines) if (line.losses.length > 0) losses.set(node, line.losses);
  return {
    ...graph,
    next: graph.next.map((ways, node) => settleChoice(graph, node, ways, ahead, aim)),
    returns,
    returnsFrom: groupByKey(
      returns.filter((one) => !one.arc.time),
      (one) => one.from,
      (one) => one,
    ),
    losses,
  };
}

function isOpen(share: Quantity | null): share is Quantity {
  return share !== null && share.low < share.high;
}

function settleChoice(
  graph: FlowGraph,
  choice: number,
  ways: readonly NextArc[],
  ahead: ValueAhead,
  { sign }: Aim,
): readonly NextArc[] {
  const node = graph.flow.nodes[choice];
  if (node?.kind !== 'CHOICE' || !ways.some(({ share }) => isOpen(share))) return ways;
  const told = ways.filter((way) => way.share !== null);
  const options = told.map(({ to, share }): OpenShare => openShare(share, ahead(choice, to)));
  const likely = told.reduce((sum, { share }) => sum + (share?.likely ?? 0), 0);
  const untold = told.length < ways.length;
  if (untold) options.push({ low: 0, high: 1, worth: ahead(choice, node.partner) });
  const shares = fillShares(options, untold ? 1 : Math.min(1, likely), sign);
  const settled = new Map(told.map((way, at) => [way, point(way.share, shares[at] ?? 0)]));
  return ways.map((way) => ({ ...way, share: settled.get(way) ?? null }));
}

interface SettledLine {
  readonly returns: readonly (readonly [ReturnArc, ReturnArc])[];
  readonly losses: Quantity[];
}

/** What goes back and is lost at one line; null where none of it is a range. */
function settleLine(graph: FlowGraph, node: number, ahead: ValueAhead, aim: Aim): SettledLine | null {
  const returns = (graph.returnsFrom.get(node) ?? []).filter(({ arc }) => arc.share !== null);
  const losses = graph.losses.get(node) ?? [];
  if (![...returns.map(({ arc }) => arc.share), ...losses].some(isOpen)) return null;
  const on = (graph.next[node] ?? []).reduce((sum, { to }) => sum + ahead(node, to), 0);
  const back = returns.map((one) => ahead(node, one.to));
  // Of units that go all the way, more are sent back where more are lost.
  const lost = aim.unlost ? Math.max(...back, on) : 0;
  const shares = fillShares(
    [
      ...returns.map(({ arc }, at) => openShare(arc.share, back[at] ?? 0)),
      ...losses.map((share) => openShare(share, lost)),
      { low: 0, high: 1, worth: on },
    ],
    1,
    aim.sign,
  );
  return {
    returns: returns.map((one, at) => {
      const share = point(one.arc.share, shares[at] ?? 0);
      return [one, { ...one, arc: { ...one.arc, share } }] as const;
    }),
    losses: losses.map((share, at) => point(share, shares[returns.length + at] ?? 0)),
  };
}

function openShare(share: Quantity | null, worth: number): OpenShare {
  return { low: share?.low ?? 0, high: share?.high ?? 0, worth };
}

function point(share: Quantity | null, value: number): Quantity {
  return exactly(value, share?.source ?? 'DERIVED');
}
