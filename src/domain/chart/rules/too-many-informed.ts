import { aboutCells, cellsWith, RACI_ANALYSIS, type ChartRule } from '../chart-rule.js';

/** Too many roles are told about the activity. */
export const tooManyInformed: ChartRule = {
  code: 'TOO_MANY_INFORMED',
  severity: 'INFO',
  norm: 'Only those are informed who do something with the news.',
  source: RACI_ANALYSIS,
  settings: ['maxInformed'],
  check: (table, { maxInformed }) =>
    table.activities.flatMap((activity) => {
      const cells = cellsWith(activity, 'I');
      if (cells.length <= maxInformed) return [];
      const message = `${cells.length} roles are informed of "${activity.name}" (more than ${maxInformed}). Do all of them really need to be told every time?`;
      return [aboutCells(table, activity, cells, message)];
    }),
};
