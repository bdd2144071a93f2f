import { PriorityQueue } from '../solver/priority-queue.js';
import type { PacedLine } from './paced-line.js';

/** The stations with the tasks of each in an order in which they can be done, otherwise as they were given. */
export function putInOrder(
  { times, arcs }: PacedLine,
  stations: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const out: number[][] = times.map(() => []);
  const open = times.map(() => 0);
  for (const [from, to] of arcs) {
    out[from]?.push(to);
    open[to] = (open[to] ?? 0) + 1;
  }
  const ready = new PriorityQueue<number>((a, b) => a - b);
  open.forEach((count, task) => count === 0 && ready.push(task));
  const rank = times.map(() => 0);
  let next = 0;
  for (let task = ready.pop(); task !== undefined; task = ready.pop()) {
    rank[task] = next;
    next += 1;
    for (const to of out[task] ?? []) {
      open[to] = (open[to] ?? 0) - 1;
      if (open[to] === 0) ready.push(to);
    }
  }
  return stations.map((tasks) => [...tasks].sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0)));
}
