import type { SummedGoal } from '../structure-goals.js';
import type { Cost } from './cost.js';
import type { RoleProblem } from './role-problem.js';
import type { Levels, Roles } from './solution.js';

/** What a search tells whoever looks on through its solver. */
export interface Lookout {
  readonly isEnough: () => boolean;
  /** Another of several designs begins: what was told of goals is forgotten. */
  part(part: string): void;
  /** What is done next; fresh: what was told of goals belongs to another problem. */
  stage(stage: string, fresh?: boolean): void;
  /** The best roles so far, or what they cost. */
  found(problem: RoleProblem, roles: Roles): void;
  cost(problem: RoleProblem, cost: Cost): void;
  /** The best roles so far with all that is proven of them. */
  levels(problem: RoleProblem, levels: Levels): void;
  /** One goal of a cost that was reached, and of one that none falls below. */
  reached(problem: RoleProblem, goal: SummedGoal, value: Cost, bound: Cost): void;
}
