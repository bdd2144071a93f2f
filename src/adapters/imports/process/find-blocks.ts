import type { PlainFlow } from './plain-flow.js';

/** A branch of a block, within the branch that the block stands in; null is the stream itself. */
interface Scope {
  readonly split: number;
  readonly parent: Scope | null;
  readonly depth: number;
}

/** How the gates of a flow stand to each other. */
export interface Blocks {
  /** The gate at which the branches of a split meet; absent where all of them end. */
  readonly joins: ReadonlyMap<number, number>;
  /** Splits and joins that are no block: only `after` lines can say them. */
  readonly loose: ReadonlySet<number>;
}

interface Search {
  readonly flow: PlainFlow;
  readonly joins: Map<number, number>;
  readonly loose: Set<number>;
  /** Branches of a split that have neither ended nor met. */
  readonly open: Map<number, number>;
  /** The scopes in which work has arrived at a node. */
  readonly arrived: Map<number, (Scope | null)[]>;
  /** Joins at which all has arrived, and whose block is not over yet, by the split of the block. */
  readonly pending: Map<number, number>;
  readonly ready: [number, Scope | null][];
}

/** Finds the blocks of a flow without loops: a split is one with the gate at which all its branches meet that do not end. Linear but for the nesting. */
export function findBlocks(flow: PlainFlow): Blocks {
  const search: Search = {
    flow,
    joins: new Map(),
    loose: new Set(),
    open: new Map(),
    arrived: new Map(),
    pending: new Map(),
    ready: flow.starts.map((start) => [start, null]),
  };
  for (;;) {
    const next = search.ready.pop();
    if (next) visit(search, ...next);
    else if (!forceJoin(search)) return { joins: search.joins, loose: search.loose };
  }
}

function visit(search: Search, node: number, scope: Scope | null): void {
  const { flow, loose, open } = search;
  const ways = flow.out[node] ?? [];
  if (ways.length === 0) {
    end(search, scope);
    return;
  }
  if (ways.length === 1 || flow.nodes[node]?.after) {
    if (ways.length > 1) loose.add(node);
    for (const { to } of ways) arrive(search, to, scope);
    return;
  }
  open.set(node, ways.length);
  const inside = { split: node, parent: scope, depth: (scope?.depth ?? 0) + 1 };
  for (const { to } of ways) arrive(search, to, { ...inside });
}

function arrive(search: Search, node: number, scope: Scope | null): void {
  const { flow, arrived, ready } = search;
  const needed = flow.into[node]?.length ?? 0;
  if (needed <= 1 && !meetsAlone(flow, node)) return void ready.push([node, scope]);
  const scopes = arrived.get(node) ?? [];
  scopes.push(scope);
  arrived.set(node, scopes);
  if (scopes.length < needed) return;
  const kind = flow.nodes[node]?.kind;
  if (kind === 'END') {
    for (const one of scopes) end(search, one);
    return;
  }
  if (flow.nodes[node]?.after) {
    openJoin(search, node, scopes);
    return;
  }
  const split = scopes[0]?.split;
  const same = split !== undefined && scopes.every((one) => one?.split === split);
  if (!same) return;
  search.pending.set(split, node);
  settle(search, split);
}

/** The end of a block of which one branch is left. */
function meetsAlone({ nodes, into, out }: PlainFlow, node: number): boolean {
  return Boolean(nodes[node]?.block) && into[node]?.length === 1 && (out[node]?.length ?? 0) <= 1;
}

/** Closes a block where all branches that are still open have met. */
function settle(search: Search, split: number): void {
  const { pending, arrived, open, joins, ready, flow } = search;
  const join = pending.get(split);
  if (join === undefined) return;
  const scopes = arrived.get(join) ?? [];
  const sameKind = flow.nodes[join]?.implicit || flow.nodes[join]?.kind === flow.nodes[split]?.kind;
  if (scopes.length !== open.get(split) || !sameKind || search.loose.has(split)) return;
  pending.delete(split);
  arrived.delete(join);
  joins.set(split, join);
  ready.push([join, scopes[0]?.parent ?? null]);
}

function end(search: Search, scope: Scope | null): void {
  for (let at = scope; at; at = at.parent) {
    const left = (search.open.get(at.split) ?? 1) - 1;
    search.open.set(at.split, left);
    if (left > 0) return settle(search, at.split);
  }
}

/** Where nothing goes on, the first join at which all has arrived is no end of a block; false where there is none. */
function forceJoin(search: Search): boolean {
  const { arrived, flow } = search;
  for (const [node, scopes] of arrived) {
    if (scopes.length < (flow.into[node]?.length ?? 0) || flow.nodes[node]?.kind === 'END') {
      continue;
    }
    if (search.loose.has(node)) continue;
    for (const [split, join] of search.pending) if (join === node) search.pending.delete(split);
    const common = openJoin(search, node, scopes);
    for (const scope of scopes) {
      for (let at = scope; at && at !== common; at = at.parent) {
        if (search.loose.has(at.split)) break;
        search.loose.add(at.split);
      }
    }
    return true;
  }
  return false;
}

/** A join that ends no block goes on in the branch that all of its ways have in common. */
function openJoin(
  { arrived, loose, ready }: Search,
  node: number,
  scopes: readonly (Scope | null)[],
): Scope | null {
  arrived.delete(node);
  loose.add(node);
  const common = scopes.reduce((a, b) => commonScope(a, b));
  ready.push([node, common]);
  return common;
}

function commonScope(a: Scope | null, b: Scope | null): Scope | null {
  let [one, other] = [a, b];
  while (one !== other) {
    if ((one?.depth ?? 0) >= (other?.depth ?? 0)) one = one?.parent ?? null;
    else other = other?.parent ?? null;
  }
  return one;
}
