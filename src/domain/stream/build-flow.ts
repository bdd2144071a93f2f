import type { Calendar, Problem, Quantity, StepKey } from '../shared/index.js';
import { findEndlessLoops } from './find-endless-loops.js';
import { THE_REST, type FlowSketch, type SketchedArc } from './flow-sketch.js';
import type { KeyedStep } from './key-steps.js';
import { linkAfters } from './link-afters.js';
import { linkReturns, overfullLines, type LinkedReturn } from './link-returns.js';
import { quoted } from './problem-at.js';
import { readFlow } from './read-flow.js';
import { ALL, complementOf } from './share-arithmetic.js';
import { sharesBehindWaits } from './tell-share-behind-wait.js';
import type { StepLookup } from './step-lookup.js';
import type { Flow, FlowArc } from './value-stream.js';
import type { LineEvent } from './walk-lines.js';

/** The flow of the lines as a graph, with every problem in it; unknown references are told by the lookup. */
export function buildFlow(
  events: readonly LineEvent[],
  calendar: Calendar,
  steps: readonly KeyedStep[],
  lookup: StepLookup,
): { flow: Flow; problems: readonly Problem[] } {
  const sketch = readFlow(events, calendar, new Map(steps.map((step) => [step.draft, step.key])));
  const nameOf = nodeNames(sketch, steps);
  linkAfters(sketch, lookup, nameOf);
  const returns = linkReturns(sketch, lookup);
  const flow = finishFlow(sketch, returns);
  const problems = [
    ...sketch.problems,
    ...overfullLines(sketch, returns, nameOf),
    ...sharesBehindWaits(sketch, nameOf),
    ...findEndlessLoops(flow, nameOf, placesOf(sketch, returns)),
  ];
  return { flow, problems };
}

function finishFlow(sketch: FlowSketch, returns: readonly LinkedReturn[]): Flow {
  const rest = restOf(sketch, returns);
  const ways = withoutIdleGates(sketch, withoutRepeats(sketch.arcs));
  const arcs: FlowArc[] = ways.map(({ from, to, share }) => ({
    from,
    to,
    kind: 'NEXT',
    share: share === THE_REST ? rest(from) : share,
    time: null,
    line: null,
  }));
  const followed = new Set(ways.map((arc) => arc.from));
  const reached = new Set(ways.map((arc) => arc.to));
  const ends = sketch.nodes.flatMap((node, index) => {
    const idleGate = 'partner' in node && !reached.has(index);
    return followed.has(index) || idleGate ? [] : [index];
  });
  const losses = sketch.losses.map(({ node, share, line }) => ({ node, share, line }));
  const stops = [...new Set(sketch.stops)].filter((node) => !followed.has(node));
  const flow = { nodes: sketch.nodes, arcs: [...arcs, ...returns.map((one) => one.arc)], losses };
  return { ...flow, entries: sketch.entries, ends, stops };
}

/** What goes on from a node: all units less its losses and returns; null where a return's share is unknown. */
function restOf(sketch: FlowSketch, returns: readonly LinkedReturn[]): (node: number) => Quantity | null {
  const taken = new Map<number, (Quantity | null)[]>();
  const add = (node: number, share: Quantity | null) => {
    const shares = taken.get(node);
    if (shares) shares.push(share);
    else taken.set(node, [share]);
  };
  for (const { arc } of returns) if (!arc.time) add(arc.from, arc.share);
  for (const loss of sketch.losses) add(loss.node, loss.share);
  return (node) => {
    const shares = taken.get(node);
    if (!shares) return ALL;
    const known = shares.filter((share) => share !== null);
    return known.length < shares.length ? null : complementOf(known);
  };
}

/** The end of a block whose branches all go on elsewhere by `after` lines, and that nothing follows, is no place. */
function withoutIdleGates(sketch: FlowSketch, arcs: readonly SketchedArc[]): readonly SketchedArc[] {
  const leaving = new Map<number, number>();
  for (const { from } of arcs) leaving.set(from, (leaving.get(from) ?? 0) + 1);
  const needed = new Set(
    arcs.filter((arc) => leaving.has(arc.to) || (leaving.get(arc.from) ?? 0) < 2).map((arc) => arc.to),
  );
  const isGate = (index: number) => {
    const node = sketch.nodes[index];
    return node?.kind === 'JOIN' || node?.kind === 'MERGE';
  };
  const returned = new Set(sketch.returns.map((one) => one.origin));
  return arcs.filter((arc) => !isGate(arc.to) || needed.has(arc.to) || returned.has(arc.to));
}

function withoutRepeats(arcs: readonly SketchedArc[]): readonly SketchedArc[] {
  const seen = new Set<string>();
  return arcs.filter((arc) => {
    const key = `${arc.from} ${arc.to}`;
    if (arc.share !== THE_REST) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function nodeNames(sketch: FlowSketch, steps: readonly KeyedStep[]): (node: number) => string {
  const names = new Map<StepKey, string>(steps.map((step) => [step.key, step.draft.name]));
  return (index) => {
    const node = sketch.nodes[index];
    return node?.kind === 'STEP' ? quoted(names.get(node.step) ?? node.step) : 'the line above';
  };
}

function placesOf(sketch: FlowSketch, returns: readonly LinkedReturn[]) {
  return {
    returns: new Map(returns.map((one) => [one.arc, one.at])),
    afters: new Map(sketch.afters.map((after) => [after.node, after.at])),
  };
}
