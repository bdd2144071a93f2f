import type { Dominators } from './dominators.js';
import { hasBit, type LineProblem } from './line-problem.js';

/** Where a walk over station loads stands; one is used again for every state of a search. */
export interface LoadWalk {
  readonly problem: LineProblem;
  readonly dominators: Dominators;
  /** Predecessors that are still to be done; −1 for a task that is done. */
  readonly open: Int32Array;
  /** Tasks that can be done now and were not left out, as a set. */
  readonly ready: Uint32Array;
  /** The load that is looked at, in an order in which it can be done. */
  readonly load: Int32Array;
  loadCount: number;
  /** Free time of the station. */
  rest: number;
  /** Of load and finished tasks together. */
  hash: number;
  /** Tasks tried so far. */
  work: number;
  /** Taken and left-out tasks in the order of decision, the latter as −1 − task; and below which rest each decision had to come. */
  readonly decided: Int32Array;
  readonly below: Int32Array;
  readonly mix: Int32Array;
  /** The first task that fits into so many slices of free time and one more. */
  readonly fitting: Int32Array;
  /** Bits of free time that make one slice. */
  readonly slice: number;
}

const MOST_SLICES = 1 << 14;

/** A walk that stands at the beginning of the line. */
export function makeWalk(problem: LineProblem, dominators: Dominators): LoadWalk {
  const { size, words, times, cycle } = problem;
  let slice = 0;
  while (cycle >>> slice > MOST_SLICES) slice += 1;
  const fitting = new Int32Array((cycle >>> slice) + 1);
  for (let room = fitting.length - 1, first = 0; room >= 0; room -= 1) {
    while (first < size && (times[first] ?? 0) >>> slice > room) first += 1;
    fitting[room] = first;
  }
  return {
    problem,
    dominators,
    open: problem.waitsFor.slice(),
    ready: new Uint32Array(words),
    load: new Int32Array(size + 1),
    loadCount: 0,
    rest: cycle,
    hash: 0,
    work: 0,
    decided: new Int32Array(size + 1),
    below: new Int32Array(size + 1),
    mix: mixedNumbers(size),
    fitting,
    slice,
  };
}

/** One number for each task, spread over all bits; the hash of a set is their exclusive or. */
function mixedNumbers(size: number): Int32Array {
  const numbers = new Int32Array(size);
  let seed = 0x9e3779b9;
  for (let task = 0; task < size; task += 1) {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    numbers[task] = mixed ^ (mixed >>> 14);
  }
  return numbers;
}

/** Stands the walk behind a set of finished tasks. */
export function standBehind(walk: LoadWalk, sets: Uint32Array, from: number): void {
  const { problem, open, ready, mix } = walk;
  const { size, waitsFor, followerStart, follower } = problem;
  open.set(waitsFor);
  ready.fill(0);
  walk.hash = 0;
  for (let task = 0; task < size; task += 1) {
    if (!hasBit(sets, from, task)) continue;
    walk.hash ^= mix[task] ?? 0;
    const end = followerStart[task + 1] ?? 0;
    for (let at = followerStart[task] ?? 0; at < end; at += 1) {
      const to = follower[at] ?? 0;
      open[to] = (open[to] ?? 0) - 1;
    }
  }
  for (let task = 0; task < size; task += 1) {
    if (hasBit(sets, from, task)) open[task] = -1;
    else if (open[task] === 0) flip(ready, task);
  }
}

/** Goes on behind a load: its tasks are done, and the next station is empty. */
export function standBehindLoad(walk: LoadWalk, load: readonly number[]): void {
  for (const task of load) {
    flip(walk.ready, task);
    take(walk, task);
  }
}

/**
 * Every load of the next station that leaves less than `below` free, that nothing more fits into and of which no task
 * can give its place to a task that dominates it (some of these are told all the same), each once. visit is called
 * with the load in the walk and its tasks taken as done, and returns true to stop; the walk stops too once its work is
 * as much as until.
 */
