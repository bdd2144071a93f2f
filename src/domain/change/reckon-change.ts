import { probeStream, type StreamProbe } from '../metrics/index.js';
import type { Quantity } from '../shared/index.js';
import type { FlowNode, Step, ValueStream } from '../stream/index.js';
import { applyChange } from './apply-change.js';
import type { Change } from './change.js';
import { buffersBetween, placesOf, type FlowPlaces } from './flow-places.js';

/** What a stream comes to at the likely end of every range: working seconds for one unit, and hours a week (null without demand). */
export interface Reckoned {
  readonly leadTime: number;
  readonly effort: number;
  readonly load: number | null;
}

/** A stream with everything that weighing many changes of it needs once. */
export interface ChangeScale {
  readonly stream: ValueStream;
  readonly probe: StreamProbe;
  readonly places: FlowPlaces;
  readonly steps: ReadonlyMap<string, Step>;
  readonly now: Reckoned;
  /** Working seconds a week of the steps with a rhythm of their own. */
  readonly runs: number;
}

/** The scale of a stream, or the reason in plain words why it cannot be reckoned. */
export function scaleOf(stream: ValueStream): ChangeScale | string {
  const probe = probeStream(stream);
  if (typeof probe === 'string') return probe;
  const steps = new Map(stream.steps.map((step) => [step.key as string, step]));
  return { stream, probe, places: placesOf(stream), steps, now: reckonedBy(probe), runs: runsOf(stream) };
}

function reckonedBy(probe: StreamProbe): Reckoned {
  return { leadTime: probe.leadTime, effort: probe.effort, load: loadOf(probe.stream, probe.effort) };
}

/** Hours a week of everybody: the work of the units that enter, and the steps with a rhythm of their own. */
function loadOf(stream: ValueStream, effort: number, runs = runsOf(stream)): number | null {
  const { demandPerWeek } = stream;
  return demandPerWeek && (effort * demandPerWeek.likely + runs) / 3600;
}

function runsOf({ steps, calendar }: ValueStream): number {
  const week = calendar.secondsPerDay * calendar.daysPerWeek;
  return steps.reduce((sum, step) => sum + workOfRuns(step, week), 0);
}

function workOfRuns({ processTime, everySeconds, people, outside }: Step, week: number): number {
  if (outside || !processTime || !everySeconds || !(everySeconds.likely > 0)) return 0;
  return processTime.likely * people * (week / everySeconds.likely);
}

/** What a change saves on each pass of the nodes that it touches: elapsed time, and hands-on time of all people. */
export interface PassSaving {
  readonly lead: ReadonlyMap<number, number>;
  readonly effort: ReadonlyMap<number, number>;
}

/** The saving for each pass, where the change alters nothing but how long places take; null where it alters the flow. */
export function savingPerPass(scale: ChangeScale, change: Change): PassSaving | null {
  const { places, stream } = scale;
  switch (change.kind) {
    case 'SET_STEP':
      return savingOfStep(scale, change);
    case 'SET_BUFFER': {
      const before = places.flow.nodes[change.node];
      if (!before) return NOTHING;
      const saved = timeOfBuffer(before, stream) - timeOfBuffer({ ...NO_NODE, ...change.amount }, stream);
      return { lead: new Map([[change.node, saved]]), effort: new Map() };
    }
    case 'WITHOUT_BUFFER':
      return { lead: waitsOf(scale, [change.node]), effort: new Map() };
    case 'WITHOUT_HAND_OFF':
      return { lead: waitsOf(scale, buffersBetween(places, change.from, change.to)), effort: new Map() };
    default:
      return null;
  }
}

const NO_NODE = { why: null, passing: { kind: 'PUSH' }, line: null } as const;
const NOTHING: PassSaving = { lead: new Map(), effort: new Map() };

function waitsOf({ places, stream }: ChangeScale, nodes: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    nodes.map((node) => [
      node,
      timeOfBuffer(places.flow.nodes[node] ?? { kind: 'FORK', partner: -1 }, stream),
    ]),
  );
}

/** The working seconds that a wait or a stock takes at the likely demand; 0 of any other node. */
export function timeOfBuffer(node: FlowNode, { calendar, demandPerWeek }: ValueStream): number {
  if (node.kind === 'WAIT') return node.time.likely;
  const perWeek = demandPerWeek?.likely ?? 0;
  if (node.kind !== 'STOCK' || !(perWeek > 0)) return 0;
  return (node.units.likely / perWeek) * calendar.daysPerWeek * calendar.secondsPerDay;
}

function savingOfStep(
  { places, steps }: ChangeScale,
  { step: key, numbers }: Extract<Change, { kind: 'SET_STEP' }>,
): PassSaving | null {
  const before = steps.get(key);
  const node = places.nodeOf.get(key);
  if (!before || node === undefined) return NOTHING;
  const after: Step = { ...before, ...numbers };
  if (before.everySeconds || after.everySeconds) return null;
  const lead = (step: Step) => likely(step.leadTime ?? step.processTime);
  const work = (step: Step) => (step.outside ? 0 : likely(step.processTime) * step.people);
  return {
    lead: new Map([[node, lead(before) - lead(after)]]),
    effort: new Map([[node, work(before) - work(after)]]),
  };
}

function likely(quantity: Quantity | null): number {
  return quantity?.likely ?? 0;
}

/** The stream reckoned with the change, exactly as measuring the changed stream would; a string says why it cannot be. */
export function reckonChange(scale: ChangeScale, change: Change): Reckoned | string {
  const saving = savingPerPass(scale, change);
  if (!saving && hasOwnRhythm(scale, change)) {
    const load = loadOf(applyChange(scale.stream, change), scale.probe.effort);
    return { ...scale.now, load };
  }
  if (!saving) {
    const probe = probeStream(applyChange(scale.stream, change));
    return typeof probe === 'string' ? probe : reckonedBy(probe);
  }
  const { probe, stream } = scale;
  const effort = probe.effort - visitWeighted(probe, saving.effort);
  const leadTime = probe.leadTime - (movesLead(probe, saving.lead) ? probe.leadSaved(saving.lead) : 0);
  return { leadTime, effort, load: loadOf(stream, effort, scale.runs) };
}

/** A step with a rhythm of its own is on no unit's way: only the load feels its numbers. */
function hasOwnRhythm({ steps }: ChangeScale, change: Change): boolean {
  return change.kind === 'SET_STEP' && Boolean(steps.get(change.step)?.everySeconds);
}

/** Less time where something longer runs beside it moves nothing; more time anywhere may. */
function movesLead(probe: StreamProbe, saved: PassSaving['lead']): boolean {
  return [...saved].some(([node, seconds]) => seconds < 0 || (seconds > 0 && probe.counts(node) > 0));
}

/** The most lead time that less time at these nodes can save; just that, where nothing runs beside them. */
export function mostLeadSaved(probe: StreamProbe, saved: PassSaving['lead']): number {
  let sum = 0;
  for (const [node, seconds] of saved) sum += probe.counts(node) * Math.max(0, seconds);
  return sum;
}

/** What such a saving comes to for one entering unit where nothing runs beside it; with branches beside it the most that it can come to. */
export function visitWeighted(probe: StreamProbe, saved: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [node, seconds] of saved) sum += probe.visits(node) * seconds;
  return sum;
}
