import { formatNumber, formatPercent } from '../shared/index.js';
import type { ReportedPlan } from './report-ground.js';

const LETTERS = [
  'R, responsible: does the step, because the step demands what the role brings. Several roles may share it.',
  'A, accountable: answers for the step, one for each. For a step that another step approves it is the role that approves, else the one with the largest share of the work, unless an owner has taken it.',
  'C, consulted: is asked before it is done. I, informed: is told afterwards. In one role R and A go before C, and C before I.',
  'Every letter is there because a step demands it; what nobody can justify is refused and printed as refused. What somebody prefers is no reason.',
] as const;

/** What the letters mean, which calendar the figures are in, and what the sizes rest on. */
export function conventionsOf({ stream, structure }: ReportedPlan): string[] {
  const { calendar } = stream;
  const hours = formatNumber(calendar.secondsPerDay / 3600);
  const days = `${formatNumber(calendar.daysPerWeek)} days a week, ${formatNumber(calendar.daysPerMonth)} days a month, ${formatNumber(calendar.daysPerYear)} days a year`;
  const working = `Times are working time: a day is ${hours} h; ${days}.`;
  const floors =
    'A sum over steps of which some are unmeasured is a floor and says "at least"; unknown is never counted as 0 or 100 %.';
  if (!structure) return [...LETTERS, working, floors];
  const { shrinkage, targetUtilisation } = structure.limits;
  const sizes = `FTE = hours a week / (${formatNumber(calendar.paidHoursPerWeek)} paid hours × (1 − ${formatPercent(shrinkage ?? 0)} shrinkage) × ${formatPercent(targetUtilisation ?? 1)} target utilisation), rounded up to positions.`;
  return [...LETTERS, working, floors, sizes];
}
