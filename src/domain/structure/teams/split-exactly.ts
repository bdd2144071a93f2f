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
  /** The streams that each role works in, a bit each; none where there is one stream. */
  readonly streams?: readonly number[];
}

/** Compared from left to right. */
type Cost = readonly [smallTeams: number, handOffs: number, teams: number, streams: number];

/** What is known of every set of roles, a bit for each role. */
interface Sets {
  readonly positions: Float64Array;
  /** Hand-offs a week between roles of the set. */
  readonly inside: Float64Array;
  /** The streams that its roles work in, a bit each. */
  readonly streams: Int32Array;
}

/** The best teams for every set of roles. */
interface BestTeams {
  readonly smallTeams: Uint8Array;
  /** Hand-offs a week that its teams keep inside. */
  readonly kept: Float64Array;
  readonly teams: Uint8Array;
  /** How many streams its teams work in, counted team by team. */
  readonly streams: Uint16Array;
  /** The team of the first role of the set. */
  readonly first: Int32Array;
}

/** Some two million pairs of a set and a team in it. */
const MOST_ROLES = 14;

/**
 * The teams of which the fewest are small, then with the fewest hand-offs between them, then the fewest, then each in the fewest
 * streams: the best teams of
 * each set of roles from those of smaller sets (set partition by dynamic programming). The start where it is as good.
 * complete: false where there are too many roles, and the start is given back.
 */
export function splitExactly(
  problem: SplitProblem,
  start: RoleGroups,
): { readonly groups: RoleGroups; readonly complete: boolean } {
  const count = problem.positions.length;
  if (count > MOST_ROLES) return { groups: start, complete: false };
  const sets = setsOf(problem);
  const tolerance = 1e-9 * (1 + (sets.inside.at(-1) ?? 0));
  const groups = groupsOf(bestTeams(problem, sets, tolerance), (1 << count) - 1);
  const [least, given] = [costOf(problem, groups), costOf(problem, start)];
  return { groups: isLess(least, given, tolerance) ? groups : start, complete: true };
}

function setsOf({ positions, between, streams }: SplitProblem): Sets {
  const size = 1 << positions.length;
  const sets: Sets = {
    positions: new Float64Array(size),
    inside: new Float64Array(size),
    streams: new Int32Array(size),
  };
  for (let set = 1; set < size; set += 1) {
    const role = lowest(set);
    const others = set & (set - 1);
    sets.positions[set] = (sets.positions[others] ?? 0) + (positions[role] ?? 1);
    let inside = sets.inside[others] ?? 0;
    between[role]?.forEach((times, other) => (inside += (others >> other) & 1 ? times : 0));
    sets.inside[set] = inside;
    sets.streams[set] = (sets.streams[others] ?? 0) | (streams?.[role] ?? 0);
  }
  return sets;
}

function bitsOf(set: number): number {
  let bits = 0;
  for (let left = set; left !== 0; left &= left - 1) bits += 1;
  return bits;
}

function lowest(set: number): number {
  return 31 - Math.clz32(set & -set);
}

function bestTeams({ teamSize, small }: SplitProblem, sets: Sets, tolerance: number): BestTeams {
  const size = sets.positions.length;
  const best: BestTeams = {
    smallTeams: new Uint8Array(size),
    kept: new Float64Array(size),
    teams: new Uint8Array(size),
    streams: new Uint16Array(size),
    first: new Int32Array(size),
  };
  for (let set = 1; set < size; set += 1) {
    const others = set & (set - 1);
    const alone = set ^ others;
    let leastSmall = Infinity;
    let mostKept = 0;
    let fewest = 0;
    let leastStreams = Infinity;
    let first = 0;
    for (let more = others; ; more = (more - 1) & others) {
      const team = more | alone;
      const positions = sets.positions[team] ?? 0;
      const rest = set ^ team;
      const smallTeams = (best.smallTeams[rest] ?? 0) + (positions < small ? 1 : 0);
      if (smallTeams <= leastSmall && (more === 0 || positions <= teamSize)) {
        const kept = (best.kept[rest] ?? 0) + (sets.inside[team] ?? 0);
        const teams = (best.teams[rest] ?? 0) + 1;
        const gain = kept - mostKept;
        const streams = (best.streams[rest] ?? 0) + bitsOf(sets.streams[team] ?? 0);
        const isTied = gain >= -tolerance && (teams < fewest || (teams === fewest && streams < leastStreams));
        // In place: this is looked at millions of times.
        if (smallTeams < leastSmall || gain > tolerance || isTied) {
          leastSmall = smallTeams;
          mostKept = kept;
          fewest = teams;
          leastStreams = streams;
          first = team;
        }
      }
      if (more === 0) break;
    }
    best.smallTeams[set] = leastSmall;
    best.kept[set] = mostKept;
    best.teams[set] = fewest;
    best.streams[set] = leastStreams;
    best.first[set] = first;
  }
  return best;
}

function isLess([small, cut, teams, streams]: Cost, [a, b, c, d]: Cost, tolerance: number): boolean {
  if (small !== a) return small < a;
  if (Math.abs(cut - b) > tolerance) return cut < b;
  return teams === c ? streams < d : teams < c;
}

function groupsOf({ first }: BestTeams, all: number): RoleGroups {
  const groups: number[][] = [];
  for (let left = all; left !== 0; left ^= first[left] ?? left) {
    const group: number[] = [];
    for (let team = first[left] ?? left; team !== 0; team &= team - 1) group.push(lowest(team));
    groups.push(group);
  }
  return groups;
}

/** Small ones, hand-offs a week between the groups, how many there are, and in how many streams each of them works. */
function costOf({ positions, between, small, streams }: SplitProblem, groups: RoleGroups): Cost {
  const groupOf = new Map(groups.flatMap((roles, at) => roles.map((role) => [role, at] as const)));
  let cut = 0;
  between.forEach((ways, a) =>
    ways.forEach((times, b) => {
      if (a < b && groupOf.get(a) !== groupOf.get(b)) cut += times;
    }),
  );
  const sizes = groups.map((roles) => roles.reduce((sum, role) => sum + (positions[role] ?? 1), 0));
  const worked = groups.map((roles) => bitsOf(roles.reduce((set, role) => set | (streams?.[role] ?? 0), 0)));
  const all = worked.reduce((sum, each) => sum + each, 0);
  return [sizes.filter((size) => size < small).length, cut, groups.length, all];
}
