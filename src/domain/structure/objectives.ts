import { fragmentationOf, unevennessOf, type ShapedRoles } from './role-shape.js';
import type { SolvedLevel } from './solver/solution.js';
import type { ObjectiveLevel } from './structure-proposal.js';

/** What is known about each goal before its value is told: a bound in its own unit, and whether it is reached. */
export type GoalBounds = Readonly<
  Record<
    'positions' | 'handOffs' | 'fragmentation' | 'unevenness',
    Pick<SolvedLevel, 'lowerBound' | 'proven'>
  >
>;

/** The goals in their order, with value, bound and gap. */
export function objectivesOf(shaped: ShapedRoles, handOffs: number, bounds: GoalBounds): ObjectiveLevel[] {
  const positions = shaped.roles.reduce((sum, role) => sum + role.positions, 0);
  return [
    levelOf('positions', positions, bounds.positions),
    levelOf('hand-offs', handOffs, bounds.handOffs),
    levelOf('fragmentation', fragmentationOf(shaped), bounds.fragmentation),
    levelOf('unevenness', unevennessOf(shaped.roles), bounds.unevenness),
  ];
}

function levelOf(
  name: string,
  value: number,
  { lowerBound, proven }: Pick<SolvedLevel, 'lowerBound' | 'proven'>,
): ObjectiveLevel {
  const bound = proven ? value : Math.max(0, Math.min(value, lowerBound));
  return { name, value, lowerBound: bound, gap: value === bound ? 0 : (value - bound) / value, proven };
}
