import { absorb, bundleOf, joined, positionsOf, type Bundle } from './bundle.js';
import { holdingsOf, type Cost } from './cost.js';
import { PriorityQueue } from './priority-queue.js';
import type { RoleProblem } from './role-problem.js';

interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly gain: Cost;
  /** How often it was found to be worth something else than when it was offered. */
  readonly stale: number;
}

/** A pair whose worth keeps changing is joined as it is after so many looks, so that the work stays linear. */
const LOOKS = 2;

/** Up to so many roles every pair is a candidate; beyond, those that work passes between and those of like kinds. */
const ALL_PAIRS_UP_TO = 160;
/** How many of its fellows of one kind a role is tried with at a time. */
const WINDOW = 4;
const ROUNDS = 6;

/**
 * Starts with every atom as a role of its own (or with the roles given) and joins, again and again, the pair that saves
 * most, goal by goal in the order of the problem; ties go to the earlier steps. Joining never costs any of the goals.
 * The savings method (Clarke & Wright 1964, Operations Research 12:568), with positions and hand-offs for distances.
 */
export function mergeGreedily(
  problem: RoleProblem,
  start: readonly (readonly number[])[] = problem.atoms.map((_, at) => [at]),
): number[][] {
  const merging = new Merging(problem, start);
  merging.offerNeighbours();
  merging.run();
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = merging.size;
    for (const [a, b] of likelyPairs(problem, merging.roles())) merging.offer(a, b);
    merging.run();
    if (merging.size === before) break;
  }
  return [...merging.roles().values()].map(({ atoms }) => atoms.sort((x, y) => x - y));
}

class Merging {
  private readonly bundles = new Map<number, Bundle>();
  /** For each role, by the number of its first atom, the roles that work passes to and from. */
  private readonly weights: Map<number, number>[];
  private readonly queue: PriorityQueue<Candidate>;

  constructor(
    private readonly problem: RoleProblem,
    start: readonly (readonly number[])[],
  ) {
    const roleOf = new Map(start.flatMap((atoms) => atoms.map((atom) => [atom, atoms[0] ?? atom] as const)));
    for (const atoms of start) {
      const bundle = bundleOf(problem, atoms);
      if (bundle) this.bundles.set(atoms[0] ?? 0, bundle);
    }
    this.weights = problem.atoms.map(() => new Map<number, number>());
    problem.neighbours.forEach((near, atom) => {
      const role = roleOf.get(atom) ?? atom;
      for (const [other, weight] of near) {
        const there = roleOf.get(other) ?? other;
        const passes = this.weights[role];
        if (there !== role) passes?.set(there, (passes.get(there) ?? 0) + weight);
      }
    });
    this.queue = new PriorityQueue<Candidate>(
      (x, y) => compareGain(problem, x.gain, y.gain) || x.a - y.a || x.b - y.b,
    );
  }

  offerNeighbours(): void {
    this.weights.forEach((near, a) => {
      for (const b of near.keys()) if (a < b) this.offer(a, b);
    });
  }

  get size(): number {
    return this.bundles.size;
  }

  roles(): ReadonlyMap<number, Bundle> {
    return this.bundles;
  }

  offer(a: number, b: number): void {
    const gain = this.gainOf(a, b);
    if (gain) this.queue.push({ a: Math.min(a, b), b: Math.max(a, b), gain, stale: 0 });
  }

  run(): void {
    for (let best = this.queue.pop(); best; best = this.queue.pop()) {
      const gain = this.gainOf(best.a, best.b);
      if (!gain) continue;
      const same =
        gain.positions === best.gain.positions &&
        gain.saved === best.gain.saved &&
        gain.holdings === best.gain.holdings;
      if (same || best.stale >= LOOKS) this.join(best.a, best.b);
      else this.queue.push({ ...best, gain, stale: best.stale + 1 });
    }
  }

  /** What joining the two roles saves; null where they may not be one, or where nothing is saved. */
  private gainOf(a: number, b: number): Cost | null {
    const [x, y] = [this.bundles.get(a), this.bundles.get(b)];
    if (!x || !y || a === b) return null;
    const sum = joined(this.problem, x, y);
    if (!sum) return null;
    const gain: Cost = {
      positions: positionsOf(this.problem, x) + positionsOf(this.problem, y) - positionsOf(this.problem, sum),
      saved: this.weights[a]?.get(b) ?? 0,
      holdings:
        holdingsOf(this.problem, x.capabilities) +
        holdingsOf(this.problem, y.capabilities) -
        holdingsOf(this.problem, sum.capabilities),
    };
    return gain.positions > 0 || gain.saved > 0 || gain.holdings > 0 ? gain : null;
  }

  private join(a: number, b: number): void {
    const [x, y] = [this.bundles.get(a), this.bundles.get(b)];
    const [wa, wb] = [this.weights[a], this.weights[b]];
    if (!x || !y || !wa || !wb) return;
    const bundle = absorb(this.problem, x, y);
    if (!bundle) return;
    // The role with more neighbours keeps its number, so that few ways have to be written anew.
    const [kept, gone, near, far] = wa.size >= wb.size ? [a, b, wa, wb] : [b, a, wb, wa];
    this.bundles.set(kept, bundle);
    this.bundles.delete(gone);
    near.delete(gone);
    for (const [other, weight] of far) {
      if (other === kept) continue;
      near.set(other, (near.get(other) ?? 0) + weight);
      const back = this.weights[other];
      back?.delete(gone);
      back?.set(kept, near.get(other) ?? weight);
      this.offer(kept, other);
    }
    far.clear();
  }
}

/** Where a gain tells what is saved of a goal. */
const SAVED_IN = { POSITIONS: 'positions', HAND_OFFS: 'saved', FRAGMENTATION: 'holdings' } as const;

/** Below 0 where a saves more, goal by goal in the order of the problem. */
function compareGain(problem: RoleProblem, a: Cost, b: Cost): number {
  for (const goal of problem.order) {
    const difference = b[SAVED_IN[goal]] - a[SAVED_IN[goal]];
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Pairs of roles that no work passes between, but that may save a position together. */
function likelyPairs(problem: RoleProblem, roles: ReadonlyMap<number, Bundle>): [number, number][] {
  const ids = [...roles.keys()].sort((a, b) => a - b);
  if (ids.length <= ALL_PAIRS_UP_TO)
    return ids.flatMap((a, at) => ids.slice(at + 1).map((b): [number, number] => [a, b]));
  const pairs: [number, number][] = [];
  for (const members of fellows(problem, ids, roles)) {
    members.forEach((a, at) => members.slice(at + 1, at + 1 + WINDOW).forEach((b) => pairs.push([a, b])));
  }
  return pairs;
}

function fellows(
  problem: RoleProblem,
  ids: readonly number[],
  roles: ReadonlyMap<number, Bundle>,
): number[][] {
  const groups = new Map<string, number[]>();
  for (const id of ids) {
    const bundle = roles.get(id);
    if (!bundle) continue;
    const first = bundle.atoms[0] ?? id;
    const marks = [
      ...bundle.capabilities.map((capability) => `capability ${capability}`),
      ...problem.kindsOf(first),
      'any',
    ];
    for (const mark of marks) groups.set(mark, append(groups.get(mark), id));
  }
  return [...groups.values()];
}

function append(list: number[] | undefined, id: number): number[] {
  if (!list) return [id];
  list.push(id);
  return list;
}
