import { formatDuration, type Quantity, type StepKey } from '../shared/index.js';
import type { Step } from '../stream/index.js';
import { halfTime, withoutOwnWait } from './apply-change.js';
import type { Change, StepNumbers } from './change.js';
import type { PlaceFinder } from './find-places.js';
import { isBuffer, placeOfReturn } from './flow-places.js';
import { wordsForBuffer } from './name-waits.js';
import { mostLeadSaved, savingPerPass, type ChangeScale } from './reckon-change.js';
import type { RankedKind } from './ranked-change.js';
import { besideStep, buffersIn } from './where-buffers-stand.js';

/** A change that could be ranked, with the most lead time and the exact work that it saves; null where only reckoning tells. */
export interface SingleChange {
  readonly kind: RankedKind;
  readonly change: Change;
  readonly text: string;
  /** The words to try, the shortest first; null where there are none. */
  readonly words: readonly string[];
  readonly step: StepKey | null;
  readonly line: number | null;
  readonly atMost: number;
}

/** Each wait taken out, each step without its own waiting, each step in half of its time: what alters no way of the flow. */
export function timeChanges(scale: ChangeScale, finder: PlaceFinder): readonly SingleChange[] {
  return [...buffers(scale, finder), ...scale.stream.steps.flatMap((step) => stepChanges(scale, step))];
}

function buffers(scale: ChangeScale, finder: PlaceFinder): readonly SingleChange[] {
  const { places, stream } = scale;
  const whereOf = buffersIn(places, namesIn(scale));
  return places.flow.nodes.flatMap((node, index): readonly SingleChange[] => {
    if (!isBuffer(node)) return [];
    const change: Change = { kind: 'WITHOUT_BUFFER', node: index };
    if (!((node.kind === 'WAIT' ? node.time : node.units).likely > 0)) return [];
    const atMost = bound(scale, change);
    const step = besideStep(places, index)?.step ?? null;
    const what = node.kind === 'WAIT' ? 'wait' : 'stock';
    const much =
      node.kind === 'WAIT' ? formatDuration(node.time.likely, stream.calendar) : `${node.units.likely} units`;
    const words = wordsForBuffer(finder, index);
    const text = `Take out the ${what} of ${much} ${whereOf(index)}`;
    return [{ kind: 'WAIT', change, text, words, step, line: node.line, atMost }];
  });
}

function stepChanges(scale: ChangeScale, step: Step): readonly SingleChange[] {
  const { key, name, line, outside } = step;
  const { calendar } = scale.stream;
  const told = (time: Quantity | null | undefined) => (time ? formatDuration(time.likely, calendar) : '?');
  const make = (kind: RankedKind, numbers: StepNumbers | null, text: string): readonly SingleChange[] => {
    if (!numbers || step.everySeconds) return [];
    const change: Change = { kind: 'SET_STEP', step: key, numbers };
    const words = [`${name} ${marksOf(numbers)}`, `"${name}" ${marksOf(numbers)}`];
    return [{ kind, change, text, words, step: key, line, atMost: bound(scale, change) }];
  };
  const own = withoutOwnWait(step);
  const half = outside ? null : halfTime(step);
  return [
    ...make(
      'OWN_WAIT',
      own,
      `Pass "${name}" on as soon as it is done (lead ${told(step.leadTime)} → ${told(own?.leadTime)})`,
    ),
    ...make(
      'HALF_TIME',
      half,
      `Do "${name}" in half of the time (${told(step.processTime)} → ${told(half?.processTime)})`,
    ),
  ];
}

/** Each return of known share taken out, what goes round most first. */
export function returnChanges(scale: ChangeScale): readonly SingleChange[] {
  const { places, probe } = scale;
  const nameOf = namesIn(scale);
  const found = places.flow.arcs.flatMap((arc) => {
    if (arc.kind !== 'RETURN' || !arc.share || !(arc.share.likely > 0)) return [];
    const at = placeOfReturn(arc);
    const [from, to] = [places.stepBefore(at.origin), places.stepBefore(at.target)];
    const back = probe.visits(at.origin) * arc.share.likely * workBetween(scale, at);
    const change: Change = { kind: 'WITHOUT_RETURN', at };
    const words = [
      `back to ${nameOf(to)}`,
      `back to ${nameOf(to)} from ${nameOf(from)}`,
      ...(arc.line === null ? [] : [`line ${arc.line}`]),
    ];
    const loop =
      from === to ? `the repeating of ${nameOf(to)}` : `the return from ${nameOf(from)} to ${nameOf(to)}`;
    const text = `End ${loop}`;
    return [
      {
        back,
        single: {
          kind: 'RETURN',
          change,
          text,
          words,
          step: from,
          line: arc.line,
          atMost: Infinity,
        } as const,
      },
    ];
  });
  return found.sort((a, b) => b.back - a.back).map(({ single }) => single);
}

/** What lies between the two ends of a return at first sight, in lines of the flow; only for the order of reckoning. */
function workBetween(
  { places }: ChangeScale,
  { origin, target }: { readonly origin: number; readonly target: number },
): number {
  return Math.max(1, Math.abs(origin - target)) + (places.flow.nodes[origin]?.kind === 'STEP' ? 1 : 0);
}

function bound(scale: ChangeScale, change: Change): number {
  const saving = savingPerPass(scale, change);
  return saving ? mostLeadSaved(scale.probe, saving.lead) : Infinity;
}

function namesIn({ steps }: ChangeScale): (step: StepKey | null) => string {
  return (step) => (step === null ? 'the end' : `"${steps.get(step)?.name ?? step}"`);
}

/** The marks that set these times, as the notation writes them. */
function marksOf({ processTime, leadTime }: StepNumbers): string {
  const marks = processTime ? [notation(processTime)] : [];
  if (leadTime) marks.push(`lead ${notation(leadTime)}`);
  return marks.join(' ');
}

function notation({ low, high, source }: Quantity): string {
  const guess = source === 'GUESS' ? '~' : '';
  return `${guess}${terms(low)}${low === high ? '' : `-${terms(high)}`}`;
}

/** Working seconds in hours, minutes and seconds, which mean the same in every calendar. */
function terms(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds - hours * 3600) / 60);
  const rest = Number((seconds - hours * 3600 - minutes * 60).toFixed(6));
  const parts = [
    ...(hours > 0 ? [`${hours}h`] : []),
    ...(minutes > 0 ? [`${minutes}m`] : []),
    ...(rest > 0 ? [`${rest}s`] : []),
  ];
  return parts.length === 0 ? '0m' : parts.join('');
}
