import { formatDuration, formatNumber } from '../shared/index.js';
import type { StreamMetrics } from '../metrics/index.js';
import type { ValueStream } from '../stream/index.js';
import { PlaceFinder } from './find-places.js';
import { rankHandOffs } from './rank-hand-offs.js';
import type { ChangeRanking, RankedChange } from './ranked-change.js';
import { wordingOf } from './read-change.js';
import { reckonChange, scaleOf, type ChangeScale, type Reckoned } from './reckon-change.js';
import { leadSaved, workSaved } from './saved-figures.js';
import { returnChanges, timeChanges, type SingleChange } from './single-changes.js';

/** Nodes that may be passed again for waits and times, and reckoned from the beginning for returns. */
const MOST_LOOKED_AT = 20_000_000;
const MOST_RECKONED = 150_000;
const FEWEST_RECKONED = 12;

interface Weighed {
  readonly single: SingleChange;
  readonly saved: Reckoned;
}

/**
 * The single changes that save most lead time, exactly: the stream is reckoned with each of them. A wait or a time
 * saves at most as often as it counts in the lead time, and nothing where something longer runs beside it; so the
 * largest bounds are reckoned first, until what is left cannot reach the first `most` any more.
 */
export function rankChanges(stream: ValueStream, metrics: StreamMetrics, most = 20): ChangeRanking {
  const scale = scaleOf(stream);
  if (typeof scale === 'string')
    return { changes: [], handOffs: [], considered: 0, limits: [], whyNot: scale };
  const finder = new PlaceFinder(stream, scale.places);
  const times = timeChanges(scale, finder);
  const returns = returnChanges(scale);
  const reckoned = reckonReturns(scale, returns);
  const summed = sumTimes(scale, times, reckoned, most);
  const order = new Map([...times, ...returns].map((single, at) => [single, at]));
  const weighed = [...reckoned, ...summed.weighed].sort(
    (a, b) =>
      b.saved.leadTime - a.saved.leadTime ||
      b.saved.effort - a.saved.effort ||
      (order.get(a.single) ?? 0) - (order.get(b.single) ?? 0),
  );
  return {
    changes: weighed.slice(0, most).map((one) => asRanked(scale, finder, one)),
    handOffs: rankHandOffs(scale, finder, metrics, most),
    considered: times.length + returns.length,
    limits: limitsOf(scale, summed, returns.length, returns.length - reckoned.length),
    whyNot: null,
  };
}

function saving({ now }: ChangeScale, then: Reckoned): Reckoned {
  return {
    leadTime: settled(now.leadTime - then.leadTime, now.leadTime),
    effort: settled(now.effort - then.effort, now.effort),
    load: now.load === null || then.load === null ? null : settled(now.load - then.load, now.load),
  };
}

/** The difference of two large sums is not more exact than they are: what is alike but for that is told alike. */
function settled(value: number, whole: number): number {
  const grain = 2 ** Math.ceil(Math.log2(Math.max(Math.abs(whole), 1) * 1e-12));
  return Math.round(value / grain) * grain;
}

function weigh(scale: ChangeScale, single: SingleChange): readonly Weighed[] {
  const then = reckonChange(scale, single.change);
  return typeof then === 'string' ? [] : [{ single, saved: saving(scale, then) }];
}

function reckonReturns(scale: ChangeScale, returns: readonly SingleChange[]): readonly Weighed[] {
  const room = Math.floor(MOST_RECKONED / Math.max(1, scale.places.flow.nodes.length));
  return returns.slice(0, Math.max(FEWEST_RECKONED, room)).flatMap((single) => weigh(scale, single));
}

interface Summed {
  readonly weighed: readonly Weighed[];
  readonly left: number;
  /** The most that any of those left could save. */
  readonly atMost: number;
}

function sumTimes(
  scale: ChangeScale,
  times: readonly SingleChange[],
  before: readonly Weighed[],
  most: number,
): Summed {
  const ranked = [...times].sort((a, b) => b.atMost - a.atMost);
  let reckoned = 0;
  const best = new LargestFew(most);
  for (const { saved } of before) best.add(saved.leadTime);
  const weighed: Weighed[] = [];
  for (const [at, single] of ranked.entries()) {
    if (best.least > 0 && best.least >= single.atMost * (1 - 1e-9)) break;
    if (reckoned >= most && scale.probe.lookedAt() > MOST_LOOKED_AT)
      return { weighed, left: ranked.length - at, atMost: single.atMost };
    reckoned += 1;
    const found = weigh(scale, single);
    weighed.push(...found);
    for (const { saved } of found) best.add(saved.leadTime);
  }
  return { weighed, left: 0, atMost: 0 };
}

/** The few largest of many numbers. */
class LargestFew {
  private readonly kept: number[] = [];

  constructor(private readonly most: number) {}

  /** The least of the few, once there are so many. */
  get least(): number {
    return this.kept.length < this.most ? -Infinity : (this.kept[0] ?? -Infinity);
  }

  add(value: number): void {
    const at = this.kept.findIndex((one) => one >= value);
    this.kept.splice(at < 0 ? this.kept.length : at, 0, value);
    if (this.kept.length > this.most) this.kept.shift();
  }
}

function limitsOf(
  { stream }: ChangeScale,
  { left, atMost }: Summed,
  returns: number,
  returnsLeft: number,
): readonly string[] {
  const limits: string[] = [];
  if (left > 0) {
    const bound = formatDuration(atMost, stream.calendar);
    limits.push(
      `${formatNumber(left)} waits and times were not reckoned one by one; none of them saves more than ${bound}.`,
    );
  }
  if (returnsLeft > 0) {
    limits.push(
      `Of ${formatNumber(returns)} returns only the ${formatNumber(returns - returnsLeft)} that at first sight send most units round most of the flow were reckoned one by one.`,
    );
  }
  return limits;
}

function asRanked(scale: ChangeScale, finder: PlaceFinder, { single, saved }: Weighed): RankedChange {
  const { kind, change, text, words, step, line } = single;
  const wording = wordingOf(finder, change, change.kind === 'SET_STEP' ? 'SET' : 'WITHOUT', words);
  return {
    kind,
    change,
    text,
    wording,
    step,
    line,
    leadTime: leadSaved(scale, saved.leadTime),
    work: workSaved(scale, saved),
  };
}