export function walkLoads(walk: LoadWalk, below: number, visit: () => boolean, until: number): void {
  const { problem, decided, below: belows, ready } = walk;
  const { times } = problem;
  walk.loadCount = 0;
  walk.rest = problem.cycle;
  let depth = 0;
  let most = below;
  let stopped = false;
  for (;;) {
    const task = stopped ? -1 : nextTask(walk);
    if (task >= 0) {
      decided[depth] = task;
      belows[depth] = most;
      depth += 1;
      flip(ready, task);
      most = taken(walk, task, most);
      take(walk, task);
      if (most > 0) continue;
    } else if (!stopped && walk.rest < most) stopped = visit();
    if (walk.work >= until) stopped = true;
    for (;;) {
      if (depth === 0) return;
      const last = decided[depth - 1] ?? 0;
      if (last >= 0) {
        giveBack(walk, last);
        if (!stopped) {
          decided[depth - 1] = -1 - last;
          most = Math.min(belows[depth - 1] ?? 0, times[last] ?? 0);
          if (most > 0) break;
        }
        flip(ready, last);
      } else flip(ready, -1 - last);
      depth -= 1;
    }
  }
}

/** The longest task that can be done, was not left out and fits; −1 where there is none. */
function nextTask({ ready, fitting, slice, rest, problem: { times, size } }: LoadWalk): number {
  let from = fitting[rest >>> slice] ?? 0;
  if (slice > 0) while (from < size && (times[from] ?? 0) > rest) from += 1;
  let word = from >>> 5;
  const words = ready.length;
  if (word >= words) return -1;
  let bits = (ready[word] ?? 0) & (-1 << (from & 31));
  while (bits === 0) {
    word += 1;
    if (word >= words) return -1;
    bits = ready[word] ?? 0;
  }
  return word * 32 + 31 - Math.clz32(bits & -bits);
}

/** Below which rest the load must come once it holds the task: one that was left out must not fit in its place. */
function taken({ dominators, open, problem, rest }: LoadWalk, task: number, most: number): number {
  const { start, task: over } = dominators;
  const { times } = problem;
  const time = times[task] ?? 0;
  const end = start[task + 1] ?? 0;
  for (let at = start[task] ?? 0; at < end; at += 1) {
    const other = over[at] ?? 0;
    const longer = times[other] ?? 0;
    if (longer > rest || longer - time >= most) return most;
    if (open[other] === 0) return longer - time;
  }
  return most;
}

function flip(set: Uint32Array, task: number): void {
  const word = task >>> 5;
  set[word] = (set[word] ?? 0) ^ (1 << (task & 31));
}

function take(walk: LoadWalk, task: number): void {
  const { problem, open, ready } = walk;
  const { followerStart, follower } = problem;
  open[task] = -1;
  const end = followerStart[task + 1] ?? 0;
  for (let at = followerStart[task] ?? 0; at < end; at += 1) {
    const to = follower[at] ?? 0;
    const left = (open[to] ?? 0) - 1;
    open[to] = left;
    if (left === 0) flip(ready, to);
  }
  walk.rest -= problem.times[task] ?? 0;
  walk.hash ^= walk.mix[task] ?? 0;
  walk.load[walk.loadCount++] = task;
  walk.work += 1;
}

function giveBack(walk: LoadWalk, task: number): void {
  const { problem, open, ready } = walk;
  const { followerStart, follower } = problem;
  open[task] = 0;
  const end = followerStart[task + 1] ?? 0;
  for (let at = followerStart[task] ?? 0; at < end; at += 1) {
    const to = follower[at] ?? 0;
    if (open[to] === 0) flip(ready, to);
    open[to] = (open[to] ?? 0) + 1;
  }
  walk.rest += problem.times[task] ?? 0;
  walk.hash ^= walk.mix[task] ?? 0;
  walk.loadCount -= 1;
}
