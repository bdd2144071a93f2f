import { aboutCells, RACI_ANALYSIS, rolesOf, type ChartRule } from '../chart-rule.js';

/** A role is consulted and informed at once; one finding for each activity, with all of its cells. */
export const consultedAndInformed: ChartRule = {
  code: 'CONSULTED_AND_INFORMED',
  severity: 'WARNING',
  norm: 'A role is either asked before an activity or told after it; who is consulted knows.',
  source: RACI_ANALYSIS,
  settings: [],
  check: (table) =>
    table.activities.flatMap((activity) => {
      const cells = activity.cells.filter(({ letters }) => letters.includes('C') && letters.includes('I'));
      if (cells.length === 0) return [];
      const are = cells.length === 1 ? 'is' : 'are';
      const message = `${rolesOf(table, cells)} ${are} both consulted on and informed of "${activity.name}". Keep the C where the answer can change the work, else the I.`;
      return [aboutCells(table, activity, cells, message)];
    }),
};
