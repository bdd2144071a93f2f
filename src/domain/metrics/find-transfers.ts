import { expectVisits, type Visits } from './expected-visits.js';
import type { FlowGraph } from './flow-graph.js';
import { lastStep } from './flow-ends.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';
import type { Transfer } from './stream-metrics.js';

/** A step that work comes to from a place, for one unit that leaves the place. */
interface Arrival {
  readonly node: number;
  readonly passes: number;
  readonly wait: number | null;
  readonly whys: readonly string[];
}

/** Where so many ways meet and part again at once, each way in is told with one way out only. */
const MOST_CROSSINGS = 20_000;

/** Every way by which work passes from one step to another, through buffers and gates, in the order of the text. */
export function findTransfers(reckoning: FlowReckoning): readonly Transfer[] {
  const { graph, regions, unknown } = reckoning;
  const evenly = unknown.includes(true) ? expectVisits(graph, regions, 'likely', { evenly: true }) : null;
  const visits = evenly ?? reckoning.visits.likely;
  const arrivals = arrivalsBehind(reckoning, visits);
  const found = new Map<string, Transfer>();
  for (const step of reckoning.stream.steps) {
    const node = graph.nodeOf.get(step.key) ?? -1;
    if (!isPerUnit(step)) continue;
    for (const arrival of arrivals[node] ?? []) {
      const to = graph.steps[arrival.node];
      if (!to) continue;
      const perUnit = (visits.total[node] ?? 0) * arrival.passes;
      const shareUnknown = (unknown[node] ?? false) || (unknown[arrival.node] ?? false);
      const { wait, whys } = arrival;
      const seam = step.force !== null && to.force !== null && step.force !== to.force;
      add(
        found,
        { from: step.key, to: to.key, kind: 'NEXT', perUnit, wait, whys, seam, line: to.line },
        shareUnknown,
      );
    }
  }
  addReturns(found, graph, visits);
  return [...found.values()];
}

function addReturns(found: Map<string, Transfer>, graph: FlowGraph, visits: Visits): void {
  for (const one of graph.returns) {
    const from = lastStep(graph, one.origin);
    const to = graph.steps[one.target];
    if (!from || !to) continue;
    const { share, time, line } = one.arc;
    const perUnit = time ? (visits.total[one.origin] ?? 0) * (share?.likely ?? 0) : visits.returned(one);
    const seam = from.force !== null && to.force !== null && from.force !== to.force;
    const transfer = {
      from: from.key,
      to: to.key,
      kind: 'RETURN',
      perUnit,
      wait: null,
      whys: [],
      seam,
      line,
    } as const;
    add(found, transfer, share === null);
  }
}

/** Ways between the same two steps are one transfer: passes are added, waits averaged over those that tell one. */
function add(found: Map<string, Transfer>, transfer: Transfer, shareUnknown: boolean): void {
  const key = `${transfer.kind} ${transfer.from} ${transfer.to}`;
  const before = found.get(key);
  const marked = shareUnknown ? { ...transfer, shareUnknown } : transfer;
  if (!before) {
    found.set(key, marked);
    return;
  }
  const perUnit = before.perUnit + transfer.perUnit;
  const whys = [...new Set([...before.whys, ...transfer.whys])];
  found.set(key, {
    ...before,
    ...marked,
    line: before.line,
    perUnit,
    whys,
    wait: averageWait(before, transfer),
  });
}

function averageWait(a: Transfer, b: Transfer): number | null {
  if (a.wait === null || b.wait === null) return a.wait ?? b.wait;
  const passes = a.perUnit + b.perUnit;
  return passes > 0 ? (a.wait * a.perUnit + b.wait * b.perUnit) / passes : Math.max(a.wait, b.wait);
}

/** For every node the steps that work comes to next, from the last node of the flow to the first. */
function arrivalsBehind(reckoning: FlowReckoning, visits: Visits): readonly (readonly Arrival[])[] {
  const { graph } = reckoning;
  const arrivals: (readonly Arrival[])[] = Array.from({ length: graph.size }, () => []);
  const order = graph.order ?? [];
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at] ?? 0;
    const ways = visits.onward(node).filter((way) => way.share > 0);
    arrivals[node] = ways.flatMap(({ to, share }) => {
      const step = graph.steps[to];
      if (step && isPerUnit(step)) return [{ node: to, passes: share, wait: null, whys: [] }];
      const passing = share * crossing(graph, visits, node, to, share);
      return behind(graph, node, to, arrivals[to] ?? []).map((arrival) =>
        through(reckoning, to, arrival, passing),
      );
    });
  }
  return arrivals;
}

/** At a join a unit goes on once for all ways in: what part of it each way in stands for. */
function crossing(graph: FlowGraph, visits: Visits, from: number, to: number, share: number): number {
  if (graph.flow.nodes[to]?.kind !== 'JOIN') return 1;
  const arriving = (visits.total[from] ?? 0) * share;
  return arriving > 0 ? (visits.total[to] ?? 0) / arriving : 0;
}

function behind(
  graph: FlowGraph,
  from: number,
  to: number,
  arrivals: readonly Arrival[],
): readonly Arrival[] {
  const ways = graph.previous[to] ?? [];
  if (ways.length * arrivals.length <= MOST_CROSSINGS || ways.at(-1)?.from === from) return arrivals;
  return arrivals.slice(0, 1);
}

/** An arrival seen from before a buffer or a gate. */
function through(
  { graph, stream }: FlowReckoning,
  place: number,
  arrival: Arrival,
  passing: number,
): Arrival {
  const node = graph.flow.nodes[place];
  const passes = arrival.passes * passing;
  if (node?.kind !== 'WAIT' && node?.kind !== 'STOCK') return { ...arrival, passes };
  const { secondsPerDay, daysPerWeek } = stream.calendar;
  const perWeek = stream.demandPerWeek?.likely ?? 0;
  const stock = (units: number) => (perWeek > 0 ? (units / perWeek) * daysPerWeek * secondsPerDay : null);
  const own = node.kind === 'WAIT' ? node.time.likely : stock(node.units.likely);
  const wait = own === null ? arrival.wait : own + (arrival.wait ?? 0);
  const whys = node.why === null ? arrival.whys : [...new Set([node.why, ...arrival.whys])];
  return { ...arrival, passes, wait, whys };
}
