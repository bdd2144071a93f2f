import { findReturns } from './find-returns.js';
import type { ReadGraph, ReadNode, ReadWay } from './read-graph.js';

/** A line that stands behind a node: what goes back from it, what is lost. */
export interface LineBehind {
  readonly text: string;
  /** The node that the line is told at. */
  readonly at: number;
}

export interface PlainWay {
  readonly from: number;
  readonly to: number;
  readonly share: string | null;
}

/** The flow without what goes back or is lost, and without gates at which nothing parts or meets. */
export interface PlainFlow {
  readonly nodes: readonly ReadNode[];
  readonly out: readonly (readonly PlainWay[])[];
  readonly into: readonly (readonly PlainWay[])[];
  readonly behind: ReadonlyMap<number, readonly LineBehind[]>;
  readonly starts: readonly number[];
}

interface Leaving {
  readonly from: number;
  readonly text: string;
  readonly at: number;
}

/** Takes returns, losses and mending out of the flow and writes them as lines behind the place whose units they are. */
export function plainFlow(graph: ReadGraph): PlainFlow {
  const nodes = [...graph.nodes];
  const returns = findReturns(graph);
  const leaving: Leaving[] = [];
  const kept: ReadWay[] = [];
  const kindAt = (index: number) => nodes[index]?.kind;
  const next = new Map<number, number>();
  for (const way of graph.ways) if (!returns.has(way) && !next.has(way.from)) next.set(way.from, way.to);
  for (const way of graph.ways) {
    const share = way.share === null ? '' : ` ${way.share}`;
    if (kindAt(way.from) === 'MEND') continue;
    if (way.lost) leaving.push({ from: way.origin ?? way.from, text: `lost${share}`, at: way.from });
    else if (returns.has(way) || kindAt(way.to) === 'MEND') {
      const target = way.target ?? firstStep(graph.nodes, way.to, next);
      const time = nodes[way.to]?.time ?? null;
      const name = target === null ? null : nodes[target]?.name;
      const text = `back to ${quoted(name ?? '')}${share}${time === null ? '' : ` ${time}`}`;
      if (name !== null && name !== undefined)
        leaving.push({ from: way.origin ?? way.from, text, at: way.from });
    } else kept.push(way);
  }
  const ways = splitMixed(nodes, kept);
  return settleGates(nodes, ways, leaving);
}

/** The first step that is reached from a place. */
function firstStep(
  nodes: readonly ReadNode[],
  from: number,
  next: ReadonlyMap<number, number>,
): number | null {
  let at: number | undefined = from;
  for (let gone = 0; at !== undefined && gone < nodes.length; gone++) {
    if (nodes[at]?.kind === 'STEP') return at;
    at = next.get(at);
  }
  return null;
}

/** A place that many ways lead into gets a gate in front, one that many lead out of a gate behind. */
function splitMixed(nodes: ReadNode[], ways: readonly ReadWay[]): ReadWay[] {
  const [entering, leaving] = [count(ways, 'to'), count(ways, 'from')];
  const gates = new Set(['PARALLEL', 'EXCLUSIVE']);
  const front = new Map<number, number>();
  const back = new Map<number, number>();
  const more: ReadWay[] = [];
  const between = { share: null, lost: false, back: false, origin: null, target: null };
  [...nodes.entries()].forEach(([index, node]) => {
    const mixed = gates.has(node.kind);
    const many = { into: (entering.get(index) ?? 0) > 1, out: (leaving.get(index) ?? 0) > 1 };
    const gate = { ...node, lines: [], name: '', block: false };
    if (many.into && (!mixed || many.out) && node.kind !== 'END') {
      const made = nodes.push({ ...gate, kind: mixed ? node.kind : 'EXCLUSIVE', implicit: !mixed }) - 1;
      front.set(index, made);
      more.push({ ...between, from: made, to: index });
    }
    if (many.out && !mixed) {
      const made = nodes.push({ ...gate, kind: 'PARALLEL' }) - 1;
      back.set(index, made);
      more.push({ ...between, from: index, to: made });
    }
  });
  const moved = ways.map((way) => ({
    ...way,
    from: back.get(way.from) ?? way.from,
    to: front.get(way.to) ?? way.to,
  }));
  return [...moved, ...more];
}

