import type { RolePool } from './role-pool.js';

/** What an atom is worth, in positions, and how much of each role of the pool is taken at these prices, 0 to 1. */
export interface Learned {
  readonly prices: Float64Array;
  readonly taken: Float64Array;
}

const LATEST = 0.05;
const FIRST_STEP = 0.1;
const LARGEST_STEP = 2;
const PATIENCE = 15;
const TINY = 1e-9;

/**
 * Prices at which covering all atoms that are left by roles of the pool costs most, and what the roles are then taken
 * to: the volume algorithm (Barahona and Anbil 2000, Mathematical Programming 87:385). Costs time with the size of the
 * pool, for so many steps.
 */
export function learnPrices(
  pool: RolePool,
  left: Uint8Array,
  from: Float64Array,
  upper: number,
  steps: number,
): Learned {
  const volume = new Volume(pool, left, from);
  for (let step = 0; step < steps; step += 1) {
    if (!volume.walk(upper)) break;
  }
  return { prices: volume.best, taken: volume.taken };
}

class Volume {
  readonly taken: Float64Array;
  best: Float64Array;
  private prices: Float64Array;
  private readonly atoms: Int32Array;
  private readonly ends: Int32Array;
  private readonly costs: Float64Array;
  private readonly way: Float64Array;
  private readonly slope: Float64Array;
  private value = -Infinity;
  private step = FIRST_STEP;
  private poor = 0;
  private isFirst = true;

  constructor(
    pool: RolePool,
    private readonly left: Uint8Array,
    from: Float64Array,
  ) {
    this.best = from.map((price, atom) => (left[atom] === 1 ? price : 0));
    this.prices = this.best.slice();
    this.atoms = pool.flat();
    this.ends = Int32Array.from({ length: pool.size }, (_, role) => pool.startOf(role + 1));
    this.costs = Float64Array.from(pool.costs);
    this.taken = new Float64Array(pool.size);
    this.way = new Float64Array(left.length);
    this.slope = new Float64Array(left.length);
  }

  /** One step; false where every atom is covered in just measure. */
  walk(upper: number): boolean {
    const value = this.weigh();
    const latest = this.isFirst ? 1 : LATEST;
    this.isFirst = false;
    let square = 0;
    for (let atom = 0; atom < this.way.length; atom += 1) {
      const way = latest * (this.slope[atom] ?? 0) + (1 - latest) * (this.way[atom] ?? 0);
      this.way[atom] = way;
      square += way * way;
    }
    this.judge(value);
    if (square < TINY) return false;
    const length = (this.step * Math.max(upper - value, 0)) / square;
    for (let atom = 0; atom < this.way.length; atom += 1) {
      if (this.left[atom] !== 1) continue;
      this.prices[atom] = Math.max(0, (this.best[atom] ?? 0) + length * (this.way[atom] ?? 0));
    }
    return true;
  }

  /** What covering costs at these prices, and by how much each atom is left out or covered too often. */
  private weigh(): number {
    const { atoms, ends, costs, prices, slope, taken } = this;
    const latest = this.isFirst ? 1 : LATEST;
    let value = 0;
    for (let atom = 0; atom < slope.length; atom += 1) {
      slope[atom] = this.left[atom] ?? 0;
      value += prices[atom] ?? 0;
    }
    let start = 0;
    let end = 0;
    for (let role = 0; role < costs.length; role += 1) {
      start = end;
      end = ends[role] ?? 0;
      let cost = costs[role] ?? 1;
      for (let at = start; at < end; at += 1) cost -= prices[atoms[at] ?? 0] ?? 0;
      const before = taken[role] ?? 0;
      if (cost < 0) {
        value += cost;
        for (let at = start; at < end; at += 1) slope[atoms[at] ?? 0] = (slope[atoms[at] ?? 0] ?? 0) - 1;
        taken[role] = before + latest * (1 - before);
      } else if (before > 0) taken[role] = before * (1 - latest);
    }
    return value;
  }

  private judge(value: number): void {
    if (value > this.value) {
      if (this.value > -Infinity) this.step = Math.min(LARGEST_STEP, this.step * 1.05);
      this.value = value;
      this.best = this.prices.slice();
      this.poor = 0;
      return;
    }
    this.poor += 1;
    if (this.poor <= PATIENCE) return;
    this.step *= 0.7;
    this.poor = 0;
  }
}
