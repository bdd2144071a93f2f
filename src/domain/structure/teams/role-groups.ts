/** A team is not made smaller than this where it can be joined with another. */
export const SMALL_TEAM = 5;

/** Roles by position, a list for each team. */
export type RoleGroups = readonly (readonly number[])[];
