import type { ProcessGraph } from './process-graph.js';

/** How many places lie before each node on the longest way to it, returns left out; linear in the ways. */
export function rankNodes({ nodes, ways }: ProcessGraph): readonly number[] {
  const ranks = nodes.map(() => 0);
  const waiting = nodes.map(() => 0);
  const out: number[][] = nodes.map(() => []);
  for (const { from, to, kind } of ways) {
    if (kind === 'RETURN') continue;
    out[from]?.push(to);
    waiting[to] = (waiting[to] ?? 0) + 1;
  }
  const queue = nodes.flatMap((_, index) => (waiting[index] === 0 ? [index] : []));
  for (let head = 0; head < queue.length; head++) {
    const from = queue[head] ?? 0;
    for (const to of out[from] ?? []) {
      ranks[to] = Math.max(ranks[to] ?? 0, (ranks[from] ?? 0) + 1);
      waiting[to] = (waiting[to] ?? 0) - 1;
      if (waiting[to] === 0) queue.push(to);
    }
  }
  return ranks;
}
