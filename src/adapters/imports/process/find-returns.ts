import type { ReadGraph, ReadWay } from './read-graph.js';

/** The ways that go back: those of which the model says so, and those that lead to where one is still on the way from. */
export function findReturns({ nodes, ways }: ReadGraph): ReadonlySet<ReadWay> {
  const out: ReadWay[][] = nodes.map(() => []);
  const entered = nodes.map(() => 0);
  const returns = new Set<ReadWay>();
  for (const way of ways) {
    if (way.back) returns.add(way);
    else {
      out[way.from]?.push(way);
      entered[way.to] = (entered[way.to] ?? 0) + 1;
    }
  }
  const state = nodes.map((): 'NEW' | 'OPEN' | 'DONE' => 'NEW');
  const starts = nodes.flatMap(({ kind }, index) =>
    kind === 'START' || entered[index] === 0 ? [index] : [],
  );
  for (const start of [...starts, ...nodes.keys()]) {
    if (state[start] !== 'NEW') continue;
    state[start] = 'OPEN';
    const path = [{ node: start, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const way = out[top.node]?.[top.next++];
      if (!way) {
        state[top.node] = 'DONE';
        path.pop();
      } else if (state[way.to] === 'OPEN') returns.add(way);
      else if (state[way.to] === 'NEW') {
        state[way.to] = 'OPEN';
        path.push({ node: way.to, next: 0 });
      }
    }
  }
  return returns;
}
