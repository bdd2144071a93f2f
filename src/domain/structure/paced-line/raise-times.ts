import { hasBit, MOST_CLOSED, type LineProblem } from './line-problem.js';

/** Words of sums that may be looked through for one line; beyond it times stay as they are. */
const MOST_WORDS = 60_000_000;

/**
 * Times as long as they may be without making any station impossible: a task whose station can never be quite full
 * takes the rest of it too (Fleszar and Hindi, EJOR 2003; two tasks share a station only with all that lies between).
 */
export function raiseTimes(problem: LineProblem): Int32Array {
  const { size, cycle } = problem;
  const times = problem.times.slice();
  if (size > MOST_CLOSED || size * size * (cycle / 32) > MOST_WORDS) return times;
  const reachable = new Uint32Array((cycle >>> 5) + 2);
  for (let task = 0; task < size; task += 1) {
    if (times[task] === 0) continue;
    const most = fullest(problem, times, task, reachable);
    times[task] = (times[task] ?? 0) + cycle - most;
  }
  return times;
}

/** The fullest that a station with this task can be, by the sums of the tasks that fit beside it. */
function fullest(problem: LineProblem, times: Int32Array, task: number, reachable: Uint32Array): number {
  const { size, cycle } = problem;
  const room = cycle - (times[task] ?? 0);
  reachable.fill(0);
  reachable[0] = 1;
  for (let other = 0; other < size; other += 1) {
    const time = times[other] ?? 0;
    if (other === task || time > room || time === 0) continue;
    if (time + between(problem, times, task, other) > room) continue;
    addShifted(reachable, time, room);
    if (hasBit(reachable, 0, room)) return cycle;
  }
  let most = room;
  while (!hasBit(reachable, 0, most)) most -= 1;
  return cycle - room + most;
}

/** What must stand in one station with two tasks because it comes after the one and before the other. */
function between(problem: LineProblem, times: Int32Array, one: number, other: number): number {
  const { words, after } = problem;
  if (hasBit(after, other * words, one)) return sumBetween(problem, times, other, one);
  return hasBit(after, one * words, other) ? sumBetween(problem, times, one, other) : 0;
}

function sumBetween(
  { words, after, before }: LineProblem,
  times: Int32Array,
  first: number,
  last: number,
): number {
  let sum = 0;
  for (let word = 0; word < words; word += 1) {
    let bits = (after[first * words + word] ?? 0) & (before[last * words + word] ?? 0);
    while (bits !== 0) {
      sum += times[word * 32 + 31 - Math.clz32(bits & -bits)] ?? 0;
      bits &= bits - 1;
    }
  }
  return sum;
}

/** Every sum up to room, with and without one more of this size. */
function addShifted(sums: Uint32Array, by: number, room: number): void {
  const words = by >>> 5;
  const bits = by & 31;
  for (let at = room >>> 5; at >= words; at -= 1) {
    let moved = (sums[at - words] ?? 0) << bits;
    if (bits > 0 && at > words) moved |= (sums[at - words - 1] ?? 0) >>> (32 - bits);
    sums[at] = ((sums[at] ?? 0) | moved) >>> 0;
  }
}
