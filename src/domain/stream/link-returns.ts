import type { Problem, TextPlace } from '../shared/index.js';
import { branchesOf, commonDepth, type ScopeStep } from './flow-scope.js';
import type { FlowSketch, SketchedReturn } from './flow-sketch.js';
import { problemAt, quoted } from './problem-at.js';
import type { StepLookup } from './step-lookup.js';
import type { FlowArc } from './value-stream.js';

/** A return with its place in the text. */
export interface LinkedReturn {
  readonly arc: FlowArc;
  readonly at: TextPlace | null;
}

/**
 * The returns as arcs. One that leaves a `meanwhile` runs from its join, one that goes into a branch runs to the fork
 * of its block; one with a time of its own repeats nothing and stays where it is written.
 */
export function linkReturns(sketch: FlowSketch, lookup: StepLookup): readonly LinkedReturn[] {
  const linked = sketch.returns.flatMap((sketched) => linkReturn(sketch, sketched, lookup));
  sketch.problems.push(...linked.flatMap((one) => forwardReturn(one)));
  return linked;
}

function linkReturn(
  sketch: FlowSketch,
  sketched: SketchedReturn,
  lookup: StepLookup,
): readonly LinkedReturn[] {
  const key = lookup.find(sketched.to, '`back to`');
  const target = key === null ? undefined : sketch.stepNodes.get(key)?.node;
  if (target === undefined) return [];
  const { origin, share, time, at } = sketched;
  sketch.problems.push(...betweenBranches(sketch, sketched, target));
  const ways = time ? { from: origin, to: target } : liftedEnds(sketch, origin, target);
  const lifted = ways.from !== origin || ways.to !== target;
  const arc: FlowArc = { ...ways, kind: 'RETURN', share, time, line: at?.line ?? null };
  return [{ arc: lifted ? { ...arc, origin, target } : arc, at }];
}

function liftedEnds(sketch: FlowSketch, origin: number, target: number): { from: number; to: number } {
  const out = pathOf(sketch, origin);
  const into = pathOf(sketch, target);
  const depth = commonDepth(out, into);
  const left = out.slice(depth).find((step) => step.parallel);
  const entered = into.slice(depth).find((step) => step.parallel);
  const fork = left && sketch.nodes[left.gate];
  return {
    from: fork && 'partner' in fork ? fork.partner : origin,
    to: entered ? entered.gate : target,
  };
}

function pathOf(sketch: FlowSketch, node: number): readonly ScopeStep[] {
  const scope = sketch.scopes[node];
  return scope ? branchesOf(scope) : [];
}

/** Lines are read in order, so a step that is made later stands further down. */
function forwardReturn({ arc, at }: LinkedReturn): readonly Problem[] {
  if ((arc.target ?? arc.to) <= (arc.origin ?? arc.from)) return [];
  const message =
    '`back to` names a step that stands further down, so nothing is done again: the units skip what lies between. If that is meant, an `either` says it better.';
  return [problemAt('BACK_GOES_FORWARD', 'WARNING', message, at)];
}

/** A return from one branch of a `meanwhile` into another of the same block: mostly a `then` is missing. */
function betweenBranches(
  sketch: FlowSketch,
  { origin, to, at }: SketchedReturn,
  target: number,
): readonly Problem[] {
  const [out, into] = [pathOf(sketch, origin), pathOf(sketch, target)];
  const depth = commonDepth(out, into);
  const [left, entered] = [out[depth], into[depth]];
  if (!left?.parallel || left.gate !== entered?.gate) return [];
  const begins = sketch.branchPlaces.get(left.gate)?.[left.branch] ?? null;
  const next = begins !== null && left.branch === entered.branch + 1;
  const where = next ? ` in front of line ${begins.line}, where this branch begins` : '';
  return [
    problemAt(
      'BACK_TO_ANOTHER_BRANCH',
      'WARNING',
      `${quoted(to.name)} stands in another branch of this \`meanwhile\`, which goes on side by side with this one: every unit that returns starts the whole block again.`,
      at,
      `Did you mean \`then\`${where}? A line that begins with \`then\` goes on with the branch above it.`,
      next ? { place: { ...begins, length: 0 }, replacement: 'then ' } : null,
    ),
  ];
}

/** Errors for lines whose returns and losses together are more than all units, at the line that is one too many. */
export function overfullLines(
  sketch: FlowSketch,
  returns: readonly LinkedReturn[],
  nameOf: (node: number) => string,
): readonly Problem[] {
  const leaving = [
    ...returns.map(({ arc, at }) => ({ node: arc.origin ?? arc.from, share: arc.share?.likely ?? 0, at })),
    ...sketch.losses.map(({ node, share, at }) => ({ node, share: share.likely, at })),
  ].sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0));
  const sums = new Map<number, number>();
  return leaving.flatMap(({ node, share, at }) => {
    const before = sums.get(node) ?? 0;
    const sum = before + share;
    sums.set(node, sum);
    if (before > 1 + 1e-9 || sum <= 1 + 1e-9) return [];
    const percent = Math.round(sum * 1000) / 10;
    const message = `More than all units of ${nameOf(node)} leave it: what goes back and what is lost add up to ${percent}%. Together they can be at most 100%.`;
    return [problemAt('SHARES_OVER_100', 'ERROR', message, at)];
  });
}
