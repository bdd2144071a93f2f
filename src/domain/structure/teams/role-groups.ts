/** A team is not made smaller than this where it can be joined with another, unless another size is asked for. */
const SMALL_TEAM = 5;

/** Positions below which a team counts as small. */
export function smallTeam({ leastTeamSize }: { readonly leastTeamSize?: number }): number {
  return leastTeamSize ?? SMALL_TEAM;
}

/** Roles by position, a list for each team. */
export type RoleGroups = readonly (readonly number[])[];
