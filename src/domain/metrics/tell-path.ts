import type { FlowNode } from '../stream/index.js';
import type { FlowGraph, NextArc, ReturnArc } from './flow-graph.js';
import { groupByKey } from './flow-graph.js';
import type { LeadPath, PathBranch, PathChoice, PathPlace } from './lead-path.js';
import { bufferTimes } from './node-weights.js';
import type { PathTime, PathTrace } from './path-time.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';

/** EXPECTED: with all returns, an `either` by the shares of its branches; STRAIGHT: without returns, by one branch. */
export type PathKind = 'EXPECTED' | 'STRAIGHT';

/** The longest way to any end, place by place; null where no way leads to an end. */
export function tellPath(reckoning: FlowReckoning, path: PathTime, kind: PathKind): LeadPath | null {
  const { graph } = reckoning;
  const { entries } = graph.flow;
  let last: readonly [end: number, time: number] | null = null;
  for (const one of path.toEnds(entries)) if (!last || one[1] > last[1]) last = one;
  if (!last) return null;
  const [end, total] = last;
  const trace = path.trace(entries, end);
  const places = placesOf(reckoning, trace, kind);
  return { places: summed(places, total), choices: choicesOf(reckoning, trace, kind) };
}

type Unsummed = Omit<PathPlace, 'cumulative'>;

function placesOf(reckoning: FlowReckoning, trace: PathTrace, kind: PathKind): readonly Unsummed[] {
  const { graph, stream } = reckoning;
  const wait = bufferTimes(stream, 'likely');
  const timed = graph.returns.filter((one) => one.arc.time !== null && one.arc.share !== null);
  const rework = groupByKey(
    kind === 'STRAIGHT' ? [] : timed,
    (one) => one.origin,
    (one) => one,
  );
  return (graph.order ?? []).flatMap((node) => {
    const visits = trace.counts[node] ?? 0;
    if (visits === 0) return [];
    const place = placeAt(graph, node, wait, visits);
    const redone = (rework.get(node) ?? [])
      .map((one) => reworkPlace(graph, one, visits))
      .filter((place) => place.visits > 0);
    return place ? [place, ...redone] : redone;
  });
}

function placeAt(
  graph: FlowGraph,
  at: number,
  wait: (node: FlowNode | undefined) => number | null,
  visits: number,
): Unsummed | null {
  const node = graph.flow.nodes[at];
  const step = graph.steps[at];
  if (step) {
    if (!isPerUnit(step)) return null;
    const time = (step.leadTime ?? step.processTime)?.likely ?? null;
    return { kind: 'STEP', step: step.key, line: step.line, why: null, time, visits };
  }
  if (node?.kind !== 'WAIT' && node?.kind !== 'STOCK') return null;
  return { kind: node.kind, step: null, line: node.line, why: node.why, time: wait(node), visits };
}

function reworkPlace(graph: FlowGraph, { arc, target }: ReturnArc, passes: number): Unsummed {
  return {
    kind: 'REWORK',
    step: graph.steps[target]?.key ?? null,
    line: arc.line,
    why: null,
    time: arc.time?.likely ?? null,
    visits: passes * (arc.share?.likely ?? 0),
  };
}

/** Running sums; the last is the total itself, which was summed in another order. */
function summed(places: readonly Unsummed[], total: number): readonly PathPlace[] {
  let sum = 0;
  return places.map((place, nth) => {
    sum += (place.time ?? 0) * place.visits;
    return { ...place, cumulative: nth === places.length - 1 ? total : sum };
  });
}

function choicesOf(reckoning: FlowReckoning, trace: PathTrace, kind: PathKind): readonly PathChoice[] {
  const { graph, regions } = reckoning;
  return (graph.order ?? []).flatMap((gate): readonly PathChoice[] => {
    const node = graph.flow.nodes[gate];
    const opens = node?.kind === 'FORK' || node?.kind === 'CHOICE';
    if (!opens || (trace.counts[gate] ?? 0) === 0) return [];
    if (kind === 'EXPECTED' && !regions.branches.has(gate)) return [];
    const either = node.kind === 'CHOICE';
    const ways = (graph.next[gate] ?? []).filter((arc) => arc.to !== node.partner);
    const chosen = trace.taken.get(gate);
    const tell = (into: NextArc) => branchBehind(graph, into, node.partner, either);
    const left = ways.filter((into) => into !== chosen).map(tell);
    const taken = chosen && ways.includes(chosen) ? tell(chosen) : null;
    return ways.length === 0 ? [] : [{ kind: either ? 'EITHER' : 'MEANWHILE', taken, left }];
  });
}

/** A branch by its first step, and by its first line where it has none. */
function branchBehind(graph: FlowGraph, into: NextArc, end: number, either: boolean): PathBranch {
  const share = either ? (into.share?.likely ?? null) : null;
  let line: number | null = null;
  for (let node: number | undefined = into.to; node !== undefined && node !== end;) {
    const step = graph.steps[node];
    if (step) return { step: step.key, line: step.line, share };
    const buffer = graph.flow.nodes[node];
    if (buffer && 'line' in buffer) line ??= buffer.line;
    node = graph.next[node]?.[0]?.to;
  }
  return { step: null, line, share };
}
