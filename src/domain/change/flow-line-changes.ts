import type { StepKey } from '../shared/index.js';
import type { ValueStream } from '../stream/index.js';
import { placesOf, type FlowPlaces } from './flow-places.js';
import { tellShare, tellTime } from './tell-quantity.js';

/** A line of the flow: where it leads, and what stands on it. */
interface Line {
  /** Words for the sentence that it has gone, and for the one that it is there now. */
  readonly gone: string;
  readonly come: string;
  readonly name: string;
  readonly says: string;
}

type Lines = ReadonlyMap<string, Line>;

/** What is told otherwise of the lines of the flow at a step, in sentences: its returns and losses, which steps work comes from and which it goes to; nothing of a step that one of the streams has not. */
export function flowLineChanges(
  before: ValueStream,
  after: ValueStream,
): (step: StepKey) => readonly string[] {
  const [was, is] = [linesIn(before), linesIn(after)];
  const known = new Map<StepKey, readonly string[]>();
  return (step) => {
    const told = known.get(step) ?? changesOf(was(step), is(step));
    known.set(step, told);
    return told;
  };
}

function changesOf(was: Lines | null, is: Lines | null): readonly string[] {
  if (!was || !is) return [];
  const gone = [...was].flatMap(([key, line]) => (is.has(key) ? [] : [line.gone]));
  const others = [...is].flatMap(([key, line]) => {
    const before = was.get(key);
    if (!before) return [line.come];
    return before.says === line.says ? [] : [`${line.name}: ${before.says} → ${line.says}.`];
  });
  return [...gone, ...others];
}

/** The lines at a step of this stream; null where it has no such step. */
function linesIn(stream: ValueStream): (step: StepKey) => Lines | null {
  const places = placesOf(stream);
  const names = new Map(stream.steps.map(({ key, name }) => [key, `"${name}"`]));
  const named = (key: StepKey): string => names.get(key) ?? `"${key}"`;
  const marked = markedLines(stream, places, named);
  return (step) => {
    if (!names.has(step)) return null;
    const lines = new Map<string, Line>(marked.get(step) ?? []);
    for (const from of neighbours(places, step, 'back')) lines.set(...passing(from, step, named));
    for (const to of neighbours(places, step, 'onward')) lines.set(...passing(step, to, named));
    return lines;
  };
}

function neighbours(places: FlowPlaces, step: StepKey, way: 'back' | 'onward'): readonly StepKey[] {
  const node = places.nodeOf.get(step);
  if (node === undefined) return [];
  const ways = way === 'back' ? places.previous : places.next;
  const reached = [node, ...places[way](node)].flatMap((at) => ways[at] ?? []);
  return [...new Set(reached)].flatMap((at) => {
    const found = places.flow.nodes[at];
    return found?.kind === 'STEP' ? [found.step] : [];
  });
}

function passing(from: StepKey, to: StepKey, named: (key: StepKey) => string): readonly [string, Line] {
  const way = `from ${named(from)} straight to ${named(to)}`;
  const name = `The way ${way}`;
  return [
    `next ${from} ${to}`,
    { gone: `Work no longer goes ${way}.`, come: `Work goes ${way} now.`, name, says: '' },
  ];
}

/** Returns by both of their steps, losses by the step that they stand behind. */
function markedLines(
  { flow, calendar }: ValueStream,
  places: FlowPlaces,
  named: (key: StepKey) => string,
): ReadonlyMap<StepKey, readonly (readonly [string, Line])[]> {
  const found = new Map<StepKey, (readonly [string, Line])[]>();
  const add = (steps: readonly (StepKey | null)[], key: string, line: Line): void => {
    for (const step of new Set(steps)) {
      if (step === null) continue;
      const list = found.get(step);
      if (list) list.push([key, line]);
      else found.set(step, [[key, line]]);
    }
  };
  for (const arc of flow.arcs) {
    if (arc.kind !== 'RETURN') continue;
    const from = places.stepBefore(arc.origin ?? arc.from);
    const to = places.stepBefore(arc.target ?? arc.to);
    if (from === null || to === null) continue;
    const share = arc.share === null ? 'share not told' : tellShare(arc.share);
    const says = arc.time === null ? share : `${share}, ${tellTime(arc.time, calendar)} of its own`;
    add(
      [from, to],
      `return ${from} ${to}`,
      marked(`from ${named(from)} back to ${named(to)}`, 'return', says),
    );
  }
  for (const { node, share } of flow.losses) {
    const step = places.stepBefore(node);
    if (step !== null) add([step], `loss ${step}`, marked(`after ${named(step)}`, 'loss', tellShare(share)));
  }
  return found;
}

function marked(where: string, what: 'return' | 'loss', says: string): Line {
  const name = `The ${what} ${where}`;
  return { gone: `${name} has gone.`, come: `There is a ${what} ${where} now.`, name, says };
}
