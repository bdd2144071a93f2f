import type { SummedGoal } from '../structure-goals.js';
import { excess, type Cost } from './cost.js';

/** What the goals may come to at most over all roles; weight kept inside at least. */
export type Ceiling = Cost;

export const NO_CEILING: Ceiling = { positions: Infinity, saved: -Infinity, holdings: Infinity };

const SUMMED: readonly SummedGoal[] = ['POSITIONS', 'HAND_OFFS', 'FRAGMENTATION'];

/** The goals that the ceiling limits. */
export function limitedGoals(ceiling: Ceiling): readonly SummedGoal[] {
  return SUMMED.filter((goal) => excess(goal, NO_CEILING, ceiling) > 0);
}

/** true where a cost keeps the ceiling. */
export function isWithin(ceiling: Ceiling, cost: Cost): boolean {
  return (
    cost.positions <= ceiling.positions && cost.saved >= ceiling.saved && cost.holdings <= ceiling.holdings
  );
}

/** What is left of the ceiling for some of the roles, where the others cost this. */
export function lessOthers(ceiling: Ceiling, others: Cost): Ceiling {
  return {
    positions: ceiling.positions - others.positions,
    saved: ceiling.saved - others.saved,
    holdings: ceiling.holdings - others.holdings,
  };
}
