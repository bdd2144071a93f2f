import type { CellProblem } from './cell-problem.js';

/** Beyond this many rows the order of the problem is taken: each row is weighed against each. */
const MOST_ROWS = 400;

/** Rows with the most ones first. */
export function fullestFirst({ entries }: CellProblem): number[] {
  const sizes = entries.map((row) => row.reduce((sum, [, ones]) => sum + ones, 0));
  return [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}

/**
 * Rows in an order that lets an exact search fail early: each next one shares most ones with those before it, so that
 * what it cannot have both ways shows soon.
 */
export function rowOrder({ rows, entries }: CellProblem): number[] {
  if (rows > MOST_ROWS) return Array.from({ length: rows }, (_, row) => row);
  const sizes = entries.map((row) => row.reduce((sum, [, ones]) => sum + ones, 0));
  const shared = new Float64Array(rows);
  const left = new Set(entries.keys());
  const order: number[] = [];
  while (left.size > 0) {
    let next = -1;
    for (const row of left) {
      const more = (shared[row] ?? 0) - (shared[next] ?? 0) || (sizes[row] ?? 0) - (sizes[next] ?? 0);
      if (next < 0 || more > 0) next = row;
    }
    left.delete(next);
    order.push(next);
    const held = new Map(entries[next]);
    for (const row of left)
      for (const [column, ones] of entries[row] ?? [])
        shared[row] = (shared[row] ?? 0) + Math.min(ones, held.get(column) ?? 0);
  }
  return order;
}
