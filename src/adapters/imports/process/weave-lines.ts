import type { Blocks } from './find-blocks.js';
import { findBlocks } from './find-blocks.js';
import { quoted, type PlainFlow, type PlainWay } from './plain-flow.js';
import type { ReadNode } from './read-graph.js';

/** A line of the notation and the node that it comes from. */
export interface WovenLine {
  readonly text: string;
  readonly node: ReadNode;
}

/** The lines of a process, and the gates that no block of the notation can say. */
export interface WovenLines {
  readonly lines: readonly WovenLine[];
  readonly loose: readonly ReadNode[];
}

type Task =
  | { readonly kind: 'GO'; readonly node: number; readonly stop: number | null; readonly before: string }
  | {
      readonly kind: 'BRANCH';
      readonly way: PlainWay;
      readonly split: number;
      readonly join: number | null;
      readonly first: boolean;
    }
  | { readonly kind: 'LINE'; readonly line: WovenLine }
  | {
      readonly kind: 'END';
      readonly split: number;
      readonly join: number | null;
      readonly stop: number | null;
    };

interface Weaving {
  readonly flow: PlainFlow;
  readonly blocks: Blocks;
  readonly owners: ReadonlyMap<string, string>;
  readonly lines: WovenLine[];
  readonly tasks: Task[];
  readonly told: Set<string>;
  /** Nodes whose lines are written: none is written twice. */
  readonly done: Set<number>;
  /** What begins anew behind other steps: the node, and the steps that it comes after. */
  readonly waiting: Map<number, string[]>;
  readonly arrived: Map<number, string[]>;
  force: string | null;
  last: string | null;
  depth: number;
}

/** Writes a flow as lines of the notation: blocks where ways part and meet again, `after` lines where only they can say it. */
export function weaveLines(flow: PlainFlow, owners: ReadonlyMap<string, string>): WovenLines {
  const blocks = findBlocks(flow);
  const weaving: Weaving = {
    flow,
    blocks,
    owners,
    lines: [],
    tasks: [],
    told: new Set(),
    done: new Set(),
    waiting: new Map(),
    arrived: new Map(),
    force: null,
    last: null,
    depth: 0,
  };
  for (const start of flow.starts) run(weaving, start);
  flow.nodes.forEach(({ kind }, index) => {
    if (kind === 'STEP' && !weaving.done.has(index)) run(weaving, index);
  });
  const loose = [...blocks.loose].flatMap((index) => {
    const node = flow.nodes[index];
    return node && !node.after ? [node] : [];
  });
  return { lines: weaving.lines, loose };
}

function run(weaving: Weaving, first: number): void {
  const { tasks, waiting, lines, flow } = weaving;
  tasks.push({ kind: 'GO', node: first, stop: null, before: '' });
  for (;;) {
    const task = tasks.pop();
    if (task) {
      if (task.kind === 'GO') go(weaving, task.node, task.stop, task.before);
      else if (task.kind === 'BRANCH') branch(weaving, task);
      else if (task.kind === 'LINE') lines.push(task.line);
      else close(weaving, task);
      continue;
    }
    const next = nextWaiting(waiting);
    if (next === null) return;
    const node = flow.nodes[next];
    const names = waiting.get(next) ?? [];
    waiting.delete(next);
    if (node && names.length > 0) lines.push({ text: `after ${names.map(quoted).join(', ')}`, node });
    tasks.push({ kind: 'GO', node: next, stop: null, before: '' });
  }
}

function nextWaiting(waiting: ReadonlyMap<number, unknown>): number | null {
  let least: number | null = null;
  for (const node of waiting.keys()) least = least === null ? node : Math.min(least, node);
  return least;
}

/** Writes what follows from a node on, until its block ends or its way does. */
function go(weaving: Weaving, from: number, stop: number | null, before: string): void {
  const { flow, blocks, lines } = weaving;
  let at: number | null = from;
  let lead = before;
  while (at !== null && at !== stop) {
    const node = flow.nodes[at];
    const ways: readonly PlainWay[] = flow.out[at] ?? [];
    if (!node || weaving.done.has(at)) return;
    if (node.kind === 'END') {
      if (weaving.depth > 0) lines.push({ text: `${lead === 'then ' ? '' : lead}stop`, node });
      return;
    }
    if (node.kind === 'STEP' || node.kind === 'WAIT') {
      weaving.done.add(at);
      tell(weaving, at, node, lead);
      lead = weaving.depth > 0 ? 'then ' : '';
    }
    const meets = (flow.into[at]?.length ?? 0) > 1;
    if (meets) return blocks.loose.has(at) ? meet(weaving, at) : undefined;
    if (ways.length > 1 && !blocks.loose.has(at)) {
      const behind = sometimes(weaving, at, ways, lead);
      if (behind === null) return openBlock(weaving, at, node, stop, lead);
      at = behind;
      lead = weaving.depth > 0 ? 'then ' : '';
    } else at = ways.length > 1 ? part(weaving, ways) : (ways[0]?.to ?? null);
  }
}

/** A step with its force, its marks, its share where only some units need it, and the lines behind it. */
function tell(weaving: Weaving, at: number, node: ReadNode, lead: string): void {
  const { lines } = weaving;
  tellForce(weaving, node);
  node.lines.forEach((text, nth) => lines.push({ text: nth === 0 ? `${lead}${text}` : text, node }));
  if (node.kind === 'STEP') weaving.last = node.name;
  tellBehind(weaving, at);
}

