import { keyFromName, type RoleKey, type TeamKey } from '../../shared/index.js';
import { insideTransfers } from '../hand-offs.js';
import type { Role, Team } from '../role.js';
import type { ShapedRoles } from '../role-shape.js';
import { streamsOfSteps } from '../streams-of-steps.js';
import type { TeamGoal } from '../structure-proposal.js';
import { groupByCells } from './group-by-cells.js';
import { groupByHandOffs } from './group-by-hand-offs.js';
import { takeName, teamNames, type TakenNames } from './name-team.js';
import { smallTeam, type RoleGroups } from './role-groups.js';
import { splitExactly } from './split-exactly.js';
import { cellGoal, handOffGoal } from './team-goal.js';

export interface FormedTeams {
  readonly teams: readonly Team[];
  readonly goal: TeamGoal;
}

/**
 * One team where all positions fit into it; else teams within their size, as few as can be below its least, with the
 * fewest hand-offs between them. Where cells are asked for, teams that share capabilities. A role that is larger than a team is one.
 */
export function formTeams(shaped: ShapedRoles, roles: readonly Role[]): FormedTeams {
  const { groups, goal } = groupRoles(shaped);
  const members = groups
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  const taken: TakenNames = { keys: new Set(), counts: new Map() };
  const teams = members.map((those): Team => {
    const name = takeName(teamNames(shaped, roles, those, members.length === 1), taken);
    return { key: keyFromName(name) as TeamKey, name, roles: those.flatMap((at) => keysOf(roles[at])) };
  });
  return { teams, goal };
}

function keysOf(role: Role | undefined): RoleKey[] {
  return role ? [role.key] : [];
}

function groupRoles(shaped: ShapedRoles): { groups: RoleGroups; goal: TeamGoal } {
  const all = shaped.roles.map((_, at) => at);
  if (shaped.limits.teams === 'CELLS') {
    const cells = groupByCells(shaped);
    return { groups: cells.groups, goal: cellGoal(cells, smallTeam(shaped.limits)) };
  }
  const total = shaped.roles.reduce((sum, { positions }) => sum + positions, 0);
  if (total <= shaped.limits.teamSize) {
    const groups = all.length === 0 ? [] : [all];
    return { groups, goal: handOffGoal(shaped, groups, true) };
  }
  const { groups, complete } = splitExactly(splitProblemOf(shaped), groupByHandOffs(shaped, all));
  return { groups, goal: handOffGoal(shaped, groups, complete) };
}

/** Of more streams than a number has bits, some share one: they are then taken for one stream where teams tie. */
const BITS = 31;

function splitProblemOf(shaped: ShapedRoles): Parameters<typeof splitExactly>[0] {
  const { roles, rolesOfStep, limits } = shaped;
  const between = roles.map(() => new Map<number, number>());
  for (const { from, to, times } of insideTransfers(shaped)) {
    for (const a of rolesOfStep[from] ?? [])
      for (const b of rolesOfStep[to] ?? []) {
        if (a === b) continue;
        between[a]?.set(b, (between[a]?.get(b) ?? 0) + times);
        between[b]?.set(a, (between[b]?.get(a) ?? 0) + times);
      }
  }
  const streamsOf = streamsOfSteps(shaped);
  return {
    positions: roles.map(({ positions }) => positions),
    between,
    teamSize: limits.teamSize,
    small: smallTeam(limits),
    ...(streamsOf && {
      streams: roles.map((role) =>
        [...streamsOf(role.steps)].reduce((set, at) => set | (1 << (at % BITS)), 0),
      ),
    }),
  };
}
