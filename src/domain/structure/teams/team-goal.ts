import { formatNumber, formatPercent } from '../../shared/index.js';
import { insideTransfers } from '../hand-offs.js';
import type { ShapedRoles } from '../role-shape.js';
import type { TeamGoal } from '../structure-proposal.js';
import type { CellTeams } from './group-by-cells.js';
import { leastHandOffs } from './least-hand-offs.js';
import { smallTeam, type RoleGroups } from './role-groups.js';

/** What teams that were formed as cells reach, in the measure that they were formed by; below small positions a team is joined. */
export function cellGoal({ formation, reached }: CellTeams, small: number): TeamGoal {
  const { efficacy: value, onesInside, voids } = reached;
  const { upperBound: bound, method } = formation;
  const figures = { formedBy: 'CELLS', name: 'grouping efficacy', value, bound, method } as const;
  if (value === null || bound === null) {
    const text = 'No step asks for a capability, so there is nothing to form cells of.';
    return { ...figures, gap: 0, proven: true, text };
  }
  const proven = formation.proven && value === bound;
  const gap = proven ? 0 : (bound - value) / bound;
  const all = Math.round(onesInside / value) - voids;
  const joined =
    value === formation.efficacy ? '' : `, small cells joined to teams of ${small} where they can be`;
  const text = [
    `Teams are cells of steps and capabilities${joined}: grouping efficacy ${formatNumber(value)}`,
    `(1 is where every step of a team needs all of its capabilities and no others).`,
    `Every team has what its own steps need; a capability is counted as at home in one team at most,`,
    `and in none where few of the steps there need it. By that count ${onesInside} of ${all} demands are met at home,`,
    `and ${voids} times a step does not need a capability that is at home in its team.`,
    proven
      ? 'Proven: no other teams of these roles within the team size are better.'
      : `No teams of these roles can have more than ${formatNumber(bound)} (gap ${formatPercent(gap)}).`,
  ].join(' ');
  return { ...figures, gap, proven, text };
}

/** Hand-offs between teams a week, with a bound; exact: the groups have the fewest of all splits of these roles. */
export function handOffGoal(shaped: ShapedRoles, groups: RoleGroups, exact: boolean): TeamGoal {
  const value = handOffsBetween(shaped, groups);
  const certain = shaped.rolesOfStep.every((roles) => roles.size <= 1);
  const proven = value === 0 || (exact && certain);
  const bound = proven ? value : Math.min(value, leastHandOffs(shaped));
  const gap = value === bound ? 0 : (value - bound) / value;
  const per = shaped.ground.stream.demandPerWeek ? 'a week' : 'for one unit';
  const told = `${formatNumber(value)} hand-offs between teams ${per}`;
  const text =
    groups.length < 2
      ? 'One team: no work passes between teams.'
      : `Teams are to keep hand-offs inside; what is left is ${told}. ${
          proven
            ? `Proven: no other teams of these roles within the team size have fewer${value === 0 ? '' : unlessSmaller(shaped, groups)}.`
            : `No teams of these roles can have fewer than ${formatNumber(bound)} (gap ${formatPercent(gap)}).`
        }`;
  const method = exact
    ? 'teams: all splits of the roles'
    : 'teams: roles with most hand-offs between them joined first';
  return { formedBy: 'HAND_OFFS', name: 'hand-offs between teams', value, bound, gap, proven, method, text };
}

/** Where teams are small, others of the same size or less may hand over less only if more of them were small. */
function unlessSmaller({ roles, limits }: ShapedRoles, groups: RoleGroups): string {
  const small = smallTeam(limits);
  const sizes = groups.map((group) => group.reduce((sum, at) => sum + (roles[at]?.positions ?? 1), 0));
  return sizes.every((size) => size >= small) ? '' : ` unless more of them are below ${small} positions`;
}

/** Expected transfers a week between steps that no team holds both of. */
function handOffsBetween(shaped: ShapedRoles, groups: RoleGroups): number {
  const teamOf = new Map(groups.flatMap((roles, at) => roles.map((role) => [role, at] as const)));
  return insideTransfers(shaped).reduce((sum, { from, to, times }) => {
    const here = new Set([...(shaped.rolesOfStep[from] ?? [])].map((role) => teamOf.get(role)));
    const stays = [...(shaped.rolesOfStep[to] ?? [])].some((role) => here.has(teamOf.get(role)));
    return stays ? sum : sum + times;
  }, 0);
}
