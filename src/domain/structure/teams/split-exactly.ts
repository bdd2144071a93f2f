import type { RoleGroups } from './role-groups.js';

/** Roles with their positions and the hand-offs a week between each two. */
export interface SplitProblem {
  readonly positions: readonly number[];
  /** By role, then by the other role; the same both ways. */
  readonly between: readonly ReadonlyMap<number, number>[];
  /** No team of several roles has more positions. */
  readonly teamSize: number;
  /** Positions below which a team counts as small. */
  readonly small: number;
}

interface Team {
  readonly roles: number[];
  positions: number;
}

interface Search {
  readonly problem: SplitProblem;
  readonly order: readonly number[];
  readonly teams: Team[];
  readonly tolerance: number;
  best: RoleGroups;
  bestCost: Cost;
  looks: number;
}

/** Compared from left to right. */
type Cost = readonly [handOffs: number, smallTeams: number, teams: number];

const MOST_ROLES = 14;
const MOST_LOOKS = 300_000;

/**
 * The teams with the fewest hand-offs between them, then the fewest small ones, then the fewest: a search of all
 * splits, each role in a team that stands or in a new one, cut where what must be handed over is too much already.
 * complete: false where there are too many roles or splits, and the start is given back or something better.
 */
export function splitExactly(
  problem: SplitProblem,
  start: RoleGroups,
): { readonly groups: RoleGroups; readonly complete: boolean } {
  const count = problem.positions.length;
  if (count > MOST_ROLES) return { groups: start, complete: false };
  const weights = problem.between.map((ways) => [...ways.values()].reduce((sum, each) => sum + each, 0));
  const tolerance = 1e-9 * weights.reduce((sum, each) => sum + each, 1);
  const order = [...weights.keys()].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  const bestCost = costOf(problem, start);
  const search: Search = { problem, order, teams: [], tolerance, best: start, bestCost, looks: 0 };
  descend(search, 0, 0);
  return { groups: search.best, complete: search.looks <= MOST_LOOKS };
}

/** Hand-offs a week between the groups, small ones, and how many there are. */
function costOf({ positions, between, small }: SplitProblem, groups: RoleGroups): Cost {
  const groupOf = new Map(groups.flatMap((roles, at) => roles.map((role) => [role, at] as const)));
  let cut = 0;
  between.forEach((ways, a) =>
    ways.forEach((times, b) => {
      if (a < b && groupOf.get(a) !== groupOf.get(b)) cut += times;
    }),
  );
  const sizes = groups.map((roles) => roles.reduce((sum, role) => sum + (positions[role] ?? 1), 0));
  return [cut, sizes.filter((size) => size < small).length, groups.length];
}

/** As deep as there are roles, which are few. */
function descend(search: Search, depth: number, cut: number): void {
  const { problem, order, teams } = search;
  search.looks += 1;
  if (search.looks > MOST_LOOKS || cut + owed(search, depth) > search.bestCost[0] + search.tolerance) return;
  const role = order[depth];
  if (role === undefined) {
    conclude(search);
    return;
  }
  const size = problem.positions[role] ?? 1;
  const all = teams.reduce((sum, team) => sum + ties(problem, role, team), 0);
  for (const team of [...teams]) {
    if (team.positions + size > problem.teamSize) continue;
    const kept = ties(problem, role, team);
    team.roles.push(role);
    team.positions += size;
    descend(search, depth + 1, cut + all - kept);
    team.roles.pop();
    team.positions -= size;
  }
  teams.push({ roles: [role], positions: size });
  descend(search, depth + 1, cut + all);
  teams.pop();
}

/** What each role left hands to the teams that it cannot be in, at least. */
function owed({ problem, order, teams }: Search, depth: number): number {
  let sum = 0;
  for (const role of order.slice(depth)) {
    let [all, most] = [0, 0];
    for (const team of teams) {
      const tie = ties(problem, role, team);
      all += tie;
      if (team.positions + (problem.positions[role] ?? 1) <= problem.teamSize) most = Math.max(most, tie);
    }
    sum += all - most;
  }
  return sum;
}

function ties({ between }: SplitProblem, role: number, team: Team): number {
  return team.roles.reduce((sum, other) => sum + (between[role]?.get(other) ?? 0), 0);
}

function conclude(search: Search): void {
  const groups = search.teams.map(({ roles }) => [...roles]);
  const cost = costOf(search.problem, groups);
  const less = cost[0] - search.bestCost[0];
  const isBetter =
    less < -search.tolerance ||
    (less <= search.tolerance && (cost[1] - search.bestCost[1] || cost[2] - search.bestCost[2]) < 0);
  if (isBetter) [search.best, search.bestCost] = [groups, cost];
}
