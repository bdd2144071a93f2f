import { formatNumber, formatPercent } from '../../shared/index.js';
import type { GoalSoFar, SearchNews } from './watch.js';

/** How far a search has come, in one line: each goal with how far it may still be from the best, and what is done. */
export function tellSearch({ part, stage, goals }: SearchNews): string {
  const line = [...goals.map(tellGoal), stage].filter((word) => word !== '').join(' · ');
  return [part, line].filter((word) => word !== '').join(': ');
}

function tellGoal({ name, best, gap }: GoalSoFar): string {
  return `${name} ${formatNumber(best)} (${gap === 0 ? 'proven' : `gap ${formatPercent(gap)}`})`;
}
