import type { Dominators } from './dominators.js';
import { countBits, type LineProblem } from './line-problem.js';
import { makeWalk, standBehind, standBehindLoad, walkLoads, type LoadWalk } from './load-walk.js';

/** Beside the time that a task fills: how much the time of all that follows it counts, how much their number, and what each task costs. */
export interface LoadTaste {
  readonly weight: number;
  readonly followers: number;
  readonly task: number;
}

/** So much work, for each load that may be looked at, ends the looking at one station. */
const WORK_OF_LOAD = 50;

/** A line that was filled station by station, or null where it would need `upper` stations or more. */
export interface FilledLine {
  readonly stations: readonly (readonly number[])[] | null;
  readonly work: number;
  readonly loads: number;
}

/**
 * Each station in turn takes the most valuable of the first loads that it can hold (Hoffmann 1963, with the values of
 * Sewell and Jacobson 2012). At most so many loads are looked at for one station.
 */
export function fillLine(
  problem: LineProblem,
  dominators: Dominators,
  taste: LoadTaste,
  loadsOfStation: number,
  upper: number,
): FilledLine {
  const { size } = problem;
  const worth = worthOf(problem, taste);
  const walk = makeWalk(problem, dominators);
  standBehind(walk, new Uint32Array(problem.words), 0);
  const stations: number[][] = [];
  let loads = 0;
  for (let left = size; left > 0;) {
    if (stations.length + 1 >= upper) return { stations: null, work: walk.work, loads };
    const best = bestLoad(walk, worth, loadsOfStation);
    loads += best.loads;
    standBehindLoad(walk, best.load);
    stations.push(best.load);
    left -= best.load.length;
  }
  return { stations, work: walk.work, loads };
}

function worthOf(problem: LineProblem, { weight, followers, task: each }: LoadTaste): Float64Array {
  const { size, words, times, after } = problem;
  if (after.length === 0) return Float64Array.from(times);
  return Float64Array.from({ length: size }, (_, task) => {
    let behind = times[task] ?? 0;
    for (let word = 0; word < words; word += 1) {
      let bits = after[task * words + word] ?? 0;
      while (bits !== 0) {
        behind += times[word * 32 + 31 - Math.clz32(bits & -bits)] ?? 0;
        bits &= bits - 1;
      }
    }
    const count = countBits(after, task * words, words);
    return (times[task] ?? 0) + weight * behind + followers * count - each;
  });
}

function bestLoad(
  walk: LoadWalk,
  worth: Float64Array,
  most: number,
): { readonly load: number[]; readonly loads: number } {
  let best: number[] = [];
  let bestWorth = Number.NEGATIVE_INFINITY;
  let loads = 0;
  walkLoads(
    walk,
    walk.problem.cycle + 1,
    () => {
      const { load, loadCount } = walk;
      let sum = 0;
      for (let at = 0; at < loadCount; at += 1) sum += worth[load[at] ?? 0] ?? 0;
      if (sum > bestWorth) {
        bestWorth = sum;
        best = Array.from(load.subarray(0, loadCount));
      }
      loads += 1;
      return loads >= most;
    },
    walk.work + WORK_OF_LOAD * most,
  );
  return { load: best, loads };
}
