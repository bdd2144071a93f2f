import {
  foldName,
  type Force,
  type Step,
  type StreamMetrics,
  type ValueStream,
} from '../../../domain/index.js';
import { mostLikelyWay, type StraightWay } from '../map/most-likely-way.js';
import { readLadder } from '../map/read-ladder.js';
import { effortOf } from './weigh-loads.js';

/** A sum over steps, of which some may not be measured; null where none is. */
export interface Weight {
  readonly value: number | null;
  readonly measured: number;
  readonly of: number;
}

/** One force of the stream, in figures for one entering unit. */
export interface ForceWeight {
  readonly steps: number;
  readonly effort: Weight;
  /** On the way straight through, as on the ladder of the map. */
  readonly waiting: Weight;
  /** Product over the likeliest way, with all branches that happen beside it. */
  readonly completeAndAccurate: Weight;
  readonly handOffs: number;
}

/** What happens where work passes from one force to the other. */
export interface SeamWeight {
  readonly waiting: Weight;
  readonly handOffs: number;
  readonly returns: readonly { readonly from: Step; readonly to: Step; readonly perUnit: number }[];
  /** Who performs steps on both sides. */
  readonly both: readonly string[];
}

export interface ForcesWeight {
  readonly forces: Readonly<Record<Force, ForceWeight>>;
  readonly seam: SeamWeight;
  /** Steps of which nobody has said to which force they belong. */
  readonly withoutForce: number;
}

/** The two forces and their seam in figures. */
export function weighForces(stream: ValueStream, metrics: StreamMetrics): ForcesWeight {
  const way = mostLikelyWay(stream);
  const waits = waitsOf(stream, way);
  const hands = handOffsOf(stream, metrics);
  const weigh = (force: Force): ForceWeight => {
    const own = stream.steps.filter((step) => step.force === force);
    return {
      steps: own.length,
      effort: effortOfAll(own, stream, metrics),
      waiting: waits[force],
      completeAndAccurate: rolled(own, stream, way),
      handOffs: hands[force],
    };
  };
  return {
    forces: { SALES: weigh('SALES'), FULFILMENT: weigh('FULFILMENT') },
    seam: {
      waiting: waits.SEAM,
      handOffs: hands.SEAM,
      returns: returnsOf(stream, metrics),
      both: performersOfBoth(stream),
    },
    withoutForce: stream.steps.filter((step) => step.force === null).length,
  };
}

type Side = Force | 'SEAM' | 'NONE';

function effortOfAll(steps: readonly Step[], stream: ValueStream, metrics: StreamMetrics): Weight {
  const own = steps.filter((step) => !step.outside && step.everySeconds === null);
  const known = own.map((step) => effortOf(step, stream, metrics)).filter((effort) => effort !== null);
  const value = known.length === 0 ? null : known.reduce((sum, effort) => sum + effort, 0);
  return { value, measured: known.length, of: own.length };
}

function rolled(steps: readonly Step[], { flow }: ValueStream, { beside }: StraightWay): Weight {
  const passed = new Set(
    [...beside].flatMap((place) => {
      const node = flow.nodes[place];
      return node?.kind === 'STEP' ? [node.step] : [];
    }),
  );
  const onWay = steps.filter((step) => passed.has(step.key) && step.everySeconds === null);
  const known = onWay.flatMap((step) => (step.completeAndAccurate ? [step.completeAndAccurate.likely] : []));
  const value = known.length === 0 ? null : known.reduce((product, share) => product * share, 1);
  return { value, measured: known.length, of: onWay.length };
}

/** The waiting of the ladder by force; what waits between steps of two forces waits at the seam. */
function waitsOf(stream: ValueStream, way: StraightWay): Readonly<Record<Side, Weight>> {
  const forces = new Map(stream.steps.map((step) => [step.key, step.force]));
  const ladder = readLadder(way);
  const sums = { SALES: empty(), FULFILMENT: empty(), SEAM: empty(), NONE: empty() };
  const path = [...ladder.rungs].map(([place, rung]) => {
    const node = stream.flow.nodes[place];
    return {
      rung,
      step: node?.kind === 'STEP',
      force: node?.kind === 'STEP' ? (forces.get(node.step) ?? null) : null,
    };
  });
  const after = path.map((_, nth) => nth);
  for (let nth = path.length - 2; nth >= 0; nth -= 1)
    if (!path[nth + 1]?.step) after[nth] = after[nth + 1] ?? nth;
    else after[nth] = nth + 1;
  let before: Force | null = null;
  path.forEach(({ rung, step, force }, nth) => {
    const next = path[after[nth] ?? nth]?.force ?? null;
    const side: Side = step ? (force ?? 'NONE') : sideOf(before, next);
    if (step) before = force;
    const sum = sums[side];
    sum.of += 1;
    if (rung.waiting === null) return;
    sum.measured += 1;
    sum.value = (sum.value ?? 0) + rung.waiting;
  });
  return sums;
}

function sideOf(before: Force | null, next: Force | null): Side {
  if (before && next && before !== next) return 'SEAM';
  return before ?? next ?? 'NONE';
}

function empty(): { value: number | null; measured: number; of: number } {
  return { value: null, measured: 0, of: 0 };
}

/** Expected hand-offs of one unit between people who are known, returns included. */
function handOffsOf({ steps }: ValueStream, { transfers }: StreamMetrics): Readonly<Record<Side, number>> {
  const known = new Map(
    steps.map((step) => {
      const outside = step.outside && step.performers.length === 0;
      return [step.key, { step, people: new Set(outside ? ['(outside)'] : step.performers.map(foldName)) }];
    }),
  );
  const sums = { SALES: 0, FULFILMENT: 0, SEAM: 0, NONE: 0 };
  for (const { from, to, perUnit, shareUnknown } of transfers) {
    const [a, b] = [known.get(from), known.get(to)];
    if (!a || !b || shareUnknown || a.people.size === 0 || b.people.size === 0) continue;
    if ([...a.people].some((name) => b.people.has(name))) continue;
    sums[a.step.force && b.step.force ? sideOf(a.step.force, b.step.force) : 'NONE'] += perUnit;
  }
  return sums;
}

function returnsOf({ steps }: ValueStream, { transfers }: StreamMetrics): SeamWeight['returns'] {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  return transfers.flatMap(({ kind, seam, from, to, perUnit }) => {
    const [a, b] = [byKey.get(from), byKey.get(to)];
    return kind === 'RETURN' && seam && a && b ? [{ from: a, to: b, perUnit }] : [];
  });
}

function performersOfBoth({ steps }: ValueStream): readonly string[] {
  const of = (force: Force) =>
    new Map(
      steps
        .filter((step) => step.force === force)
        .flatMap((step) => step.performers.map((name) => [foldName(name), name] as const)),
    );
  const fulfilment = of('FULFILMENT');
  return [...of('SALES')].flatMap(([folded, name]) => (fulfilment.has(folded) ? [name] : []));
}
