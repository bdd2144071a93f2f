import type { Quantity } from '../shared/index.js';
import type { Step, ValueStream } from '../stream/index.js';
import { expectVisits, type Visits } from './expected-visits.js';
import { readGraph, spread, type FlowGraph, type RangeEnd } from './flow-graph.js';
import { cutRegions, type Regions } from './flow-regions.js';

/** The flow of a stream with the expected visits of its nodes at each end of every range. */
export interface FlowReckoning {
  readonly stream: ValueStream;
  readonly graph: FlowGraph;
  readonly regions: Regions;
  readonly visits: Readonly<Record<RangeEnd, Visits>>;
  /** true where any share of the stream is a range. */
  readonly shared: boolean;
  /** true where any number of the stream is a range. */
  readonly ranged: boolean;
  /** Nodes whose visits nobody can tell, because the share of a branch is not told. */
  readonly unknown: readonly boolean[];
  /** Nodes that are passed more often than reckoned, because the share of a return is not told. */
  readonly floor: readonly boolean[];
}

/** The reckoning with the likely visits at each end, or the reason in plain words why there is none. */
export function reckonFlow(stream: ValueStream): FlowReckoning | string {
  if (stream.steps.length === 0) return 'the stream has no steps yet';
  const graph = readGraph(stream);
  if (!graph.order) return 'steps follow each other in a circle (see its `after` lines)';
  const regions = cutRegions(graph, graph.order, ['FORK']);
  const likely = expectVisits(graph, regions, 'likely');
  if (!likely) return 'a loop of returns never ends: all of its units go round for ever';
  const shared = sharesOf(graph).some(isRange);
  const visits = { low: likely, likely, high: likely };
  const ranged = shared || timesOf(stream).some(isRange);
  const open = { unknown: unknownVisits(graph), floor: floorVisits(graph) };
  return { stream, graph, regions, visits, shared, ranged, ...open };
}

function isRange(quantity: Quantity | null): boolean {
  return quantity !== null && quantity.low !== quantity.high;
}

function timesOf({ steps, flow, demandPerWeek }: ValueStream): readonly (Quantity | null)[] {
  const buffers = flow.nodes.map((node) =>
    node.kind === 'WAIT' ? node.time : node.kind === 'STOCK' ? node.units : null,
  );
  const ofSteps = steps.flatMap(({ processTime, leadTime }) => [processTime, leadTime]);
  return [demandPerWeek, ...ofSteps, ...buffers, ...flow.arcs.map((arc) => arc.time)];
}

function sharesOf(graph: FlowGraph): readonly Quantity[] {
  const shares = graph.flow.arcs.map((arc) => arc.share).filter((share) => share !== null);
  return [...shares, ...graph.flow.losses.map((loss) => loss.share)];
}

/**
 * What stands in a branch of unknown share, up to the end of its block; and beyond it where the branch stops, loses
 * or sends back units, because then nobody knows how many come out.
 */
function unknownVisits(graph: FlowGraph): boolean[] {
  const unknown = Array.from({ length: graph.size }, () => false);
  graph.flow.nodes.forEach((node, choice) => {
    if (node.kind !== 'CHOICE') return;
    const heads = (graph.next[choice] ?? []).filter((arc) => arc.share === null).map((arc) => arc.to);
    if (heads.length === 0) return;
    const inside = (at: number) => at !== node.partner;
    const onward = (at: number) => (graph.next[at] ?? []).map((arc) => arc.to);
    const branch = spreadFrom(heads.filter(inside), (at) => onward(at).filter(inside));
    const leaks = [...branch].some((at) => leavesFlow(graph, at));
    const all = leaks ? spreadFrom([node.partner, ...branch], onward) : branch;
    for (const at of all) unknown[at] = true;
  });
  return unknown;
}

function spreadFrom(
  heads: readonly number[],
  onward: (node: number) => readonly number[],
): ReadonlySet<number> {
  const seen = new Set(heads);
  for (const node of seen) for (const to of onward(node)) seen.add(to);
  return seen;
}

function leavesFlow(graph: FlowGraph, node: number): boolean {
  return graph.losses.has(node) || graph.stops.has(node) || graph.returnsFrom.has(node);
}

function floorVisits(graph: FlowGraph): boolean[] {
  const open = graph.returns.filter((one) => one.arc.share === null && !one.arc.time);
  if (open.length === 0) return Array.from({ length: graph.size }, () => false);
  const behind = spread(
    graph.size,
    open.map((one) => one.to),
    (at) => (graph.next[at] ?? []).map((arc) => arc.to),
  );
  const before = spread(
    graph.size,
    open.map((one) => one.from),
    (at) => (graph.previous[at] ?? []).map((arc) => arc.from),
  );
  return behind.map((one, node) => one && (before[node] ?? false));
}

/** true where the step is passed by units, and has no rhythm of its own. */
export function isPerUnit(step: Step): boolean {
  return step.everySeconds === null;
}

/** true where it is known how often a unit passes the step. */
export function isReckoned(reckoning: FlowReckoning, node: number): boolean {
  return (reckoning.graph.reached[node] ?? false) && !(reckoning.unknown[node] ?? false);
}
