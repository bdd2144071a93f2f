import type { DesignGround } from '../structure-ground.js';
import type { Arc, Atom } from './role-problem.js';
import type { StepGround } from './step-ground.js';

interface Arcs {
  readonly arcs: readonly Arc[];
  readonly scale: number;
  readonly totalWeight: number;
  readonly uncertainWeight: number;
}

/** Sums of whole weights stay exact below this. */
const LARGEST_SUM = 2 ** 50;

/** Expected transfers a week between atoms (per unit where demand is unknown), as whole weights. */
export function buildArcs(
  { stream, metrics }: DesignGround,
  ground: StepGround,
  atoms: readonly Atom[],
): Arcs {
  const demand = stream.demandPerWeek?.likely ?? 1;
  const partsOf: number[][] = ground.steps.map(() => []);
  atoms.forEach((atom, at) => atom.steps.forEach((step) => partsOf[step]?.push(at)));
  const total = metrics.transfers.reduce((sum, { perUnit }) => sum + perUnit * demand, 0);
  const scale = scaleFor(total);
  const weights = new Map<number, number>();
  let [totalWeight, uncertainWeight] = [0, 0];
  for (const { from, to, perUnit } of metrics.transfers) {
    const [source, target] = [partsAt(from), partsAt(to)];
    const weight = Math.round(perUnit * demand * scale);
    if (
      weight <= 0 ||
      source.length === 0 ||
      target.length === 0 ||
      source.some((part) => target.includes(part))
    )
      continue;
    totalWeight += weight;
    if (source.length > 1 && target.length > 1) uncertainWeight += weight;
    // Between two shared steps only the first part of the one counts, so that no transfer is saved twice.
    for (const a of target.length > 1 ? source.slice(0, 1) : source) {
      for (const b of target) addWeight(weights, a, b, weight);
    }
  }
  const arcs = [...weights].map(([pair, weight]): Arc => ({
    a: Math.floor(pair / atoms.length),
    b: pair % atoms.length,
    weight,
  }));
  return { arcs, scale, totalWeight, uncertainWeight };

  function partsAt(key: DesignGround['stream']['steps'][number]['key']): readonly number[] {
    const step = ground.numberOf.get(key);
    return (step === undefined ? undefined : partsOf[step]) ?? [];
  }

  function addWeight(map: Map<number, number>, a: number, b: number, weight: number): void {
    const pair = Math.min(a, b) * atoms.length + Math.max(a, b);
    map.set(pair, (map.get(pair) ?? 0) + weight);
  }
}

function scaleFor(total: number): number {
  let scale = 1e6;
  while (scale > 1 && total * scale > LARGEST_SUM) scale /= 10;
  return scale;
}
