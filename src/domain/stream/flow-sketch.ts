import { exactly, type Problem, type Quantity, type StepKey, type TextPlace } from '../shared/index.js';
import type { Scope } from './flow-scope.js';
import type { DraftReference } from './stream-draft.js';
import type { FlowLoss, FlowNode } from './value-stream.js';

/** The share of a way that nobody stated: all that is left after losses and returns. */
export const THE_REST = 'REST';

export interface SketchedArc {
  readonly from: number;
  readonly to: number;
  readonly share: Quantity | null | typeof THE_REST;
}

export interface SketchedReturn {
  readonly origin: number;
  readonly to: DraftReference;
  readonly share: Quantity | null;
  readonly time: Quantity | null;
  readonly at: TextPlace | null;
}

export interface SketchedAfter {
  readonly node: number;
  readonly steps: readonly DraftReference[];
  readonly scope: Scope;
  readonly at: TextPlace | null;
}

/** The buffers right behind a step. */
export interface WayOut {
  /** The last of the buffers. */
  readonly end: number;
  /** The line of the first of them. */
  readonly at: TextPlace | null;
}

/** Where the next line joins on. START: it is an entry; DEAD: what stood above has stopped. */
export interface Cursor {
  readonly state: 'START' | 'AT' | 'DEAD';
  readonly node: number;
  readonly share: SketchedArc['share'];
  readonly scope: Scope;
}

export interface OpenBlock {
  readonly gate: number;
  readonly parallel: boolean;
  readonly scope: Scope;
  readonly shares: readonly (Quantity | null)[];
  branch: number;
  readonly exits: { readonly node: number; readonly share: SketchedArc['share'] }[];
}

/** A flow while its lines are read: nodes and the ways between them, with what refers to steps still unresolved. */
export interface FlowSketch {
  readonly nodes: FlowNode[];
  readonly scopes: Scope[];
  readonly arcs: SketchedArc[];
  readonly losses: (FlowLoss & { readonly at: TextPlace | null })[];
  readonly returns: SketchedReturn[];
  readonly afters: SketchedAfter[];
  readonly entries: number[];
  readonly stops: number[];
  /** Where the branches of a block begin in the text, by the gate that opens it. */
  readonly branchPlaces: Map<number, (TextPlace | null)[]>;
  readonly blocks: OpenBlock[];
  /** The node of a step, and the node at which its line is left (behind a `sometimes` both differ). */
  readonly stepNodes: Map<StepKey, { readonly node: number; readonly exit: number }>;
  readonly problems: Problem[];
  cursor: Cursor;
  /** The line above, which losses and returns are shares of. */
  above: number | null;
  after: { readonly steps: readonly DraftReference[]; readonly at: TextPlace | null } | null;
  /** The step whose way out is being told, with the node at which its last buffer so far ends, if there is one. */
  wayOut: { readonly key: StepKey; readonly end: number | null } | null;
  readonly waysOut: Map<StepKey, WayOut>;
  /** Buffers that are no step's way out, with the line of the first of those that follow each other. */
  readonly loose: Map<number, TextPlace | null>;
  /** Nodes that the line below does not follow, since it follows what an `after` names. */
  readonly passedOver: Set<number>;
}

/** An empty sketch: nothing drawn, nothing above. */
export function startSketch(): FlowSketch {
  return {
    nodes: [],
    scopes: [],
    arcs: [],
    losses: [],
    returns: [],
    afters: [],
    entries: [],
    stops: [],
    branchPlaces: new Map(),
    blocks: [],
    stepNodes: new Map(),
    problems: [],
    cursor: { state: 'START', node: -1, share: THE_REST, scope: { around: null, step: null } },
    above: null,
    after: null,
    wayOut: null,
    waysOut: new Map(),
    loose: new Map(),
    passedOver: new Set(),
  };
}

