import { hasBit, type LineProblem } from './line-problem.js';

/** For each task those that may stand in its place: at least as long, with all of its followers (Jackson 1956). */
export interface Dominators {
  readonly start: Int32Array;
  /** The shortest first. */
  readonly task: Int32Array;
}

/** Every pair of unrelated tasks of which the one can always be done in the place of the other; of two equal ones the first may. */
export function findDominators(problem: LineProblem): Dominators {
  const { size, words, times, after } = problem;
  if (after.length === 0) return { start: new Int32Array(size + 1), task: new Int32Array(0) };
  const start = new Int32Array(size + 1);
  const task: number[] = [];
  for (let under = 0; under < size; under += 1) {
    // Tasks stand by falling time, so walking down lists the shortest first.
    for (let over = lastAsLong(times, under); over >= 0; over -= 1) {
      if (over === under || hasBit(after, over * words, under)) continue;
      if (!holdsAll(after, over * words, under * words, words)) continue;
      const equal = times[over] === times[under] && holdsAll(after, under * words, over * words, words);
      if (equal && over > under) continue;
      task.push(over);
    }
    start[under + 1] = task.length;
  }
  return { start, task: Int32Array.from(task) };
}

function lastAsLong(times: Int32Array, under: number): number {
  let at = under;
  while (at + 1 < times.length && times[at + 1] === times[under]) at += 1;
  return at;
}

function holdsAll(sets: Uint32Array, large: number, small: number, words: number): boolean {
  for (let word = 0; word < words; word += 1) {
    if (((sets[small + word] ?? 0) & ~(sets[large + word] ?? 0)) !== 0) return false;
  }
  return true;
}
