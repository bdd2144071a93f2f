import { fragmentationOf, unevennessOf, type ShapedRoles } from './role-shape.js';
import type { SolvedLevel } from './solver/solution.js';
import { GOAL_NAMES, USUAL_GOALS, type StructureGoal } from './structure-goals.js';
import type { ObjectiveLevel } from './structure-proposal.js';

/** What is known about each goal before its value is told: a bound in its own unit, and whether it is reached. */
export type GoalBounds = Readonly<
  Record<
    'positions' | 'handOffs' | 'fragmentation' | 'unevenness',
    Pick<SolvedLevel, 'lowerBound' | 'proven'>
  >
>;

/** The goals in the order in which they were minimised, with value, bound and gap. */
export function objectivesOf(
  shaped: ShapedRoles,
  handOffs: number,
  bounds: GoalBounds,
  goals: readonly StructureGoal[] = USUAL_GOALS,
): ObjectiveLevel[] {
  const positions = shaped.roles.reduce((sum, role) => sum + role.positions, 0);
  const levels: Readonly<Record<StructureGoal, readonly [number, GoalBounds[keyof GoalBounds]]>> = {
    POSITIONS: [positions, bounds.positions],
    HAND_OFFS: [handOffs, bounds.handOffs],
    FRAGMENTATION: [fragmentationOf(shaped), bounds.fragmentation],
    UNEVENNESS: [unevennessOf(shaped.roles), bounds.unevenness],
  };
  return goals.map((goal) => levelOf(GOAL_NAMES[goal], ...levels[goal]));
}

function levelOf(
  name: string,
  value: number,
  { lowerBound, proven }: Pick<SolvedLevel, 'lowerBound' | 'proven'>,
): ObjectiveLevel {
  const bound = proven ? value : Math.max(0, Math.min(value, lowerBound));
  return { name, value, lowerBound: bound, gap: value === bound ? 0 : (value - bound) / value, proven };
}
