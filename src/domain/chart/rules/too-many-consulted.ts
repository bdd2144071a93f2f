import { aboutCells, cellsWith, RACI_ANALYSIS, rolesOf, type ChartRule } from '../chart-rule.js';

/** Too many roles are asked before the activity. */
export const tooManyConsulted: ChartRule = {
  code: 'TOO_MANY_CONSULTED',
  severity: 'WARNING',
  norm: 'Only those are consulted without whom the activity would go wrong.',
  source: RACI_ANALYSIS,
  settings: ['maxConsulted'],
  check: (table, { maxConsulted }) =>
    table.activities.flatMap((activity) => {
      const cells = cellsWith(activity, 'C');
      if (cells.length <= maxConsulted) return [];
      const message = `${cells.length} roles are consulted on "${activity.name}" (more than ${maxConsulted}): ${rolesOf(table, cells)}. Do all of them really need to be asked? Inform those who do not.`;
      return [aboutCells(table, activity, cells, message)];
    }),
};
