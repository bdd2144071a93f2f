import type { FlowNode } from '../stream/index.js';
import type { FlowGraph, NextArc, ReturnArc } from './flow-graph.js';
import { groupByKey } from './flow-graph.js';
import type { Regions } from './flow-regions.js';
import type { LeadPath, PathBranch, PathChoice, PathPlace } from './lead-path.js';
import { bufferTimes } from './node-weights.js';
import type { PathTime, PathTrace } from './path-time.js';
import { isPerUnit, type FlowReckoning } from './reckon-flow.js';

/** What a path may be told with: straight through it has no rework. */
export interface PathOptions {
  readonly regions: Regions;
  readonly straight: boolean;
}

/** The longest way to any end, place by place; null where no way leads to an end. */
export function tellPath(reckoning: FlowReckoning, path: PathTime, options: PathOptions): LeadPath | null {
  const { graph } = reckoning;
  const { entries } = graph.flow;
  let last: readonly [end: number, time: number] | null = null;
  for (const one of path.toEnds(entries)) if (!last || one[1] > last[1]) last = one;
  if (!last) return null;
  const [end, total] = last;
  const trace = path.trace(entries, end);
  const places = placesOf(reckoning, trace, options);
  return { places: summed(places, total), choices: choicesOf(graph, trace, options.regions) };
}

type Unsummed = Omit<PathPlace, 'cumulative'>;

function placesOf(reckoning: FlowReckoning, trace: PathTrace, options: PathOptions): readonly Unsummed[] {
  const { graph, stream } = reckoning;
  const wait = bufferTimes(stream, 'likely');
  const timed = graph.returns.filter((one) => one.arc.time !== null && one.arc.share !== null);
  const rework = groupByKey(
    options.straight ? [] : timed,
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

function choicesOf(graph: FlowGraph, trace: PathTrace, regions: Regions): readonly PathChoice[] {
  return (graph.order ?? []).flatMap((gate): readonly PathChoice[] => {
    const branches = regions.branches.get(gate);
    if (!branches || (trace.counts[gate] ?? 0) === 0) return [];
    const either = graph.flow.nodes[gate]?.kind === 'CHOICE';
    const chosen = regions.list[trace.taken.get(gate) ?? -1]?.into ?? null;
    const end = regions.list[branches[0] ?? -1]?.end ?? -1;
    const tell = (into: NextArc) => branchBehind(graph, into, end, either);
    const left = branches.flatMap((index) => {
      const into = regions.list[index]?.into;
      return into && into !== chosen ? [tell(into)] : [];
    });
    return [{ kind: either ? 'EITHER' : 'MEANWHILE', taken: chosen && tell(chosen), left }];
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