/** The force of what follows, where it is another than before, and who owns it. */
function tellForce(weaving: Weaving, node: ReadNode): void {
  const { lines, owners, told } = weaving;
  if (node.force === null || node.force === weaving.force) return;
  weaving.force = node.force;
  lines.push({ text: `${node.force}:`, node });
  const owner = owners.get(node.force);
  if (owner !== undefined && !told.has(node.force)) lines.push({ text: `owner: ${owner}`, node });
  told.add(node.force);
}

function tellBehind({ flow, lines }: Weaving, at: number): void {
  for (const { text, at: place } of flow.behind.get(at) ?? []) {
    const node = flow.nodes[place];
    if (node) lines.push({ text, node });
  }
}

/** A choice between one step and nothing is a step that only some units need; gives what follows, null where it is another choice. */
function sometimes(weaving: Weaving, at: number, ways: readonly PlainWay[], lead: string): number | null {
  const { flow, blocks } = weaving;
  const join = blocks.joins.get(at);
  const step = ways.find(({ to }) => to !== join);
  const node = step && flow.nodes[step.to];
  if (join === undefined || ways.length !== 2 || flow.nodes[at]?.kind !== 'EXCLUSIVE') return null;
  if (node?.kind !== 'STEP' || !ways.some(({ to }) => to === join)) return null;
  const [next, ...others] = flow.out[step?.to ?? -1] ?? [];
  const after = flow.out[join]?.[0]?.to;
  if (next?.to !== join || others.length > 0 || flow.behind.has(join) || !step?.share) return null;
  if (after === undefined || (flow.out[join]?.length ?? 0) > 1) return null;
  weaving.done.add(step.to);
  tell(weaving, step.to, node, `${lead}sometimes ${step.share}: `);
  return after;
}

function openBlock(weaving: Weaving, at: number, node: ReadNode, stop: number | null, lead: string): void {
  const { flow, blocks, lines, tasks } = weaving;
  const join = blocks.joins.get(at) ?? null;
  const first = flow.nodes[flow.out[at]?.[0]?.to ?? -1];
  if (first?.kind === 'STEP') tellForce(weaving, first);
  lines.push({ text: `${lead}${node.kind === 'EXCLUSIVE' ? 'either' : 'meanwhile'}`, node });
  weaving.depth += 1;
  tasks.push({ kind: 'END', split: at, join, stop });
  const branches = (flow.out[at] ?? []).map((way, nth): Task => ({
    kind: 'BRANCH',
    way,
    split: at,
    join,
    first: nth === 0,
  }));
  tasks.push(...branches.toReversed());
}

function branch({ flow, lines, tasks }: Weaving, task: Extract<Task, { kind: 'BRANCH' }>): void {
  const { way, split, join, first } = task;
  const [gate, target] = [flow.nodes[split], flow.nodes[way.to]];
  if (!gate || !target) return;
  const choice = gate.kind === 'EXCLUSIVE';
  const before = choice ? `${way.share ?? '?%'}: ` : '';
  const empty = way.to === join || (target.kind === 'END' && !choice);
  if (empty) {
    if (choice) lines.push({ text: before.trim(), node: gate });
    return;
  }
  if (!choice && !first && target.kind === 'WAIT') {
    lines.push({ text: 'meanwhile', node: gate });
    tasks.push({ kind: 'LINE', line: { text: 'end', node: gate } });
  }
  tasks.push({ kind: 'GO', node: way.to, stop: join, before });
}

function close(weaving: Weaving, { split, join, stop }: Extract<Task, { kind: 'END' }>): void {
  const { flow, lines, tasks } = weaving;
  const node = flow.nodes[split];
  weaving.depth -= 1;
  if (node) lines.push({ text: 'end', node });
  if (join === null) return;
  tellBehind(weaving, join);
  const next = flow.out[join]?.[0]?.to;
  if (next === undefined) return;
  tasks.push({ kind: 'GO', node: next, stop, before: weaving.depth > 0 ? 'then ' : '' });
}

/** Ways that only `after` lines can say: the first goes on, the others begin anew; gives the one that goes on. */
function part(weaving: Weaving, ways: readonly PlainWay[]): number | null {
  const { flow, blocks, waiting, last } = weaving;
  const meets = ({ to }: PlainWay) => blocks.loose.has(to) && (flow.into[to]?.length ?? 0) > 1;
  for (const way of ways) if (meets(way)) meet(weaving, way.to);
  const others = ways
    .filter((way) => !meets(way))
    .map(({ to }) => to)
    .sort((a, b) => a - b);
  for (const to of others.slice(1)) waiting.set(to, last === null ? [] : [last]);
  return others[0] ?? null;
}

/** One more way has come to a gate that ends no block; when all have, what follows begins anew behind all of them. */
function meet({ flow, arrived, waiting, last }: Weaving, join: number): void {
  const names = arrived.get(join) ?? [];
  names.push(last ?? '');
  arrived.set(join, names);
  const next = flow.out[join]?.[0]?.to;
  if (names.length < (flow.into[join]?.length ?? 0) || next === undefined) return;
  waiting.set(next, [...new Set(names.filter((name) => name !== ''))]);
}
