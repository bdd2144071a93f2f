import { aboutCells, cellsWith, RACI_ANALYSIS, rolesOf, type ChartRule } from '../chart-rule.js';

/** More than one role answers for the activity. */
export const severalAccountable: ChartRule = {
  code: 'SEVERAL_ACCOUNTABLE',
  severity: 'ERROR',
  norm: 'Every activity has no more than one role that answers for it.',
  source: RACI_ANALYSIS,
  settings: [],
  check: (table) =>
    table.activities.flatMap((activity) => {
      const cells = cellsWith(activity, 'A');
      if (cells.length < 2) return [];
      const message = `${cells.length} roles answer for "${activity.name}": ${rolesOf(table, cells)}. Keep one A; whoever also does the work keeps an R.`;
      return [aboutCells(table, activity, cells, message)];
    }),
};
