import type { Problem, TextPlace } from '../shared/index.js';
import { problemAt } from './problem-at.js';
import type { Flow, FlowArc } from './value-stream.js';

interface LoopPlaces {
  readonly returns: ReadonlyMap<FlowArc, TextPlace | null>;
  /** By the node that stands behind the `after` line. */
  readonly afters: ReadonlyMap<number, TextPlace | null>;
}

/** Errors for loops that no unit ever leaves, and for steps that follow themselves by `after` lines. */
export function findEndlessLoops(
  flow: Flow,
  nameOf: (node: number) => string,
  places: LoopPlaces,
): readonly Problem[] {
  const circle = nodesInCircles(flow);
  if (circle.length > 0) return [afterCircle(circle, nameOf, places)];
  const stuck = nodesThatNeverLeave(flow);
  if (stuck.size === 0) return [];
  const inside = flow.arcs.filter((arc) => arc.kind === 'RETURN' && stuck.has(arc.from) && isOpen(arc));
  const full = inside.filter((arc) => (arc.share?.likely ?? 0) >= 1 - 1e-9);
  return (full.length > 0 ? full : inside.slice(0, 1)).map((arc) => {
    const to = nameOf(arc.target ?? arc.to);
    const message = `The loop back to ${to} never ends: every unit goes round in it for ever. Let less than 100% go back, or let some units go on or be lost.`;
    return problemAt('ENDLESS_LOOP', 'ERROR', message, places.returns.get(arc) ?? null);
  });
}

/** Nodes that plain lines lead round to themselves, or that stand behind such a circle. */
function nodesInCircles(flow: Flow): readonly number[] {
  const next = flow.arcs.filter((arc) => arc.kind === 'NEXT');
  const open = new Map<number, number>();
  const out = new Map<number, number[]>();
  for (const { from, to } of next) {
    open.set(to, (open.get(to) ?? 0) + 1);
    push(out, from, to);
  }
  const ready = flow.nodes.map((_, index) => index).filter((index) => !open.has(index));
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    for (const to of out.get(node) ?? []) {
      const left = (open.get(to) ?? 0) - 1;
      if (left > 0) open.set(to, left);
      else {
        open.delete(to);
        ready.push(to);
      }
    }
  }
  return [...open.keys()].sort((a, b) => a - b);
}

function afterCircle(
  circle: readonly number[],
  nameOf: (node: number) => string,
  places: LoopPlaces,
): Problem {
  const named = circle.find((node) => places.afters.has(node)) ?? circle[0] ?? 0;
  const message = `${nameOf(named)} comes after steps that themselves come after it, so none of them can ever begin. Take one name out of the \`after\` lines; rework is written with \`back to\`.`;
  return problemAt('ENDLESS_LOOP', 'ERROR', message, places.afters.get(named) ?? null);
}

/** Nodes that units reach and from which no way leads out of the stream. */
function nodesThatNeverLeave(flow: Flow): ReadonlySet<number> {
  const back = new Map<number, number[]>();
  const out = new Map<number, number[]>();
  for (const arc of flow.arcs) {
    if (!isOpen(arc) || arc.time) continue;
    push(back, arc.to, arc.from);
    push(out, arc.from, arc.to);
  }
  const reached = spread(flow.entries, out);
  const leaving = spread(leaks(flow), back);
  return new Set([...reached].filter((node) => !leaving.has(node)));
}

/** Nodes at which some units leave: by a loss, or at an end that does not send all of them back. */
function leaks(flow: Flow): readonly number[] {
  const returned = new Map<number, number>();
  for (const arc of flow.arcs) {
    if (arc.kind === 'RETURN' && !arc.time) {
      returned.set(arc.from, (returned.get(arc.from) ?? 0) + (arc.share?.likely ?? 0));
    }
  }
  const ends = flow.ends.filter((node) => (returned.get(node) ?? 0) < 1 - 1e-9);
  return [...ends, ...flow.losses.filter((loss) => loss.share.likely > 0).map((loss) => loss.node)];
}

/** Some units may take it: its share is not known to be none. */
function isOpen(arc: FlowArc): boolean {
  return arc.kind === 'NEXT' ? arc.share === null || arc.share.likely > 0 : (arc.share?.likely ?? 0) > 0;
}

function spread(from: Iterable<number>, ways: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const seen = new Set(from);
  const waiting = [...seen];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const to of ways.get(node) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return seen;
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
