import { countBits, hasBit, type LineProblem } from './line-problem.js';
import type { DualWeights } from './dual-weights.js';

/**
 * For each task how many stations at the end of the line stand from its own on, at least: by every bound over all that
 * follows it, and by doing what follows one after the other, the longest tail first (Scholl and Klein, 1997).
 */
export function stationsFromEnd(problem: LineProblem, dual: DualWeights): Int32Array {
  const { size, words, cycle, times, after } = problem;
  const order = Array.from({ length: size }, (_, task) => task).sort(
    (a, b) => countBits(after, a * words, words) - countBits(after, b * words, words) || a - b,
  );
  const tails = new Float64Array(size);
  const fromEnd = new Int32Array(size);
  for (const task of order) {
    const later = order.filter((other) => hasBit(after, task * words, other));
    let tail = Math.max(
      oneAfterTheOther(later, times, tails),
      wholeStations(later, dual) * cycle - cycle + smallest(later, times),
    );
    const time = times[task] ?? 0;
    const whole = Math.ceil(tail / cycle) * cycle;
    if (tail + time > whole) tail = whole;
    tails[task] = tail;
    fromEnd[task] = Math.max(1, Math.ceil((tail + time) / cycle));
  }
  return fromEnd;
}

/** One more than a full number of stations begins one; less than one unit of time in it is not known. */
function smallest(later: readonly number[], times: Int32Array): number {
  return later.length === 0 ? 0 : Math.max(1, Math.min(...later.map((task) => times[task] ?? 0)));
}

function oneAfterTheOther(later: readonly number[], times: Int32Array, tails: Float64Array): number {
  const sorted = [...later].sort((a, b) => (tails[b] ?? 0) - (tails[a] ?? 0) || a - b);
  let sum = 0;
  let most = 0;
  for (const task of sorted) {
    sum += times[task] ?? 0;
    most = Math.max(most, sum + (tails[task] ?? 0));
  }
  return most;
}

function wholeStations(later: readonly number[], { count, weights, rooms }: DualWeights): number {
  let most = 0;
  for (let k = 0; k < count; k += 1) {
    let sum = 0;
    for (const task of later) sum += weights[task * count + k] ?? 0;
    most = Math.max(most, Math.ceil(sum / (rooms[k] ?? 1)));
  }
  return most;
}
