import type { Problem, StepKey, TextPlace } from '../shared/index.js';
import { branchesOf, commonDepth, scopeAt, type ScopeStep } from './flow-scope.js';
import { THE_REST, type FlowSketch, type SketchedAfter } from './flow-sketch.js';
import { problemAt } from './problem-at.js';
import type { StepLookup } from './step-lookup.js';

interface Source {
  readonly node: number;
  readonly path: readonly ScopeStep[];
}

/** Joins every step behind an `after` line to what it names: ways that exclude each other merge, others join. */
export function linkAfters(sketch: FlowSketch, lookup: StepLookup, nameOf: (node: number) => string): void {
  const named = sketch.afters.map((after) => ({ after, keys: lookup.findAll(after.steps, '`after`') }));
  takeWaysOut(sketch, new Set(named.flatMap(({ keys }) => keys)), nameOf);
  for (const { after, keys } of named) {
    const sources = keys.flatMap((key) => sourceOf(sketch, key));
    const common = sources.reduce<readonly ScopeStep[] | null>(
      (path, source) => (path === null ? source.path : path.slice(0, commonDepth(path, source.path))),
      null,
    );
    if (common === null) continue;
    moveScope(after, common);
    const from = gather(sketch, sources, 0);
    sketch.arcs.push({ from, to: after.node, share: THE_REST });
  }
}

/** A buffer behind a step that no line goes on from lies on the way to whatever comes `after` the step. */
function takeWaysOut(
  sketch: FlowSketch,
  named: ReadonlySet<StepKey>,
  nameOf: (node: number) => string,
): void {
  const last = lastPlaces(sketch);
  for (const [key, { end, at }] of sketch.waysOut) {
    const place = sketch.stepNodes.get(key);
    const stopsAt = last[end] ?? null;
    if (place === undefined || stopsAt === null) continue;
    if (named.has(key)) sketch.stepNodes.set(key, { node: place.node, exit: end });
    else if (sketch.passedOver.has(stopsAt))
      sketch.problems.push(leadsNowhere(nameOf(place.node), at, stopsAt !== end));
  }
  for (const node of sketch.passedOver) {
    const at = sketch.loose.get(node);
    if (at !== undefined) sketch.problems.push(looseEnd(at));
  }
}

/**
 * Where the order of the lines leads from each node over buffers and the ends of blocks: null where a step or a block
 * follows. Before `after` lines are linked, ways only lead to later nodes, and one at most leaves such a node.
 */
function lastPlaces({ nodes, arcs }: FlowSketch): readonly (number | null)[] {
  const next = new Map(arcs.map(({ from, to }) => [from, to]));
  const last: (number | null)[] = nodes.map(() => null);
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const kind = nodes[index]?.kind;
    if (kind === 'STEP' || kind === 'FORK' || kind === 'CHOICE') continue;
    const to = next.get(index);
    last[index] = to === undefined ? index : (last[to] ?? null);
  }
  return last;
}

function leadsNowhere(name: string, at: TextPlace | null, inBlock: boolean): Problem {
  const [below, end] = inBlock
    ? ['the line below the block', 'write `stop` on a line of its own behind this']
    : ['the line below it', `move the lines of ${name} behind all others`];
  return problemAt(
    'BUFFER_LEADS_NOWHERE',
    'WARNING',
    `This stands behind ${name}, ${below} follows other steps, and no \`after\` names ${name}: it lies on no way to another step.`,
    at,
    `If the step below it follows ${name} as well, name it in that \`after\` line. If ${name} is an end, ${end}.`,
  );
}

/** A buffer that no `after` can lead out of, since it belongs to no step. */
function looseEnd(at: TextPlace | null): Problem {
  return problemAt(
    'BUFFER_LEADS_NOWHERE',
    'WARNING',
    'This stands right behind no step, and the line below it follows what its `after` names: it lies on no way to another step.',
    at,
    'If the step below waits, write it behind the `after` line. If work waits behind a step, write it right below that step.',
  );
}

function sourceOf(sketch: FlowSketch, key: StepKey): readonly Source[] {
  const place = sketch.stepNodes.get(key);
  const scope = place && sketch.scopes[place.exit];
  return place && scope ? [{ node: place.exit, path: branchesOf(scope) }] : [];
}

function moveScope(after: SketchedAfter, common: readonly ScopeStep[]): void {
  const moved = scopeAt(common, common.length);
  after.scope.around = moved.around;
  after.scope.step = moved.step;
}

/** One node in which all sources have come together; those of one branch first. */
function gather(sketch: FlowSketch, sources: readonly Source[], from: number): number {
  let depth = from;
  for (;;) {
    const [first] = sources;
    if (!first) return -1;
    if (sources.length === 1) return first.node;
    const groups = groupBy(sources, (source, index) => source.path[depth]?.gate ?? `own ${index}`);
    const at = first.path[depth];
    if (groups.length > 1 || !at) {
      const ends = groups.map((group) => gather(sketch, group, depth));
      return addGate(sketch, ends, 'JOIN', null, first.path.slice(0, depth));
    }
    const branches = groupBy(sources, (source) => source.path[depth]?.branch ?? -1);
    if (branches.length > 1) {
      const ends = branches.map((group) => gather(sketch, group, depth + 1));
      return addGate(sketch, ends, at.parallel ? 'JOIN' : 'MERGE', at.gate, first.path.slice(0, depth));
    }
    depth += 1;
  }
}

function groupBy(
  sources: readonly Source[],
  keyOf: (source: Source, index: number) => number | string,
): Source[][] {
  const groups = new Map<number | string, Source[]>();
  sources.forEach((source, index) => {
    const key = keyOf(source, index);
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  });
  return [...groups.values()];
}

function addGate(
  sketch: FlowSketch,
  ends: readonly number[],
  kind: 'JOIN' | 'MERGE',
  opener: number | null,
  path: readonly ScopeStep[],
): number {
  const gate = sketch.nodes.length;
  sketch.nodes.push({ kind, partner: opener ?? gate });
  sketch.scopes.push(scopeAt(path, path.length));
  for (const from of ends) sketch.arcs.push({ from, to: gate, share: THE_REST });
  return gate;
}