/** Puts a node behind the cursor (or behind what a pending `after` names) and moves the cursor to it. */
export function addNode(sketch: FlowSketch, node: FlowNode, leaves: SketchedArc['share'] = THE_REST): number {
  const index = sketch.nodes.push(node) - 1;
  const { cursor, after } = sketch;
  let scope = cursor.scope;
  if (after) {
    if (cursor.state === 'AT') sketch.passedOver.add(cursor.node);
    scope = { around: cursor.scope.around, step: cursor.scope.step };
    sketch.afters.push({ node: index, steps: after.steps, scope, at: after.at });
    sketch.after = null;
  } else if (cursor.state === 'AT') {
    sketch.arcs.push({ from: cursor.node, to: index, share: cursor.share });
  } else if (cursor.state === 'START') {
    sketch.entries.push(index);
  }
  sketch.scopes.push(scope);
  sketch.cursor = { state: 'AT', node: index, share: leaves, scope };
  sketch.above = index;
  return index;
}

/** Puts a wait or a stock behind the cursor; right behind a step it belongs to the way out of it. */
export function addBuffer(sketch: FlowSketch, node: FlowNode, at: TextPlace | null): void {
  const { wayOut, waysOut, after } = sketch;
  const joins =
    wayOut !== null && after === null && (wayOut.end === null || wayOut.end === sketch.cursor.node);
  const before = sketch.cursor.node;
  const end = addNode(sketch, node);
  if (!joins) sketch.loose.set(end, sketch.loose.get(before) ?? at);
  sketch.wayOut = joins ? { key: wayOut.key, end } : null;
  if (joins) waysOut.set(wayOut.key, { end, at: waysOut.get(wayOut.key)?.at ?? at });
}

/** Opens a block at the cursor; its gate's partner is set when it is closed. */
export function openBlock(sketch: FlowSketch, parallel: boolean, shares: readonly (Quantity | null)[]): void {
  const gate = addNode(sketch, { kind: parallel ? 'FORK' : 'CHOICE', partner: -1 });
  sketch.blocks.push({ gate, parallel, scope: sketch.cursor.scope, shares, branch: -1, exits: [] });
}

/** Moves the cursor to the start of the next branch of the innermost block. */
export function openBranch(sketch: FlowSketch, at: TextPlace | null = null): void {
  const block = sketch.blocks.at(-1);
  if (!block) return;
  block.branch += 1;
  const places = sketch.branchPlaces.get(block.gate) ?? [];
  places.push(at);
  sketch.branchPlaces.set(block.gate, places);
  sketch.wayOut = null;
  const step = { gate: block.gate, branch: block.branch, parallel: block.parallel };
  const share = block.parallel ? exactly(1, 'DERIVED') : (block.shares[block.branch] ?? null);
  sketch.cursor = { state: 'AT', node: block.gate, share, scope: { around: block.scope, step } };
  sketch.above = null;
}

/** Ends the branch: where it did not stop, it will lead to the block's end. */
export function closeBranch(sketch: FlowSketch): void {
  const block = sketch.blocks.at(-1);
  const { state, node, share } = sketch.cursor;
  if (!block || state !== 'AT') return;
  if (node !== block.gate || !block.parallel) block.exits.push({ node, share });
}

/** Closes the innermost block; where all of its branches stopped, nothing is reached behind it. */
export function closeBlock(sketch: FlowSketch): void {
  const block = sketch.blocks.pop();
  if (!block) return;
  const end = sketch.nodes.length;
  sketch.wayOut = null;
  sketch.nodes.push({ kind: block.parallel ? 'JOIN' : 'MERGE', partner: block.gate });
  sketch.nodes[block.gate] = { kind: block.parallel ? 'FORK' : 'CHOICE', partner: end };
  sketch.scopes.push(block.scope);
  const empty = end === block.gate + 1 && (block.parallel || block.branch < 0);
  const exits = empty ? [{ node: block.gate, share: exactly(1, 'DERIVED') }] : block.exits;
  for (const exit of exits) sketch.arcs.push({ from: exit.node, to: end, share: exit.share });
  const state = exits.length > 0 ? 'AT' : 'DEAD';
  sketch.cursor = { state, node: end, share: THE_REST, scope: block.scope };
  sketch.above = end;
}
