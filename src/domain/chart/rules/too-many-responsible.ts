import { aboutCells, cellsWith, RACI_ANALYSIS, rolesOf, type ChartRule } from '../chart-rule.js';

/** Too many roles do the activity. */
export const tooManyResponsible: ChartRule = {
  code: 'TOO_MANY_RESPONSIBLE',
  severity: 'WARNING',
  norm: 'An activity that many roles do is several activities.',
  source: RACI_ANALYSIS,
  settings: ['maxResponsible'],
  check: (table, { maxResponsible }) =>
    table.activities.flatMap((activity) => {
      const cells = cellsWith(activity, 'R');
      if (cells.length <= maxResponsible) return [];
      const message = `${cells.length} roles do "${activity.name}" (more than ${maxResponsible}): ${rolesOf(table, cells)}. Break it into more specific activities, or ask who only helps.`;
      return [aboutCells(table, activity, cells, message)];
    }),
};
