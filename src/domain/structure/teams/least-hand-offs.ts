import { insideTransfers } from '../hand-offs.js';
import type { ShapedRoles } from '../role-shape.js';

/** Hand-offs a week that are sure to pass between two roles, by role and by the other role. */
type Ways = readonly Map<number, number>[];

/** Bounds are told a little lower, so that sums in another order cannot lift one above what is reached. */
const CAUTION = 1 - 1e-9;

/** No teams of these roles within the team size have fewer hand-offs a week between them. In about linear time. */
export function leastHandOffs(shaped: ShapedRoles): number {
  const ways = sureWays(shaped);
  return Math.max(leastByRoom(shaped, ways), leastByCount(shaped, ways)) * CAUTION;
}

function sureWays(shaped: ShapedRoles): Ways {
  const ways = shaped.roles.map(() => new Map<number, number>());
  for (const { from, to, times } of insideTransfers(shaped)) {
    const [a, ...more] = shaped.rolesOfStep[from] ?? [];
    const [b, ...others] = shaped.rolesOfStep[to] ?? [];
    if (a === undefined || b === undefined || a === b || more.length > 0 || others.length > 0) continue;
    ways[a]?.set(b, (ways[a]?.get(b) ?? 0) + times);
    ways[b]?.set(a, (ways[b]?.get(a) ?? 0) + times);
  }
  return ways;
}

/** Each role keeps at most the hand-offs with the others that fit beside it (a fractional knapsack); each way has two ends. */
function leastByRoom({ roles, limits }: ShapedRoles, ways: Ways): number {
  const positions = (at: number): number => roles[at]?.positions ?? 1;
  const lost = ways.reduce((sum, way, role) => {
    let room = Math.max(0, limits.teamSize - positions(role));
    const best = [...way].sort(([a, x], [b, y]) => y / positions(b) - x / positions(a));
    return best.reduce((all, [other, times]) => {
      const share = positions(other) > limits.teamSize ? 0 : Math.min(1, room / positions(other));
      room -= share * positions(other);
      return all + (1 - share) * times;
    }, sum);
  }, 0);
  return lost / 2;
}

/**
 * Roles that are tied together need so many teams as their positions fill; each team more cuts one more edge of their
 * heaviest spanning tree, the lightest at least.
 */
function leastByCount({ roles, limits }: ShapedRoles, ways: Ways): number {
  const { rootOf, edges } = heaviestForest(ways);
  const groups = new Map<number, { positions: number; alone: number; edges: number[] }>();
  roles.forEach(({ positions }, role) => {
    const root = rootOf(role);
    const group = groups.get(root) ?? { positions: 0, alone: 0, edges: [] };
    groups.set(root, group);
    if (positions > limits.teamSize) group.alone += 1;
    else group.positions += positions;
  });
  for (const { a, times } of edges) groups.get(rootOf(a))?.edges.push(times);
  return [...groups.values()].reduce((sum, group) => {
    const cuts = group.alone + Math.ceil(group.positions / limits.teamSize) - 1;
    const lightest = group.edges.sort((x, y) => x - y).slice(0, Math.max(0, cuts));
    return lightest.reduce((all, times) => all + times, sum);
  }, 0);
}

/** Kruskal's algorithm, the most hand-offs first. */
function heaviestForest(ways: Ways): {
  readonly rootOf: (role: number) => number;
  readonly edges: readonly { readonly a: number; readonly times: number }[];
} {
  const parent = ways.map((_, role) => role);
  const rootOf = (role: number): number => {
    let root = role;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = role; at !== root;) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const all = ways.flatMap((way, a) => [...way].flatMap(([b, times]) => (a < b ? [{ a, b, times }] : [])));
  const edges = all
    .sort((x, y) => y.times - x.times)
    .filter(({ a, b }) => {
      const [from, to] = [rootOf(a), rootOf(b)];
      parent[from] = to;
      return from !== to;
    });
  return { rootOf, edges };
}