function count(ways: readonly ReadWay[], end: 'from' | 'to'): ReadonlyMap<number, number> {
  const counted = new Map<number, number>();
  for (const way of ways) counted.set(way[end], (counted.get(way[end]) ?? 0) + 1);
  return counted;
}

/** Gates with one way in and at most one way out are no places; what is told at them is told of the place before. */
function settleGates(
  nodes: readonly ReadNode[],
  ways: readonly ReadWay[],
  leaving: readonly Leaving[],
): PlainFlow {
  const [entering, exiting] = [count(ways, 'to'), count(ways, 'from')];
  const before = new Map<number, ReadWay>();
  for (const way of ways) before.set(way.to, way);
  const idle = (index: number): boolean => {
    const node = nodes[index];
    const gate = (node?.kind === 'PARALLEL' || node?.kind === 'EXCLUSIVE') && !node.block;
    return gate && entering.get(index) === 1 && (exiting.get(index) ?? 0) <= 1;
  };
  const settled = new Map<number, { readonly at: number; readonly share: string | null }>();
  const settle = (index: number) => {
    const passed: number[] = [];
    let at = index;
    let share: string | null = null;
    while (idle(at)) {
      const known = settled.get(at);
      if (known) {
        [at, share] = [known.at, known.share ?? share];
        break;
      }
      const way = before.get(at);
      if (!way) break;
      passed.push(at);
      [at, share] = [way.from, isChoice(way.from) ? way.share : share];
    }
    for (const one of passed) settled.set(one, { at, share });
    return { at, share };
  };
  const isChoice = (index: number) => nodes[index]?.kind === 'EXCLUSIVE' && (exiting.get(index) ?? 0) > 1;
  const out: PlainWay[][] = nodes.map(() => []);
  const into: PlainWay[][] = nodes.map(() => []);
  for (const { from, to, share } of ways) {
    if (idle(to)) continue;
    const { at, share: earlier } = settle(from);
    const way = { from: at, to, share: at === from ? (isChoice(from) ? share : null) : earlier };
    out[at]?.push(way);
    into[to]?.push(way);
  }
  const behind = new Map<number, LineBehind[]>();
  for (const { from, text, at } of leaving) {
    const place = isSplit(from, nodes, exiting) ? (before.get(from)?.from ?? from) : from;
    const { at: told } = settle(place);
    const lines = behind.get(told);
    if (lines) lines.push({ text, at });
    else behind.set(told, [{ text, at }]);
  }
  const starts = nodes.flatMap(({ kind }, index) => {
    const lonely = (entering.get(index) ?? 0) === 0 && kind !== 'MEND' && kind !== 'END';
    return kind === 'START' || lonely ? [index] : [];
  });
  return oneStart({ nodes, out, into, behind, starts });
}

/** Where work begins at several places it begins with a choice between them. */
function oneStart(flow: PlainFlow): PlainFlow {
  const first = flow.nodes[flow.starts[0] ?? -1];
  if (flow.starts.length < 2 || !first) return flow;
  const gate: ReadNode = { ...first, kind: 'EXCLUSIVE', lines: [], name: '', block: true, after: false };
  const from = flow.nodes.length;
  const ways = flow.starts.map((to) => ({ from, to, share: null }));
  const begun = new Map(ways.map((way) => [way.to, way]));
  const into = flow.into.map((before, index) => {
    const way = begun.get(index);
    return way ? [...before, way] : before;
  });
  const nodes = [...flow.nodes, gate];
  return { ...flow, nodes, out: [...flow.out, ways], into: [...into, []], starts: [from] };
}

function isSplit(index: number, nodes: readonly ReadNode[], exiting: ReadonlyMap<number, number>): boolean {
  const { kind } = nodes[index] ?? { kind: 'END' };
  return (kind === 'PARALLEL' || kind === 'EXCLUSIVE') && (exiting.get(index) ?? 0) > 1;
}

/** A text in quotes, as the notation reads it back. */
export function quoted(text: string): string {
  const plain = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return `"${plain.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
