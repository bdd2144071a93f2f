import { expectVisits } from './expected-visits.js';
import { spread, type FlowGraph } from './flow-graph.js';
import type { FlowReckoning } from './reckon-flow.js';

/**
 * Where units come in at an entry: where the stream begins with an `either`, at each of its branches, else at the entry
 * itself. Where work comes back into one of the branches from outside of it the entry is one door: what is passed then
 * belongs to no branch alone, and so it is where looking would take more than this much work (branches × nodes).
 */
export function doorsOf({ graph }: FlowReckoning, entry: number, mostWork: number): readonly number[] {
  let work = 0;
  const doors: number[] = [];
  const waiting = [entry];
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    const gate = graph.flow.nodes[node];
    if (gate?.kind !== 'CHOICE') {
      if (graph.counted[node]) doors.push(node);
      continue;
    }
    const ways = graph.next[node] ?? [];
    work += ways.length * graph.size;
    if (work > mostWork || !ways.every(({ to }) => isOnItsOwn(graph, to, gate.partner))) return [entry];
    waiting.unshift(...ways.map(({ to }) => to));
  }
  return doors.length === 0 ? [entry] : doors;
}

function isOnItsOwn(graph: FlowGraph, head: number, end: number): boolean {
  if (head === end) return true;
  const branch = spread(graph.size, [head], (node) =>
    (graph.next[node] ?? []).flatMap(({ to }) => (to === end ? [] : [to])),
  );
  return graph.returns.every((one) => !branch[one.to] || branch[one.from]);
}

/** The same flow, in which every unit comes in by this door; null where a loop then never ends. */
export function throughDoor(reckoning: FlowReckoning, door: number): FlowReckoning | null {
  const { flow } = reckoning.graph;
  const graph = { ...reckoning.graph, flow: { ...flow, entries: [door] }, entries: new Set([door]) };
  const likely = expectVisits(graph, reckoning.regions, 'likely');
  return likely && { ...reckoning, graph, visits: { low: likely, likely, high: likely } };
}
