/** A weight for each size of task, and the most that one station can hold of them. */
export interface LearnedWeights {
  readonly room: number;
  readonly of: ReadonlyMap<number, number>;
}

/** Sizes of tasks, and how often each is there. */
interface Sizes {
  readonly cycle: number;
  readonly time: readonly number[];
  readonly count: readonly number[];
}

const MOST_CELLS = 40_000_000;
const ROUNDS = 1_500;
const LEAST_ROUNDS = 400;
const PACE = 0.05;
const SCALE = 100_000;

/**
 * Weights by which the tasks need as many stations as they can be shown to (the dual of the cutting-stock program of
 * Gilmore and Gomory 1961, approached by multiplicative updates: what the heaviest station holds becomes lighter).
 * Valid whatever was learned, because the room is the heaviest station itself. Null where it would take too long.
 */
export function learnWeights(times: Int32Array, cycle: number): LearnedWeights | null {
  const sizes = sizesOf(times, cycle);
  const cells = sizes.time.reduce((sum, time, k) => sum + cycle * fitting(sizes, k, time), 1);
  const rounds = Math.min(ROUNDS, Math.floor(MOST_CELLS / cells));
  if (rounds < LEAST_ROUNDS) return null;
  const weights = Float64Array.from(sizes.time, (time) => time / cycle);
  let [best, most] = [Int32Array.from(weights), 0];
  for (let round = 0; round < rounds; round += 1) {
    const { value, held } = heaviest(sizes, weights);
    const bound = weights.reduce((sum, weight, k) => sum + weight * (sizes.count[k] ?? 0), 0) / value;
    if (bound > most) {
      most = bound;
      best = Int32Array.from(weights, (weight) => Math.floor((weight * SCALE) / value));
    }
    held.forEach((number, k) => {
      weights[k] = (weights[k] ?? 0) * (1 - (PACE * number) / (sizes.count[k] ?? 1));
    });
  }
  const room = Math.round(heaviest(sizes, Float64Array.from(best)).value);
  return { room, of: new Map(sizes.time.map((time, k) => [time, best[k] ?? 0])) };
}

function sizesOf(times: Int32Array, cycle: number): Sizes {
  const counted = new Map<number, number>();
  for (const time of times) if (time > 0) counted.set(time, (counted.get(time) ?? 0) + 1);
  return { cycle, time: [...counted.keys()], count: [...counted.values()] };
}

function fitting({ cycle, count }: Sizes, k: number, time: number): number {
  return Math.min(count[k] ?? 0, Math.floor(cycle / time));
}

/** The station that holds most, by every sum up to the cycle (bounded knapsack). */
function heaviest(sizes: Sizes, weights: Float64Array): { readonly value: number; readonly held: number[] } {
  const { cycle, time } = sizes;
  let values = new Float64Array(cycle + 1);
  const choices = time.map((size, k) => {
    const weight = weights[k] ?? 0;
    const most = fitting(sizes, k, size);
    const grown = values.slice();
    const taken = new Uint16Array(cycle + 1);
    for (let room = size; room <= cycle; room += 1) {
      for (let number = 1; number <= most && number * size <= room; number += 1) {
        const value = (values[room - number * size] ?? 0) + number * weight;
        if (value <= (grown[room] ?? 0)) continue;
        grown[room] = value;
        taken[room] = number;
      }
    }
    values = grown;
    return taken;
  });
  const value = values[cycle] ?? 0;
  let room = cycle;
  const held = time.map(() => 0);
  for (let k = time.length - 1; k >= 0; k -= 1) {
    const number = choices[k]?.[room] ?? 0;
    held[k] = number;
    room -= number * (time[k] ?? 0);
  }
  return { value, held };
}
