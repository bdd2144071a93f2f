import type { Change } from './change.js';
import { savingPerPass, timeOfBuffer, visitWeighted, type ChangeScale } from './reckon-change.js';
import type { UncertainNumber } from './uncertain-numbers.js';

/** About how far a number moves lead time and effort of one unit (working seconds, never negative). */
export interface EstimatedMove {
  readonly lead: number;
  readonly effort: number;
  /** true where reckoning it exactly means to reckon the whole flow again. */
  readonly costly: boolean;
}

/**
 * How far numbers move the sums, at first sight: exact where only places outside of parallel branches take longer, the
 * most that it can be within them, and for shares the first order: units that go another way × what they pass there.
 */
export function moveEstimator(
  scale: ChangeScale,
): (number: UncertainNumber, low: number, high: number) => EstimatedMove {
  const passed = passedUpTo(scale);
  return (number, low, high) => {
    const [least, most] = [number.at(low), number.at(high)];
    const stretch = stretchOf(scale, least);
    if (stretch) {
      const [from, to] = stretch;
      const span = (sums: Float64Array) => Math.abs((high - low) * ((sums[to + 1] ?? 0) - (sums[from] ?? 0)));
      return { lead: span(passed.lead), effort: span(passed.effort), costly: true };
    }
    const [less, more] = [savingPerPass(scale, least), savingPerPass(scale, most)];
    if (!less || !more) return { lead: Infinity, effort: Infinity, costly: false };
    const width = (of: 'lead' | 'effort') =>
      Math.abs(visitWeighted(scale.probe, less[of]) - visitWeighted(scale.probe, more[of]));
    return { lead: width('lead'), effort: width('effort'), costly: false };
  };
}

/** Visits × time of all nodes before each one, in the order of the text. */
function passedUpTo({ places, probe, stream, steps }: ChangeScale) {
  const { nodes } = places.flow;
  const lead = new Float64Array(nodes.length + 1);
  const effort = new Float64Array(nodes.length + 1);
  nodes.forEach((node, at) => {
    const visits = probe.visits(at);
    const step = node.kind === 'STEP' ? steps.get(node.step) : undefined;
    const own = step && !step.everySeconds ? step : undefined;
    const time = own ? ((own.leadTime ?? own.processTime)?.likely ?? 0) : timeOfBuffer(node, stream);
    const work = own && !own.outside ? (own.processTime?.likely ?? 0) * own.people : 0;
    lead[at + 1] = (lead[at] ?? 0) + visits * time;
    effort[at + 1] = (effort[at] ?? 0) + visits * work;
  });
  return { lead, effort };
}

/** The nodes, first and last, that more or fewer units pass; null where no share is changed. */
function stretchOf({ places }: ChangeScale, change: Change): readonly [from: number, to: number] | null {
  const last = places.flow.nodes.length - 1;
  switch (change.kind) {
    case 'SET_RETURN':
      return [Math.min(change.at.target, change.at.origin), change.at.origin];
    case 'SET_LOSS':
      return [change.at.node + 1, last];
    case 'SET_SHARE': {
      const gate = places.flow.nodes[change.choice];
      const heads = (places.next[change.choice] ?? []).filter((head) => head > change.to);
      const end = gate && 'partner' in gate ? gate.partner : last;
      return [change.to, Math.min(...heads, end) - 1];
    }
    default:
      return null;
  }
}

/** Nodes that may be summed again in all, and nodes of flows that may be reckoned again, which takes far longer. */
const MOST_SUMMED = 1_000_000;
const MOST_RECKONED = 100_000;
const ALWAYS = 4;

/** Of these numbers (what could move most first) as many as can be reckoned exactly in reasonable work. */
export function worthReckoning<T extends EstimatedMove>(
  { places }: ChangeScale,
  estimated: readonly T[],
): readonly T[] {
  const size = Math.max(1, places.flow.nodes.length);
  const room = (work: number) => Math.max(ALWAYS, Math.floor(work / size));
  const few = (costly: boolean, most: number) =>
    estimated.filter((one) => one.costly === costly).slice(0, most);
  const kept = new Set([...few(true, room(MOST_RECKONED)), ...few(false, room(MOST_SUMMED))]);
  return estimated.filter((one) => kept.has(one));
}
