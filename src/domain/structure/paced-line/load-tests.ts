import type { Search } from './search-state.js';

/** True where a bound over the tasks that the state at hand leaves does not forbid so many stations for them. */
export function leftFits({ left, ask }: Search, stations: number): boolean {
  const { count, rooms } = ask.dual;
  for (let k = 0; k < count; k += 1) if ((left[k] ?? 0) > stations * (rooms[k] ?? 0)) return false;
  return true;
}

/** The same once the load of the walk is done too. */
export function restFits({ ask, walk, left }: Search, stations: number): boolean {
  const { count, rooms, weights } = ask.dual;
  const { load, loadCount } = walk;
  for (let k = 0; k < count; k += 1) {
    let sum = left[k] ?? 0;
    for (let at = 0; at < loadCount; at += 1) sum -= weights[(load[at] ?? 0) * count + k] ?? 0;
    if (sum > stations * (rooms[k] ?? 0)) return false;
  }
  return true;
}

/** True where nothing follows on any task of the load, so that its station may as well come last. */
export function canComeLast({ walk, isSink, leftNotSinks }: Search): boolean {
  if (leftNotSinks === 0) return false;
  for (let at = 0; at < walk.loadCount; at += 1) if (isSink[walk.load[at] ?? 0] === 0) return false;
  return true;
}

/** True where a task of the load can give its place to a longer one with all of its followers. */
export function isDominated({ ask, walk }: Search): boolean {
  const { times } = ask.problem;
  const { load, loadCount, open, rest, dominators } = walk;
  const { start, task: over } = dominators;
  for (let at = 0; at < loadCount; at += 1) {
    const task = load[at] ?? 0;
    const most = (times[task] ?? 0) + rest;
    const end = start[task + 1] ?? 0;
    for (let nth = start[task] ?? 0; nth < end; nth += 1) {
      const other = over[nth] ?? 0;
      if ((times[other] ?? 0) > most) break;
      if (open[other] === 0) return true;
    }
  }
  return false;
}

/** False where the tasks that must stand so far from the end do not fit into the stations before it. */
export function tailsFit({ ask, walk, byTail }: Search, stations: number): boolean {
  const { problem, fromEnd } = ask;
  const { size, cycle, times } = problem;
  const { open } = walk;
  let sum = 0;
  for (let at = 0; at < size; at += 1) {
    const task = byTail[at] ?? 0;
    if ((open[task] ?? 0) < 0) continue;
    sum += times[task] ?? 0;
    if (sum > (stations + 1 - (fromEnd[task] ?? 0)) * cycle) return false;
  }
  return true;
}
